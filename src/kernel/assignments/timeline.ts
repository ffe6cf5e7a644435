import type { Sentence, TimelineTexts } from '../cases/reads/timeline.ts'
import type { Text } from '../problems/problem.ts'
import type { LoggedEvent } from '../streams/decider.ts'
import { dateWords } from './due.ts'
import type { FulfilmentEventType, LoggedFulfilmentEvent } from './events.ts'

/** One sentence for each event; {agency} is the one that acted. */
const TEXTS: Record<FulfilmentEventType, Text> = {
  'fulfilment.assigned': { vi: '{by} giao {to}: {title}', en: '{by} assigned to {to}: {title}' },
  'fulfilment.accepted': { vi: '{agency} tiếp nhận', en: '{agency} accepted' },
  'fulfilment.declined': { vi: '{agency} từ chối: {reason}', en: '{agency} declined: {reason}' },
  'fulfilment.upheld': { vi: '{agency} giữ nguyên việc giao: {note}', en: '{agency} upheld the assignment: {note}' },
  'fulfilment.reported': { vi: '{agency} báo tiến độ: {text}', en: '{agency} reported progress: {text}' },
  'fulfilment.submitted': { vi: '{agency} nộp kết quả: {text}', en: '{agency} submitted: {text}' },
  'fulfilment.withdrawn': { vi: '{agency} rút kết quả đã nộp', en: '{agency} took the result back' },
  'fulfilment.nothingReported': {
    vi: '{agency} báo không phát sinh trong {count} kỳ',
    en: '{agency} reported nothing for {count} periods',
  },
  'fulfilment.returned': { vi: '{agency} trả lại: {reason}', en: '{agency} returned it: {reason}' },
  'fulfilment.confirmed': { vi: '{agency} xác nhận kết quả', en: '{agency} confirmed the result' },
  'fulfilment.extensionAsked': { vi: '{agency} xin gia hạn đến {day}: {reason}', en: '{agency} asked for time until {day}: {reason}' },
  'fulfilment.extensionGranted': { vi: '{agency} gia hạn đến {day}', en: '{agency} gave time until {day}' },
  'fulfilment.extensionRefused': { vi: '{agency} không gia hạn: {reason}', en: '{agency} gave no more time: {reason}' },
  'fulfilment.handedOn': { vi: '{agency} giao xử lý trong đơn vị: {instruction}', en: '{agency} handed it on inside: {instruction}' },
  'fulfilment.delegated': { vi: '{agency} giao lại cho {count} đơn vị trực thuộc', en: '{agency} handed it on to {count} subordinates' },
  'fulfilment.suspended': { vi: '{agency} tạm dừng: {reason}', en: '{agency} suspended it: {reason}' },
  'fulfilment.resumed': { vi: '{agency} cho tiếp tục', en: '{agency} resumed it' },
  'fulfilment.cancelled': { vi: '{agency} huỷ nhiệm vụ: {reason}', en: '{agency} cancelled it: {reason}' },
  'fulfilment.finished': { vi: 'Nhiệm vụ kết thúc cùng hồ sơ', en: 'It ended with the case' },
  'fulfilment.chased': { vi: '{agency} đôn đốc {message}', en: '{agency} chased {message}' },
  'fulfilment.deadlineChanged': { vi: '{agency} đổi hạn thành {day} {reason}', en: '{agency} moved the deadline to {day} {reason}' },
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
