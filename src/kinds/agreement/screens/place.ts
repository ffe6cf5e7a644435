import { useNavigate, useSearch } from '@tanstack/react-router'
import type { AgreementStatus } from '../contract.ts'

export type Part = 'work' | 'text' | 'periods' | 'tasks' | 'record' | 'side'

/** What of an agreement is on the screen, all of it in the address. */
export type AgreementSearch = {
  part?: Part | undefined
  /** The period, by its days. */
  from?: string | undefined
  until?: string | undefined
  /** The period before stands beside it. */
  before?: boolean | undefined
  /** The clause that is open over the page. */
  clause?: string | undefined
  /** The version that is read, and the one it is compared with. */
  v?: number | undefined
  w?: number | undefined
  /** Work of one assignment alone. */
  task?: string | undefined
  f?: string | undefined
}

/** What is on the screen and the way to something else; `push` where Back should return. */
export const useAgreementPlace = (caseId: string) => {
  const search = useSearch({ strict: false }) as AgreementSearch
  const navigate = useNavigate()
  const go = (change: AgreementSearch, push = false) =>
    void navigate({ to: `/case/${caseId}`, search: { ...search, ...change }, replace: !push })
  return { search, go }
}

/** Before it is in force there is a text to agree on; after that, there is what was done for it. */
export const firstPart = (status: AgreementStatus | 'none'): Part =>
  status === 'none' || status === 'draft' || status === 'negotiating' || status === 'signing' || status === 'discarded' ? 'text' : 'work'
