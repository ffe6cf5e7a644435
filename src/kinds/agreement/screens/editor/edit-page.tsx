import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { caseQuery } from '../../../../web/case/case-queries.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { EmptyState } from '../../../../web/ui/empty-state.tsx'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { WaitingRows } from '../../../../web/ui/waiting-rows.tsx'
import { actionOf, proposalOf, standingOf, stateOf } from '../model.ts'
import { Editor } from './editor.tsx'

const words = messages({ none: { vi: 'Quy chế này không có văn bản để sửa.', en: 'There is no text to edit here.' } })

/** The text of an agreement under the officer's hands: the draft itself, the next version, or an amendment. */
export const EditPage = () => {
  const t = useT(words)
  const text = useText()
  const me = useMe()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { as } = useSearch({ strict: false }) as { as?: 'revise' | 'propose' }
  const { data: view, error, refetch } = useQuery(caseQuery(id))
  if (error && !view) return <ErrorNote error={error} retry={() => void refetch()} />
  if (!view) return <WaitingRows rows={8} />
  const mode = as ?? 'edit'
  const state = stateOf(view)
  const base = state && (mode === 'propose' ? standingOf(state) : proposalOf(state))
  const action = actionOf(view, mode)
  if (!state || !base || !action?.allowed) return <EmptyState text={action?.reason ? text(action.reason.text) : t('none')} />
  const draftName = `${me.officerId}.agreement-text.${id}.${mode}.${base.n}`
  return <Editor key={draftName} mode={mode} view={view} base={base.text} source={null} draftName={draftName} />
}
