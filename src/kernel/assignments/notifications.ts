import type { NotifyChange } from '../streams/change.ts'
import { dateWords } from './due.ts'
import type { FulfilmentEventType, LoggedFulfilmentEvent } from './events.ts'
import type { FulfilmentNotification } from './notification-texts.ts'
import { currentDue, type FulfilmentState } from './state.ts'

type To = 'accountable' | 'asker'

/** Whom an event calls or answers. What is not here is read in the timeline and disturbs nobody. */
const TO = {
  'fulfilment.assigned': 'accountable',
  'fulfilment.declined': 'asker',
  'fulfilment.upheld': 'accountable',
  'fulfilment.submitted': 'asker',
  'fulfilment.returned': 'accountable',
  'fulfilment.confirmed': 'accountable',
  'fulfilment.extensionAsked': 'asker',
  'fulfilment.extensionGranted': 'accountable',
  'fulfilment.extensionRefused': 'accountable',
  'fulfilment.handedOn': 'accountable',
  'fulfilment.suspended': 'accountable',
  'fulfilment.resumed': 'accountable',
  'fulfilment.cancelled': 'accountable',
  'fulfilment.chased': 'accountable',
  'fulfilment.deadlineChanged': 'accountable',
} as const satisfies Partial<Record<FulfilmentEventType & FulfilmentNotification, To>>

const calls = (type: FulfilmentEventType): type is keyof typeof TO => Object.hasOwn(TO, type)

/** The notifications of an event, never to the agency that acted itself unless it calls one of its officers. */
export const notificationsOf = (state: FulfilmentState, event: LoggedFulfilmentEvent): NotifyChange<FulfilmentNotification>[] => {
  const { agencyId, askerId, title } = state.assignment!
  const { type } = event
  if (!calls(type)) return []
  const to: To = TO[type]
  const officerId = event.type === 'fulfilment.handedOn' ? event.data.officerId : null
  const [receiver, sender] = to === 'asker' ? [askerId, agencyId] : [agencyId, event.type === 'fulfilment.handedOn' ? agencyId : askerId]
  if (receiver === event.agencyId && event.type !== 'fulfilment.handedOn') return []
  const days = event.type === 'fulfilment.chased' ? daysOver(state, event.recordedAt) : 0
  return [
    {
      table: 'notify',
      streamId: event.streamId,
      caseId: event.caseId,
      agencyId: receiver,
      officerId: officerId === event.officerId ? null : officerId,
      what: days > 0 ? 'fulfilment.chasedLate' : type,
      params: { title, days, day: dayOf(event) },
      askerId: sender,
    },
  ]
}

/** The day that a notification names: the one asked for, or the new limit. */
const dayOf = (event: LoggedFulfilmentEvent): string | null => {
  switch (event.type) {
    case 'fulfilment.extensionAsked':
    case 'fulfilment.extensionGranted':
      return dateWords(event.data.until)
    case 'fulfilment.deadlineChanged':
      return dateWords(event.data.due.lastDay)
    default:
      return null
  }
}

/** Whole days past the limit, counted from one begun. */
const daysOver = (state: FulfilmentState, at: Date): number => {
  const due = currentDue(state)
  return due ? Math.max(0, Math.ceil((at.getTime() - Date.parse(due.dueAt)) / 86_400_000)) : 0
}
