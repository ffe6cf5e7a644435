import type { Reason } from '../problems/problem.ts'

/** What a post allows inside its agency. Which agency may act on a case is decided by the case, not by these. */
export type Right =
  /** draft cases, read documents in */
  | 'draft'
  /** issue, confirm, return, extend, close: acts that bind the agency as the one who asks */
  | 'issue'
  /** accept, hand on, report, submit: acts that answer for the agency */
  | 'answer'
  /** change agencies, posts, mandates and contact points */
  | 'directory'

/**
 * Who acts: an officer in a post. `agencyId` is the agency that answers (the parent of a division);
 * `unitId` is the post's own unit, the same as `agencyId` where there is no division.
 */
export type Actor = {
  officerId: string
  postId: string
  agencyId: string
  unitId: string
  rights: readonly Right[]
  /** Why this actor may only read: the agency or the unit is over. */
  barred?: Reason | undefined
}

/** The worker and start-up imports act as this officer; it holds no session and signs nothing. */
export const SYSTEM_OFFICER = '00000000-0000-4000-8000-000000000001'
