import { dateWords } from '../assignments/due.ts'
import type { Sentence, TimelineTexts } from '../cases/reads/timeline.ts'
import type { Text } from '../problems/problem.ts'
import type { LoggedEvent } from '../streams/decider.ts'
import type { AcknowledgementEvent } from './acknowledgement-contract.ts'
import type { ReadingEvent } from './reading.ts'

type Told = AcknowledgementEvent | ReadingEvent

/** One sentence for each event. An agency reads its own, an officer theirs. */
const TEXTS: Record<Told['type'], Text> = {
  'acknowledgement.required': { vi: '{agency} yêu cầu cán bộ đọc và xác nhận', en: '{agency} asked its officers to read and confirm' },
  'acknowledgement.reminded': { vi: '{agency} nhắc {count} cán bộ đọc', en: '{agency} reminded {count} officers to read' },
  'acknowledgement.stopped': { vi: '{agency} dừng yêu cầu đọc', en: '{agency} stopped asking to read' },
  'reading.read': { vi: 'Đồng chí đã đọc {count} điều khoản bản {version}', en: 'You read {count} clauses of version {version}' },
  'reading.confirmed': { vi: 'Đồng chí xác nhận đã quán triệt bản {version}', en: 'You confirmed version {version}' },
  'reading.asked': { vi: '{agency} nhắc đồng chí đọc', en: '{agency} reminded you to read' },
}

const REQUIRED_BY: Text = {
  vi: '{agency} yêu cầu cán bộ đọc và xác nhận, hạn {day}',
  en: '{agency} asked its officers to read and confirm by {day}',
}

/** How events of acknowledgements and readings are told. */
export const acknowledgementTimeline: TimelineTexts = (event: LoggedEvent): Sentence => {
  const told = event as LoggedEvent<Told>
  const limited = told.type === 'acknowledgement.required' && told.data.dueOn !== null
  return { text: limited ? REQUIRED_BY : TEXTS[told.type], params: paramsOf(told), agencyParams: {} }
}

const paramsOf = (event: LoggedEvent<Told>): Record<string, string | number> => {
  switch (event.type) {
    case 'acknowledgement.required':
      return event.data.dueOn ? { day: dateWords(event.data.dueOn) } : {}
    case 'acknowledgement.reminded':
      return { count: event.data.count }
    case 'reading.read':
      return { count: event.data.clauseIds.length, version: event.data.version }
    case 'reading.confirmed':
      return { version: event.data.version }
    default:
      return {}
  }
}
