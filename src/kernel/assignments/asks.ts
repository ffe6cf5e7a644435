import type { AskRow } from '../streams/change.ts'
import { currentDue, currentPeriod, type FulfilmentState } from './state.ts'
import { earlier } from './due.ts'
import { toAnswer } from './reporting.ts'

/** Who is asked to do what: the desk rows of one fulfilment as it stands. */
export const asksOf = (state: FulfilmentState): AskRow[] => [...askOfAccountable(state), ...asksOfAsker(state)]

/** What the accountable agency owes next, addressed to the officer or division it was handed to, by the inner limit. */
const askOfAccountable = (state: FulfilmentState): AskRow[] => {
  const next = nextAct(state)
  if (!next) return []
  const { agencyId, askerId, verb, title } = state.assignment!
  const due = earlier(currentDue(state), state.handedOn?.due ?? null)
  const { officerId = null, unitId = null } = state.handedOn ?? {}
  const dates = { dueAt: due && new Date(due.dueAt), soonAt: due && new Date(due.soonAt), since: new Date(next.since) }
  return [{ agencyId, officerId, unitId, act: next.act, title, askerId, verb, ...dates }]
}

const nextAct = (state: FulfilmentState): { act: string; since: string } | null => {
  const assignedAt = state.assignedAt ?? ''
  const period = currentPeriod(state)
  switch (state.status) {
    case 'assigned':
      return { act: 'accept', since: assignedAt }
    case 'returned':
      return { act: 'resubmit', since: state.returnedAt ?? assignedAt }
    case 'accepted':
    case 'in-progress':
      if (period?.answer === 'returned') return { act: 'resubmit', since: period.returnedAt ?? assignedAt }
      return { act: 'submit', since: state.acceptedAt ?? assignedAt }
    default:
      return null
  }
}

/** What waits for the agency that asked: results, wishes for more time, a decline. */
const asksOfAsker = (state: FulfilmentState): AskRow[] => {
  const { agencyId, askerId, title } = state.assignment!
  const ask = (act: string, since: string): AskRow => ({
    agencyId: askerId,
    act,
    title,
    askerId: agencyId,
    verb: 'de-nghi',
    dueAt: null,
    since: new Date(since),
  })
  if (['suspended', 'cancelled', 'finished', 'confirmed', 'none'].includes(state.status)) return []
  const submittedAt = state.status === 'submitted' ? state.submittedAt : (toAnswer(state, 'submitted')?.submittedAt ?? null)
  return [
    ...(submittedAt ? [ask('confirm', submittedAt)] : []),
    ...(state.extension ? [ask('decideExtension', state.extension.askedAt)] : []),
    ...(state.declined ? [ask('decideDecline', state.declined.at)] : []),
  ]
}
