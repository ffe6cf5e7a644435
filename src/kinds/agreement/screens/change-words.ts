import { messages } from '../../../web/shell/i18n.ts'

/** What may have changed in an agreement under an officer's hands, by the type of its event. */
export const agreementChanges = messages({
  'agreement.edited': { vi: 'sửa dự thảo', en: 'draft changed' },
  'agreement.sent': { vi: 'gửi dự thảo cho các bên', en: 'draft sent to the parties' },
  'agreement.discarded': { vi: 'bỏ dự thảo', en: 'draft discarded' },
  'agreement.revised': { vi: 'gửi bản mới', en: 'new version sent' },
  'agreement.commented': { vi: 'thêm ý kiến', en: 'comment added' },
  'agreement.resolved': { vi: 'giải quyết ý kiến', en: 'comment resolved' },
  'agreement.agreed': { vi: 'một bên đồng ý', en: 'a party agreed' },
  'agreement.agreementWithdrawn': { vi: 'một bên rút đồng ý', en: 'a party took its agreement back' },
  'agreement.signed': { vi: 'một bên ký', en: 'a party signed' },
  'agreement.cameIntoForce': { vi: 'quy chế có hiệu lực', en: 'came into force' },
  'agreement.scanAttached': { vi: 'gắn bản chụp đã ký', en: 'signed scan attached' },
  'agreement.proposed': { vi: 'đề nghị sửa đổi', en: 'amendment proposed' },
  'agreement.proposalWithdrawn': { vi: 'rút bản sửa đổi', en: 'amendment withdrawn' },
  'agreement.endProposed': { vi: 'đề nghị kết thúc', en: 'end proposed' },
  'agreement.endAgreed': { vi: 'một bên đồng ý kết thúc', en: 'a party agreed to the end' },
  'agreement.endRefused': { vi: 'một bên không đồng ý kết thúc', en: 'a party refused the end' },
  'agreement.ended': { vi: 'quy chế kết thúc', en: 'ended' },
  'agreement.succeeded': { vi: 'ghi đơn vị kế thừa', en: 'successor recorded' },
  'agreement.assigned': { vi: 'giao việc theo điều khoản', en: 'work assigned' },
  'agreement.assignmentCancelled': { vi: 'huỷ một việc', en: 'work cancelled' },
  'agreement.tied': { vi: 'gắn hồ sơ', en: 'case tied' },
  'agreement.untied': { vi: 'bỏ gắn hồ sơ', en: 'case untied' },
  'agreement.evidenceAdded': { vi: 'thêm minh chứng', en: 'evidence added' },
  'agreement.evidenceWithdrawn': { vi: 'rút minh chứng', en: 'evidence withdrawn' },
})
