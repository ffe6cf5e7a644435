import type { Sentence, TimelineTexts } from '../cases/reads/timeline.ts'
import type { Text } from '../problems/problem.ts'
import type { LoggedEvent } from '../streams/decider.ts'
import { dateWords } from './due.ts'
import type { FulfilmentEventType, LoggedFulfilmentEvent } from './events.ts'

/** One sentence for each event; {agency} is the one that acted. */
const TEXTS: Record<FulfilmentEventType, Text> = {
  'fulfilment.assigned': { vi: '{by} giao {to}: {title}', en: '{by} assigned to {to}: {title}' },
  'fulfilment.accepted': { vi: '{agency} tiếp nhận nhiệm vụ {ordinal}', en: '{agency} accepted assignment {ordinal}' },
  'fulfilment.declined': { vi: '{agency} từ chối nhiệm vụ {ordinal}: {reason}', en: '{agency} declined assignment {ordinal}: {reason}' },
  'fulfilment.upheld': {
    vi: '{agency} giữ nguyên việc giao {to} nhiệm vụ {ordinal}: {note}',
    en: '{agency} upheld assignment {ordinal} of {to}: {note}',
  },
  'fulfilment.reported': { vi: '{agency} báo tiến độ nhiệm vụ {ordinal}: {text}', en: '{agency} reported on assignment {ordinal}: {text}' },
  'fulfilment.submitted': { vi: '{agency} nộp kết quả nhiệm vụ {ordinal}: {text}', en: '{agency} submitted assignment {ordinal}: {text}' },
  'fulfilment.withdrawn': { vi: '{agency} rút kết quả nhiệm vụ {ordinal}', en: '{agency} took back the result of assignment {ordinal}' },
  'fulfilment.nothingReported': {
    vi: '{agency} báo không phát sinh trong {count} kỳ, nhiệm vụ {ordinal}',
    en: '{agency} reported nothing for {count} periods of assignment {ordinal}',
  },
  'fulfilment.returned': {
    vi: '{agency} trả lại {to} kết quả nhiệm vụ {ordinal}: {reason}',
    en: '{agency} returned assignment {ordinal} to {to}: {reason}',
  },
  'fulfilment.confirmed': {
    vi: '{agency} xác nhận kết quả nhiệm vụ {ordinal} của {to}',
    en: '{agency} confirmed assignment {ordinal} of {to}',
  },
  'fulfilment.extensionAsked': {
    vi: '{agency} xin gia hạn nhiệm vụ {ordinal} đến {day}: {reason}',
    en: '{agency} asked for time until {day} for assignment {ordinal}: {reason}',
  },
  'fulfilment.extensionGranted': {
    vi: '{agency} gia hạn cho {to} nhiệm vụ {ordinal} đến {day}',
    en: '{agency} gave {to} time until {day} for assignment {ordinal}',
  },
  'fulfilment.extensionRefused': {
    vi: '{agency} không gia hạn nhiệm vụ {ordinal} cho {to}: {reason}',
    en: '{agency} gave {to} no more time for assignment {ordinal}: {reason}',
  },
  'fulfilment.handedOn': {
    vi: '{agency} giao xử lý nhiệm vụ {ordinal} trong đơn vị: {instruction}',
    en: '{agency} handed assignment {ordinal} on inside: {instruction}',
  },
  'fulfilment.delegated': {
    vi: '{agency} giao nhiệm vụ {ordinal} cho {count} đơn vị trực thuộc',
    en: '{agency} handed assignment {ordinal} on to {count} subordinates',
  },
  'fulfilment.suspended': {
    vi: '{agency} tạm dừng nhiệm vụ {ordinal} của {to}: {reason}',
    en: '{agency} suspended assignment {ordinal} of {to}: {reason}',
  },
  'fulfilment.resumed': { vi: '{agency} cho {to} tiếp tục nhiệm vụ {ordinal}', en: '{agency} resumed assignment {ordinal} of {to}' },
  'fulfilment.cancelled': {
    vi: '{agency} huỷ nhiệm vụ {ordinal} của {to}: {reason}',
    en: '{agency} cancelled assignment {ordinal} of {to}: {reason}',
  },
  'fulfilment.finished': { vi: 'Nhiệm vụ {ordinal} của {to} kết thúc cùng hồ sơ', en: 'Assignment {ordinal} of {to} ended with the case' },
  'fulfilment.chased': {
    vi: '{agency} đôn đốc {to} nhiệm vụ {ordinal}{message}',
    en: '{agency} chased {to} about assignment {ordinal}{message}',
  },
  'fulfilment.deadlineChanged': {
    vi: '{agency} đổi hạn nhiệm vụ {ordinal} của {to} thành {day}: {reason}',
    en: '{agency} moved the limit of assignment {ordinal} of {to} to {day}: {reason}',
  },
}

/** How an event of a fulfilment is told. Ids of agencies are given to be named by the reader of the timeline. */
export const fulfilmentTimeline: TimelineTexts = (event: LoggedEvent): Sentence => {
  const told = event as LoggedFulfilmentEvent
  const agencyParams: Record<string, string> = told.type === 'fulfilment.assigned' ? { by: told.data.askerId, to: told.data.agencyId } : {}
  return { text: TEXTS[told.type], params: paramsOf(told), agencyParams }
}

const paramsOf = (event: LoggedFulfilmentEvent): Record<string, string | number> => {
  const words = Object.entries(event.data).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const params: Record<string, string | number> = Object.fromEntries(words)
  switch (event.type) {
    case 'fulfilment.nothingReported':
      return { ...params, count: event.data.periodKeys.length }
    case 'fulfilment.delegated':
      return { ...params, count: event.data.children.length }
    case 'fulfilment.extensionAsked':
    case 'fulfilment.extensionGranted':
      return { ...params, day: dateWords(event.data.until) }
    case 'fulfilment.deadlineChanged':
      return { ...params, day: dateWords(event.data.due.lastDay) }
    case 'fulfilment.chased':
      return { message: event.data.message ? `: ${event.data.message}` : '' }
    default:
      return params
  }
}
