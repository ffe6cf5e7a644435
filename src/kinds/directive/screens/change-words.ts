import { messages } from '../../../web/shell/i18n.ts'

/** What may have changed in a directive under an officer's hands, by the type of its event. */
export const directiveChanges = messages({
  'directive.edited': { vi: 'sửa bản nháp', en: 'draft changed' },
  'directive.issued': { vi: 'ban hành', en: 'issued' },
  'directive.assignmentAdded': { vi: 'giao thêm nhiệm vụ', en: 'assignment added' },
  'directive.assignmentCancelled': { vi: 'huỷ một nhiệm vụ', en: 'assignment cancelled' },
  'directive.amended': { vi: 'ghi văn bản sửa đổi', en: 'amendment noted' },
  'directive.replaced': { vi: 'ghi văn bản thay thế', en: 'replacement noted' },
  'directive.closed': { vi: 'kết thúc hồ sơ', en: 'case closed' },
  'directive.discarded': { vi: 'bỏ bản nháp', en: 'draft discarded' },
})
