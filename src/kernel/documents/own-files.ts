import { problem } from '../problems/catalogue.ts'

/** A stored file as rules know it. */
export type FileFact = { id: string; caseId: string | null; agencyId: string }

/** Attachments are the agency's own and belong to no other case. Throws 'file-unknown'. */
export const checkOwnFiles = (ids: readonly string[], found: readonly FileFact[] = [], own: { agencyId: string; caseId: string }): void => {
  for (const id of ids) {
    const file = found.find((one) => one.id === id)
    if (!file || file.agencyId !== own.agencyId || (file.caseId !== null && file.caseId !== own.caseId)) throw problem('file-unknown')
  }
}
