import { effective, type FulfilmentData, type KeptDue, type FulfilmentEventType, type LoggedFulfilmentEvent } from './events.ts'
import { evolvePeriod, openPeriods, setPeriod } from './evolve-periods.ts'
import { evolveErased } from './evolve-erased.ts'
import { hasPeriods } from './shape.ts'
import { initialFulfilment, type Base, type FulfilmentState, type Submission } from './state.ts'

type At = { at: string; officerId: string }
type Appliers = { [K in FulfilmentEventType]: (state: FulfilmentState, data: FulfilmentData<K>, at: At) => FulfilmentState }

/** Whether the event's body was destroyed with its key. */
export const isErased = (data: object): boolean => (data as { erased?: boolean }).erased === true

/** What the state is after an event. Pure and total: every type has its entry, and an erased body leaves what is still known. */
export const evolveFulfilment = (state: FulfilmentState, event: LoggedFulfilmentEvent): FulfilmentState => {
  if (isErased(event.data)) return evolveErased(state, event.type, effective(event))
  const apply = APPLIERS[event.type] as (state: FulfilmentState, data: object, at: At) => FulfilmentState
  return apply(state, event.data, { at: effective(event), officerId: event.officerId })
}

const APPLIERS: Appliers = {
  'fulfilment.assigned': (_, data, { at }) => ({
    ...initialFulfilment(),
    status: 'assigned',
    assignment: data,
    assignedAt: at,
    base:
      data.due && data.deadline?.date
        ? { date: data.deadline.date, inclusive: data.deadline.inclusive, article: null, since: at, after: 0 }
        : null,
    due: data.due,
    periods: openPeriods([], data.periods, 0),
  }),
  'fulfilment.accepted': (state, _, { at }) => ({ ...state, status: 'accepted', acceptedAt: at }),
  'fulfilment.declined': (state, { reason }, { at }) => ({ ...state, status: 'declined', declined: { at, reason }, extension: null }),
  'fulfilment.upheld': (state) => ({ ...state, status: 'assigned', declined: null }),
  'fulfilment.reported': (state, data, by) => ({
    ...state,
    status: state.status === 'accepted' ? 'in-progress' : state.status,
    reports: [...state.reports, { ...data, ...by }],
  }),
  'fulfilment.submitted': (state, { text, fileIds, periodKey, opened }, by) => {
    const submission: Submission = { ...by, text, fileIds, periodKey, outcome: 'waiting', answer: null }
    const next = { ...state, submissions: [...state.submissions, submission] }
    if (periodKey === null) return { ...next, status: 'submitted', submittedAt: by.at }
    const periods = openPeriods(state.periods, opened, state.suspensions.length)
    return { ...next, status: begun(state), periods: setPeriod(periods, periodKey, { answer: 'submitted', submittedAt: by.at }) }
  },
  'fulfilment.withdrawn': (state, { periodKey }, { at }) => {
    const next = { ...state, submissions: settle(state.submissions, periodKey, 'withdrawn', at, null) }
    if (periodKey === null) return { ...next, status: state.returnedAt === null ? 'in-progress' : 'returned', submittedAt: null }
    return { ...next, periods: evolvePeriod(state.periods, periodKey, 'withdrawn', at) }
  },
  'fulfilment.nothingReported': (state, { periodKeys, opened }, { at }) => ({
    ...state,
    status: begun(state),
    periods: periodKeys.reduce(
      (periods, key) => setPeriod(periods, key, { answer: 'nothing', submittedAt: at }),
      openPeriods(state.periods, opened, state.suspensions.length),
    ),
  }),
  'fulfilment.returned': (state, { reason, periodKey }, { at }) => {
    const next = { ...state, submissions: settle(state.submissions, periodKey, 'returned', at, reason) }
    if (periodKey === null) return { ...next, status: 'returned', submittedAt: null, returnedAt: at }
    return { ...next, periods: evolvePeriod(state.periods, periodKey, 'returned', at) }
  },
  'fulfilment.confirmed': (state, { note, periodKey }, { at }) => {
    const next = { ...state, submissions: settle(state.submissions, periodKey, 'confirmed', at, note) }
    if (periodKey === null) return { ...next, status: 'confirmed', confirmedAt: at, extension: null }
    return { ...next, periods: evolvePeriod(state.periods, periodKey, 'confirmed', at) }
  },
  'fulfilment.extensionAsked': (state, data, { at }) => ({ ...state, extension: { ...data, askedAt: at } }),
  'fulfilment.extensionGranted': (state, { until, due, article, periodKey }) =>
    moveLimit({ ...state, extension: null }, periodKey, due, { date: until, inclusive: true, article }),
  'fulfilment.extensionRefused': (state) => ({ ...state, extension: null }),
  'fulfilment.handedOn': (state, data, { at }) => ({ ...state, handedOn: { ...data, at } }),
  'fulfilment.delegated': (state, { children }) => ({ ...state, children: [...state.children, ...children] }),
  'fulfilment.suspended': (state, { reason, above }, { at }) => ({
    ...state,
    status: 'suspended',
    before: state.status,
    suspended: { since: at, reason, above },
  }),
  'fulfilment.resumed': (state, { due, dues }, { at }) => ({
    ...state,
    status: state.before ?? 'assigned',
    before: null,
    suspended: null,
    suspensions: state.suspended ? [...state.suspensions, { from: state.suspended.since, until: at }] : state.suspensions,
    due: due ?? state.due,
    periods: dues.reduce((periods, moved) => setPeriod(periods, moved.key, { due: moved.due }), state.periods),
  }),
  'fulfilment.cancelled': (state, { reason }, { at }) => ({
    ...state,
    status: 'cancelled',
    endedAt: at,
    cancelReason: reason,
    extension: null,
    suspended: null,
  }),
  'fulfilment.finished': (state, _, { at }) => ({ ...state, status: 'finished', endedAt: at, extension: null, suspended: null }),
  'fulfilment.chased': (state, _, { at }) => ({ ...state, chasedAt: at, chases: state.chases + 1 }),
  'fulfilment.deadlineChanged': (state, { deadline, due, article, periodKey, opened, follows }) => {
    const periods = openPeriods(state.periods, opened, state.suspensions.length)
    // A limit that the asker sets anew answers the wish for more time.
    const extension = follows ? state.extension : null
    const base = { date: deadline.date ?? due.lastDay, inclusive: deadline.inclusive, article }
    return moveLimit({ ...state, periods, extension }, periodKey, due, base)
  },
}

/** Sets the limit of the whole or of one period; suspensions that are over do not move it. */
const moveLimit = (
  state: FulfilmentState,
  periodKey: string | null,
  due: KeptDue,
  moved: Omit<Base, 'since' | 'after'>,
): FulfilmentState => {
  const base = { ...moved, since: state.assignedAt ?? due.soonAt, after: state.suspensions.length }
  if (periodKey === null) return { ...state, due, base }
  const since = state.periods.find((period) => period.key === periodKey)?.base.since ?? base.since
  return { ...state, periods: setPeriod(state.periods, periodKey, { due, base: { ...base, since } }) }
}

/** Answering a period means that work has begun. */
const begun = (state: FulfilmentState): FulfilmentState['status'] =>
  state.assignment !== null && hasPeriods(state.assignment.shape) && state.status === 'accepted' ? 'in-progress' : state.status

/** Closes the submission that waits for an answer. */
const settle = (
  all: Submission[],
  periodKey: string | null,
  outcome: Submission['outcome'],
  at: string,
  text: string | null,
): Submission[] => all.map((s) => (s.periodKey === periodKey && s.outcome === 'waiting' ? { ...s, outcome, answer: { at, text } } : s))
