import { messages, type Text } from './i18n.ts'

/** What may have changed under an officer's hands, by the type of its event; said where an act is refused because of it. */
const changes = messages({
  'fulfilment.accepted': { vi: 'tiếp nhận', en: 'accepted' },
  'fulfilment.declined': { vi: 'không nhận', en: 'declined' },
  'fulfilment.upheld': { vi: 'giữ nguyên việc giao', en: 'upheld' },
  'fulfilment.reported': { vi: 'thêm báo tiến độ', en: 'progress reported' },
  'fulfilment.submitted': { vi: 'thêm kết quả', en: 'result submitted' },
  'fulfilment.withdrawn': { vi: 'rút kết quả', en: 'result taken back' },
  'fulfilment.nothingReported': { vi: 'báo không phát sinh', en: 'reported that nothing occurred' },
  'fulfilment.returned': { vi: 'trả lại kết quả', en: 'result returned' },
  'fulfilment.confirmed': { vi: 'xác nhận kết quả', en: 'result confirmed' },
  'fulfilment.extensionAsked': { vi: 'xin gia hạn', en: 'extension asked' },
  'fulfilment.extensionGranted': { vi: 'gia hạn', en: 'extension granted' },
  'fulfilment.extensionRefused': { vi: 'không gia hạn', en: 'extension refused' },
  'fulfilment.handedOn': { vi: 'giao xử lý trong cơ quan', en: 'handed on inside' },
  'fulfilment.delegated': { vi: 'giao đơn vị trực thuộc', en: 'handed on to subordinates' },
  'fulfilment.suspended': { vi: 'tạm dừng', en: 'suspended' },
  'fulfilment.resumed': { vi: 'tiếp tục', en: 'resumed' },
  'fulfilment.cancelled': { vi: 'huỷ nhiệm vụ', en: 'cancelled' },
  'fulfilment.finished': { vi: 'kết thúc cùng hồ sơ', en: 'ended with the case' },
  'fulfilment.chased': { vi: 'đôn đốc', en: 'chased' },
  'fulfilment.deadlineChanged': { vi: 'đổi hạn', en: 'deadline changed' },
  'agency.renamed': { vi: 'đổi tên cơ quan', en: 'agency renamed' },
  'agency.moved': { vi: 'chuyển cơ quan cấp trên', en: 'agency moved' },
  'agency.ended': { vi: 'kết thúc hoạt động', en: 'agency ended' },
  'acknowledgement.required': { vi: 'đổi đơn vị phải đọc', en: 'who must read changed' },
  'acknowledgement.reminded': { vi: 'nhắc người chưa đọc', en: 'readers reminded' },
  'acknowledgement.stopped': { vi: 'thôi yêu cầu đọc', en: 'reading no longer asked' },
  'mandate.transferred': { vi: 'chuyển giao nhiệm vụ quản lý nhà nước', en: 'mandate transferred' },
  'mandate.ended': { vi: 'kết thúc nhiệm vụ quản lý nhà nước', en: 'mandate ended' },
  'contact-point.changed': { vi: 'đổi đầu mối', en: 'contact point changed' },
  'contact-point.ended': { vi: 'kết thúc đầu mối', en: 'contact point ended' },
  'post.assigned': { vi: 'bổ nhiệm chức vụ', en: 'post filled' },
  'post.vacated': { vi: 'thôi giữ chức vụ', en: 'post vacated' },
  'post.ended': { vi: 'kết thúc chức vụ', en: 'post ended' },
  'officer.renamed': { vi: 'đổi tên cán bộ', en: 'officer renamed' },
  'officer.deactivated': { vi: 'khoá tài khoản', en: 'account locked' },
})
const other: Text = { vi: 'thay đổi khác', en: 'another change' }

const known = new Map<string, Text>(Object.entries(changes))

/** Adds the words for the events of a kind. */
export const addChangeWords = (words: Readonly<Record<string, Text>>): void => {
  for (const [type, text] of Object.entries(words)) known.set(type, text)
}

/** The words for a type of event; a type that nobody named is still said to be a change. */
export const changeWords = (type: string): Text => known.get(type) ?? other
