import { fill, type Params, type Text } from '../problems/problem.ts'

/** What a notification says, by key. {asker} is who asks or answers, {number} the case's number, {title} what it is about. */
export const NOTIFICATION_TEXTS: Record<string, Text> = {
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
  'directive.informed': { vi: '{asker} gửi để biết {number}: {title}', en: '{asker} informs you of {number}: {title}' },
  'directive.coordinating': { vi: '{asker} mời phối hợp theo {number}: {title}', en: '{asker} asks you to take part in {number}: {title}' },
  'directive.closed': { vi: '{asker} kết thúc {number}: {title}', en: '{asker} closed {number}: {title}' },
  'directive.amended': { vi: '{number} được sửa đổi, bổ sung: {title}', en: '{number} was amended: {title}' },
  'directive.replaced': { vi: '{number} được thay thế: {title}', en: '{number} was replaced: {title}' },
  'agreement.sent': { vi: '{asker} gửi dự thảo quy chế, chờ ý kiến: {title}', en: '{asker} sent a draft agreement to comment on: {title}' },
  'agreement.revised': {
    vi: '{asker} gửi bản {version}, chờ ý kiến: {title}',
    en: '{asker} sent version {version} to comment on: {title}',
  },
  'agreement.proposed': { vi: '{asker} đề nghị sửa đổi {number}: {title}', en: '{asker} proposes to amend {number}: {title}' },
  'agreement.commented': { vi: '{asker} góp ý bản {version}: {title}', en: '{asker} commented on version {version}: {title}' },
  'agreement.resolved': { vi: '{asker} giải quyết ý kiến: {title}', en: '{asker} resolved a comment: {title}' },
  'agreement.agreed': { vi: '{asker} đồng ý bản {version}: {title}', en: '{asker} agreed to version {version}: {title}' },
  'agreement.toSign': { vi: 'Các bên đã đồng ý, chờ ký: {title}', en: 'All parties agreed, to be signed: {title}' },
  'agreement.agreementWithdrawn': { vi: '{asker} rút đồng ý: {title}', en: '{asker} took its agreement back: {title}' },
  'agreement.discarded': { vi: '{asker} huỷ dự thảo: {title}', en: '{asker} discarded the draft: {title}' },
  'agreement.proposalWithdrawn': { vi: '{asker} rút đề nghị sửa đổi {number}', en: '{asker} withdrew the amendment of {number}' },
  'agreement.cameIntoForce': { vi: '{number} có hiệu lực từ {day}: {title}', en: '{number} is in force from {day}: {title}' },
  'agreement.endProposed': { vi: '{asker} đề nghị kết thúc {number}: {title}', en: '{asker} proposes to end {number}: {title}' },
  'agreement.endRefused': { vi: '{asker} không kết thúc {number}: {title}', en: '{asker} did not agree to end {number}: {title}' },
  'agreement.ended': { vi: '{number} kết thúc từ {day}: {title}', en: '{number} ended on {day}: {title}' },
  'agreement.succeeded': {
    vi: '{asker} ghi nhận đơn vị kế thừa trong {number}: {title}',
    en: '{asker} noted your agency as successor in {number}: {title}',
  },
  'reading.asked': { vi: '{asker} nhắc đọc và xác nhận {number}', en: '{asker} reminds you to read and confirm {number}' },
}

/** The text of a notification in both languages. A key that nobody knows shows as it is, so that a slip is seen. */
export const notificationText = (what: string, params: Record<string, string | number | null>): Text => {
  const known: Params = Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string | number] => entry[1] !== null))
  return fill(NOTIFICATION_TEXTS[what] ?? { vi: what, en: what }, known)
}
