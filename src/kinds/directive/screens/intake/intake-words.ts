import { messages } from '../../../../web/shell/i18n.ts'

/** What the reading screen says about its own acts. */
export const intakeWords = messages({
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  confirmed: { vi: 'Đã xác nhận việc {n}: {title}', en: 'Confirmed {n}: {title}' },
  allRead: { vi: 'Đã đọc hết. Ctrl Enter để xem lại và giao việc', en: 'All read. Ctrl Enter to check and assign' },
  split: { vi: 'Đã tách việc {n} thành hai', en: 'Split {n} in two' },
  cannotSplit: { vi: 'Đặt con trỏ vào chỗ cần tách trong ô nội dung.', en: 'Put the caret where the content is to be cut.' },
  merged: { vi: 'Đã gộp việc {n} với việc {m}', en: 'Merged {n} with {m}' },
  removed: { vi: 'Đã bỏ: {title}', en: 'Removed: {title}' },
  lead: { vi: 'Chọn cơ quan chủ trì', en: 'Choose the lead' },
  unknown: { vi: 'Chọn cơ quan cho tên chưa rõ', en: 'Choose the agency for the unknown name' },
  content: { vi: 'Điền nội dung nhiệm vụ', en: 'Fill in the content' },
  unread: { vi: 'Còn {n} nhiệm vụ chưa đọc', en: '{n} not read yet' },
  noneYet: { vi: 'Chưa có nhiệm vụ nào', en: 'No assignments yet' },
  saving: { vi: 'Đang lưu bản nháp', en: 'Saving the draft' },
  unsaved: {
    vi: 'Thay đổi cuối trên máy này chưa lưu. Chép lại nếu cần, rồi',
    en: 'The last change on this machine is not saved. Copy it if needed, then',
  },
  reload: { vi: 'xem bản mới', en: 'see the new version' },
  parts: { vi: 'Phần đang xem', en: 'Part shown' },
  paper: { vi: 'Văn bản', en: 'Document' },
  cards: { vi: 'Nhiệm vụ', en: 'Assignments' },
})
