import type { ClockedStatus } from '../clocks/deadline-status.ts'
import type { Suspension } from '../clocks/limit.ts'
import type { DateOnly } from '../clocks/dates.ts'
import type { Instant } from '../clocks/zone.ts'
import type { Text } from '../problems/problem.ts'
import type { FulfilmentData, KeptDue } from './events.ts'

/**
 * Where a fulfilment stands. An assignment with periods moves between assigned, accepted and in-progress, its answers stand in
 * its periods; it reaches submitted, returned or confirmed as a whole never.
 */
export type FulfilmentStatus = 'none' | ClockedStatus | 'finished'

/**
 * What a limit is counted from: its day, its source, since when the time runs (for "due soon"), and how many suspensions were
 * over when it was set, because only later ones move it.
 */
export type Base = { date: DateOnly; inclusive: boolean; article: string | null; since: Instant; after: number }

export type PeriodAnswer = 'open' | 'submitted' | 'nothing' | 'returned' | 'confirmed'

/** One reporting period with its answer; moments are effective ones. */
export type PeriodState = {
  key: string
  from: DateOnly
  until: DateOnly
  label: Text
  base: Base
  due: KeptDue
  answer: PeriodAnswer
  submittedAt: Instant | null
  confirmedAt: Instant | null
  returnedAt: Instant | null
}

/** A result as it was handed in. `outcome` stays 'waiting' until it is answered. */
export type Submission = {
  at: Instant
  officerId: string
  text: string
  fileIds: string[]
  periodKey: string | null
  outcome: 'waiting' | 'withdrawn' | 'returned' | 'confirmed'
  answer: { at: Instant; text: string | null } | null
}

export type ProgressReport = { at: Instant; officerId: string; text: string; percent: number | null; fileIds: string[] }

/** One agency's part of an assignment. Plain JSON, so that a snapshot keeps it. */
export type FulfilmentState = {
  status: FulfilmentStatus
  /** What it was before it was suspended. */
  before: FulfilmentStatus | null
  assignment: FulfilmentData<'fulfilment.assigned'> | null
  assignedAt: Instant | null
  base: Base | null
  due: KeptDue | null
  periods: PeriodState[]
  acceptedAt: Instant | null
  /** When the result that stands was handed in; null again after a return or a withdrawal. */
  submittedAt: Instant | null
  returnedAt: Instant | null
  confirmedAt: Instant | null
  /** When it was cancelled or finished with its case. */
  endedAt: Instant | null
  submissions: Submission[]
  reports: ProgressReport[]
  declined: { at: Instant; reason: string } | null
  suspended: { since: Instant; reason: string; above: boolean } | null
  /** Those that are over. */
  suspensions: Suspension[]
  extension: { until: DateOnly; reason: string; askedAt: Instant; periodKey: string | null } | null
  handedOn: { officerId: string | null; unitId: string | null; instruction: string; due: KeptDue | null; at: Instant } | null
  children: { id: string; agencyId: string; title: string; dueAt: Instant | null }[]
  chasedAt: Instant | null
  chases: number
  cancelReason: string | null
  /** A body was destroyed: what stands here may be incomplete and nothing more may be done. */
  erased: boolean
}

export const initialFulfilment = (): FulfilmentState => ({
  status: 'none',
  before: null,
  assignment: null,
  assignedAt: null,
  base: null,
  due: null,
  periods: [],
  acceptedAt: null,
  submittedAt: null,
  returnedAt: null,
  confirmedAt: null,
  endedAt: null,
  submissions: [],
  reports: [],
  declined: null,
  suspended: null,
  suspensions: [],
  extension: null,
  handedOn: null,
  children: [],
  chasedAt: null,
  chases: 0,
  cancelReason: null,
  erased: false,
})

const OVER: ReadonlySet<FulfilmentStatus> = new Set(['confirmed', 'cancelled', 'finished'])

/** Whether nothing more can happen to it. */
export const isOver = (state: FulfilmentState): boolean => OVER.has(state.status)

/** Whether a period still wants an answer. */
export const isUnanswered = (period: PeriodState): boolean => period.answer === 'open' || period.answer === 'returned'

/** The earliest period without an answer; null where it is done once. The list always ends with one. */
export const currentPeriod = (state: FulfilmentState): PeriodState | null => state.periods.find(isUnanswered) ?? null

/** The limit that runs now: of the earliest unanswered period, else of the whole. */
export const currentDue = (state: FulfilmentState): KeptDue | null => currentPeriod(state)?.due ?? state.due
