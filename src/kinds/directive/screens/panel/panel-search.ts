import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Grouping } from './parts.ts'
import type { StatusGroup } from './progress-bar.tsx'

export type PanelView = Grouping | 'source'
/** Part of the address of a case: which view, which status, whether what is done shows, and the assignment that is looked at in the text. */
export type PanelSearch = { view?: PanelView; status?: StatusGroup; done?: 1; a?: string }

/** The panel's place in the address, so that a link or the way back shows the same. */
export const usePanelSearch = (caseId: string): [PanelSearch, (more: PanelSearch) => void] => {
  const search = useSearch({ strict: false }) as PanelSearch
  const navigate = useNavigate()
  const set = (more: PanelSearch) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...more }).filter(([, value]) => value !== undefined))
    void navigate({ to: '/case/$id', params: { id: caseId }, search: next as never, replace: true })
  }
  return [search, set]
}
