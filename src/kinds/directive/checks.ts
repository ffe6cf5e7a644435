import type { DirectiveAssignment, DirectiveDocument, DirectiveState } from './contract.ts'
import type { DirectiveFacts } from './facts.ts'
import { problem } from './problems.ts'
import { answering, resolveAssignment } from './resolve.ts'

/** All that must hold before a draft is issued. Throws the problem of the first thing that does not. `day` is the day of issue. */
export const checkIssue = (state: DirectiveState, facts: DirectiveFacts, day: string): void => {
  const { document, assignments, recipients } = state
  checkDocument(document, day)
  if (assignments.length === 0) throw problem('needs-assignment')
  if (new Set(assignments.map((one) => one.id)).size < assignments.length) throw problem('duplicate-assignment')
  const count = assignments.filter((one) => !one.confirmed).length
  if (count > 0) throw problem('unconfirmed', { count })
  for (const assignment of assignments) checkAssignment(assignment, document, facts, day)
  for (const agencyId of recipients) answering(agencyId, facts, day)
  if (facts.taken) throw problem('number-taken', { number: document.number, year: document.date!.slice(0, 4) })
}

/** What one assignment must be before it can be ordered. */
export const checkAssignment = (assignment: DirectiveAssignment, document: DirectiveDocument, facts: DirectiveFacts, day: string): void => {
  const { ordinal, content, deadline } = assignment
  if (content === '') throw problem('needs-content', { ordinal })
  if (!assignment.confirmed) throw problem('unconfirmed', { count: 1 })
  resolveAssignment(assignment, facts, day)
  const date = deadline?.date
  if (!date) return
  if (date < FIRST_DAY || date > LAST_DAY) throw problem('day-out-of-range')
  const issued = document.date ?? day
  // "Trước ngày" the day of issue has passed as well.
  if (deadline.inclusive ? date < issued : date <= issued) throw problem('deadline-before-issue', { ordinal })
}

/** Days that the calendar can count to, with room for a roll-on. */
const [FIRST_DAY, LAST_DAY] = ['2000-01-02', '2049-12-20']

const checkDocument = ({ number, date, issuerId, subject }: DirectiveDocument, day: string): void => {
  if (number === '') throw problem('needs-number')
  if (date === null) throw problem('needs-date')
  if (date > day) throw problem('date-future')
  if (issuerId === null) throw problem('needs-issuer')
  if (subject === '') throw problem('needs-subject')
}

/** Spans must lie inside the text they point into, and the attachment must be the agency's own. Throws. */
export const checkDraft = (
  document: DirectiveDocument,
  assignments: readonly DirectiveAssignment[],
  { files }: DirectiveFacts,
  own: { agencyId: string; caseId: string },
): void => {
  const length = document.sourceText?.length ?? 0
  assignments.forEach(({ span }, i) => {
    if (span && (span.start > span.end || span.end > length)) throw problem('bad-input', { path: `assignments.${i}.span` })
  })
  if (!document.fileId || !files) return
  const file = files.find((one) => one.id === document.fileId)
  if (!file || file.agencyId !== own.agencyId || (file.caseId !== null && file.caseId !== own.caseId)) throw problem('file-unknown')
}
