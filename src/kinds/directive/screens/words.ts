import { messages } from '../../../web/shell/i18n.ts'

/** Words of the fixed choices of a directive, by the keys of its contract. */
export const documentTypes = messages({
  'cong-van': { vi: 'Công văn', en: 'Official letter' },
  'chi-thi': { vi: 'Chỉ thị', en: 'Directive' },
  'ke-hoach': { vi: 'Kế hoạch', en: 'Plan' },
  'quyet-dinh': { vi: 'Quyết định', en: 'Decision' },
  'thong-bao': { vi: 'Thông báo', en: 'Notice' },
  'quy-che': { vi: 'Quy chế', en: 'Regulation' },
  'nghi-quyet': { vi: 'Nghị quyết', en: 'Resolution' },
  'bien-ban': { vi: 'Biên bản', en: 'Minutes' },
  'bao-cao': { vi: 'Báo cáo', en: 'Report' },
  'thong-tu': { vi: 'Thông tư', en: 'Circular' },
  other: { vi: 'Loại khác', en: 'Other' },
})

export const urgencies = messages({
  normal: { vi: 'Thường', en: 'Normal' },
  khan: { vi: 'Khẩn', en: 'Urgent' },
  'thuong-khan': { vi: 'Thượng khẩn', en: 'Very urgent' },
  'hoa-toc': { vi: 'Hoả tốc', en: 'Express' },
})

export const capacities = messages({
  TM: { vi: 'TM. (thay mặt)', en: 'TM. (on behalf of)' },
  KT: { vi: 'KT. (ký thay)', en: 'KT. (for the head)' },
  TL: { vi: 'TL. (thừa lệnh)', en: 'TL. (by order)' },
  TUQ: { vi: 'TUQ. (thừa uỷ quyền)', en: 'TUQ. (by authorisation)' },
  Q: { vi: 'Q. (quyền)', en: 'Q. (acting)' },
})

export const verbs = messages({
  giao: { vi: 'Giao', en: 'Assigns' },
  'yeu-cau': { vi: 'Yêu cầu', en: 'Requires' },
  'de-nghi': { vi: 'Đề nghị', en: 'Asks' },
})

export const shapes = messages({
  once: { vi: 'Làm một lần', en: 'Once' },
  recurring: { vi: 'Định kỳ', en: 'Recurring' },
  continuous: { vi: 'Thường xuyên', en: 'Continuous' },
  'on-event': { vi: 'Khi phát sinh', en: 'On event' },
})

export const recurrences = messages({
  monthly: { vi: 'báo cáo hằng tháng', en: 'reports monthly' },
  quarterly: { vi: 'báo cáo hằng quý', en: 'reports quarterly' },
  'six-monthly': { vi: 'báo cáo 6 tháng một lần', en: 'reports every six months' },
  yearly: { vi: 'báo cáo hằng năm', en: 'reports yearly' },
})
