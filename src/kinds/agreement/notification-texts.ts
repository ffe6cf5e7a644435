import type { Text } from '../../kernel/problems/problem.ts'

/** What the notifications of agreements say. {asker} is who asks or answers, {number} the case's number, {title} what it is about. */
export const AGREEMENT_NOTIFICATIONS = {
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
} as const satisfies Readonly<Record<string, Text>>

export type AgreementNotification = keyof typeof AGREEMENT_NOTIFICATIONS
