import { messages } from '../../../web/shell/i18n.ts'

/** Words of the fixed choices of an agreement, by the keys of its contract. */
export const roleWords = messages({
  lead: { vi: 'Chủ trì', en: 'Leads' },
  coordinating: { vi: 'Phối hợp', en: 'Coordinates' },
  adviser: { vi: 'Tư vấn', en: 'Advises' },
})

export const verbWords = messages({
  giao: { vi: 'Giao', en: 'Assigns' },
  'yeu-cau': { vi: 'Yêu cầu', en: 'Requires' },
  'de-nghi': { vi: 'Đề nghị', en: 'Asks' },
})

export const shapeWords = messages({
  once: { vi: 'Một lần', en: 'Once' },
  recurring: { vi: 'Định kỳ', en: 'Recurring' },
  continuous: { vi: 'Thường xuyên', en: 'Continuous' },
  'on-event': { vi: 'Khi phát sinh', en: 'On event' },
})

export const recurrenceWords = messages({
  monthly: { vi: 'Hằng tháng', en: 'Monthly' },
  quarterly: { vi: 'Hằng quý', en: 'Quarterly' },
  'six-monthly': { vi: '6 tháng một lần', en: 'Every six months' },
  yearly: { vi: 'Hằng năm', en: 'Yearly' },
})

export const replyUnitWords = messages({
  hour: { vi: 'giờ', en: 'hours' },
  day: { vi: 'ngày', en: 'days' },
  'working-day': { vi: 'ngày làm việc', en: 'working days' },
})

export const stageWords = messages({
  draft: { vi: 'dự thảo', en: 'draft' },
  negotiating: { vi: 'đang lấy ý kiến', en: 'open for comments' },
  signing: { vi: 'chờ ký', en: 'to be signed' },
  'in-force': { vi: 'đang hiệu lực', en: 'in force' },
  past: { vi: 'hết hiệu lực', en: 'was in force' },
  superseded: { vi: 'đã thay bằng bản sau', en: 'superseded' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
})

/** Names of the parts of a text. */
export const fieldWords = messages({
  general: { vi: 'Tên và số', en: 'Title and number' },
  title: { vi: 'Tên quy chế', en: 'Title' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  parties: { vi: 'Bên tham gia', en: 'Parties' },
  articles: { vi: 'Điều khoản', en: 'Articles' },
  exchange: { vi: 'Trao đổi thông tin', en: 'Exchange of information' },
  briefing: { vi: 'Giao ban', en: 'Briefings' },
  review: { vi: 'Sơ kết, tổng kết', en: 'Reviews' },
  funding: { vi: 'Kinh phí', en: 'Funding' },
  term: { vi: 'Hiệu lực', en: 'Term' },
  contactPoints: { vi: 'Đầu mối', en: 'Contact points' },
  headings: { vi: 'Tên chương, điều', en: 'Headings' },
})
