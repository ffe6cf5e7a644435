import type { IntakeDraft } from './draft.ts'

/** The draft of one file as the object that `hiepdong intake --json` prints (design section 6). */
export function toJsonLine(file: string, draft: IntakeDraft): Record<string, unknown> {
  return {
    file,
    type: draft.type.value,
    number: draft.number.value,
    date: draft.date.value,
    place: draft.place.value,
    issuer: draft.issuer.value,
    subject: draft.subject.value,
    legalBases: draft.legalBases.map((base) => base.value),
    signer: draft.signer.value,
    assignments: draft.assignments.map((assignment) => ({
      lead: assignment.lead.map((body) => body.name),
      coordinate: assignment.coordinate.map((body) => body.name),
      verb: assignment.verb,
      quote: assignment.quote,
      start: assignment.start,
      end: assignment.end,
      deadline: assignment.deadline ? (assignment.deadline.date ?? assignment.deadline.words) : null,
      recurrence: assignment.recurrence,
      confidence: assignment.confidence,
    })),
  }
}
