import type { Text } from '../problems/problem.ts'

/** What the notifications of fulfilments say. {asker} is who asks or answers, {number} the case's number, {title} what it is about. */
export const FULFILMENT_NOTIFICATIONS = {
  'fulfilment.assigned': { vi: '{asker} giao việc theo {number}: {title}', en: '{asker} assigned under {number}: {title}' },
  'fulfilment.handedOn': { vi: 'Bút phê giao xử lý theo {number}: {title}', en: 'Handed to you under {number}: {title}' },
  'fulfilment.submitted': { vi: '{asker} nộp kết quả, chờ xác nhận: {title}', en: '{asker} submitted a result to confirm: {title}' },
  'fulfilment.returned': { vi: '{asker} trả lại kết quả: {title}', en: '{asker} returned the result: {title}' },
  'fulfilment.confirmed': { vi: '{asker} xác nhận kết quả: {title}', en: '{asker} confirmed the result: {title}' },
  'fulfilment.extensionAsked': { vi: '{asker} xin gia hạn đến {day}: {title}', en: '{asker} asks for time until {day}: {title}' },
  'fulfilment.extensionGranted': { vi: '{asker} gia hạn đến {day}: {title}', en: '{asker} gave time until {day}: {title}' },
  'fulfilment.extensionRefused': { vi: '{asker} không gia hạn: {title}', en: '{asker} gave no more time: {title}' },
  'fulfilment.declined': { vi: '{asker} từ chối, chờ quyết định: {title}', en: '{asker} declined, a decision is due: {title}' },
  'fulfilment.upheld': { vi: '{asker} giữ nguyên việc giao: {title}', en: '{asker} upholds the assignment: {title}' },
  'fulfilment.chased': { vi: '{asker} đôn đốc: {title}', en: '{asker} chases: {title}' },
  'fulfilment.chasedLate': { vi: '{asker} đôn đốc, quá hạn {days} ngày: {title}', en: '{asker} chases, {days} days overdue: {title}' },
  'fulfilment.suspended': { vi: '{asker} tạm dừng: {title}', en: '{asker} suspended: {title}' },
  'fulfilment.resumed': { vi: '{asker} cho tiếp tục: {title}', en: '{asker} resumed: {title}' },
  'fulfilment.cancelled': { vi: '{asker} huỷ nhiệm vụ: {title}', en: '{asker} cancelled: {title}' },
  'fulfilment.deadlineChanged': { vi: '{asker} đổi hạn thành {day}: {title}', en: '{asker} moved the deadline to {day}: {title}' },
} as const satisfies Readonly<Record<string, Text>>

export type FulfilmentNotification = keyof typeof FULFILMENT_NOTIFICATIONS
