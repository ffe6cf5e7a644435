/**
 * What an event changes in the tables that screens read. Rules return these; only the kernel writes them.
 * All ids are UUIDs, moments are UTC instants, days are 'YYYY-MM-DD' in Viet Nam.
 */
export type Change<N extends string = never> =
  | CaseChange
  | PartyChange
  | VisibleChange
  | ReaderChange
  | FulfilmentChange
  | AsksChange
  | NotifyChange<N>
  | SearchChange
  | RowChange
  | EraseChange

/** The case's header row; the whole row each time. `fields` holds what the kind's list shows and filters, never personal data. */
export type CaseChange = {
  table: 'case'
  caseId: string
  kind: string
  number: string
  title: string
  status: string
  /** The agency that runs the case: it asks, confirms and closes, and sees all under it. */
  ownerAgencyId: string
  areaCode: string | null
  domains: string[]
  documentDate: string | null
  fields: Record<string, unknown>
}

export type PartyRole = 'lead' | 'coordinating' | 'informed' | 'adviser'

/** An agency takes part in a case in a role from a moment to a moment. The kernel derives feed and case-level visibility from it. */
export type PartyChange = { table: 'party'; caseId: string; agencyId: string; role: PartyRole; from: Date; until: Date | null }

/** Levels of sight: header only, the case and one's own part, everything under the case (its lead). */
export const SIGHT = { header: 1, part: 2, whole: 3 } as const
export type Sight = (typeof SIGHT)[keyof typeof SIGHT]

/** A reason for a subject (agency or officer) to see a stream. `reason` names it, so that two reasons do not overwrite each other. */
export type VisibleChange = {
  table: 'visible'
  subjectId: string
  streamId: string
  caseId: string
  level: Sight
  reason: string
  from: Date
  until: Date | null
}

/**
 * An agency reads a case by a grant, from a moment to a moment: the case stands in its lists, and gives it no actions. `streamId` is the stream that
 * grants it, so that two grants do not overwrite each other.
 */
export type ReaderChange = { table: 'reader'; caseId: string; streamId: string; agencyId: string; from: Date; until: Date | null }

/** One agency's part of an assignment, the whole row each time. */
export type FulfilmentChange = {
  table: 'fulfilment'
  id: string
  caseId: string
  assignmentId: string
  ordinal: number
  parentId: string | null
  agencyId: string
  /** The agency that asks: the case's issuer, or the agency that handed on. */
  askerId: string
  shape: string
  title: string
  state: string
  dueAt: Date | null
  /** From when it counts as due soon. */
  soonAt: Date | null
  acceptedAt: Date | null
  submittedAt: Date | null
  confirmedAt: Date | null
  extensionAsked: boolean
  officerId: string | null
  unitId: string | null
  periodKey: string | null
}

/** Who is asked to do what by when; replaces all asks of the stream. This table is the desk. */
export type AsksChange = { table: 'asks'; streamId: string; caseId: string; rows: AskRow[] }
export type AskRow = {
  agencyId: string
  /** Set where the work was handed to an officer or a unit inside the agency. */
  officerId?: string | null
  unitId?: string | null
  /** Name of the command that answers, for example 'accept', 'submit', 'confirm'. */
  act: string
  title: string
  /** The agency that waits. */
  askerId: string
  /** How it asks: giao, yêu cầu, đề nghị … as a key. */
  verb: string
  dueAt: Date | null
  /** From when it counts as due soon. */
  soonAt?: Date | null
  since: Date
}

/** An in-app notification to an agency or, where set, one officer: what is asked and by whom. `what` is a text key, `params` fill it. */
export type NotifyChange<N extends string = string> = {
  table: 'notify'
  streamId: string
  caseId: string
  agencyId: string
  officerId: string | null
  what: N
  params: Record<string, string | number | null>
  askerId: string
}

/** The text under which a case is found. Personal data never goes in. */
export type SearchChange = { table: 'search'; caseId: string; number: string; title: string; text: string }

/**
 * Destroys the key of a person in a case: all that was sealed with it reads null from then on, in the log and in projections alike. Not to be undone;
 * a restored back-up replays it.
 */
export type EraseChange = { table: 'erase'; caseId: string; subjectId: string }

/**
 * A row of a projection with the primary key `id`, the whole row each time: the directory's own tables (agency, post, officer, mandate,
 * contact_point), and those whose comment in the database says 'projection' (link, evidence, clause_text, acknowledgement, reading).
 */
export type RowChange = { table: 'row'; into: string; id: string; values: Record<string, unknown> }
