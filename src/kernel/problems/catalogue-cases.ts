/** What a case of any kind can answer. */
export const CASE_PROBLEMS = {
  'owner-only': { status: 403, vi: 'Chỉ cơ quan lập hồ sơ được làm việc này.', en: 'Only the agency that runs the case may do this.' },
  'by-the-case': { status: 409, vi: 'Hệ thống tự làm việc này khi hồ sơ thay đổi.', en: 'This follows from the case by itself.' },
  'draft-only': { status: 409, vi: 'Chỉ sửa được bản nháp.', en: 'Only a draft can be changed.' },
  'case-closed': { status: 409, vi: 'Hồ sơ đã kết thúc.', en: 'The case is closed.' },
  'case-replaced': { status: 409, vi: 'Hồ sơ đã được thay thế bằng văn bản sau.', en: 'A later document replaced this case.' },
  'case-discarded': { status: 409, vi: 'Bản nháp đã huỷ.', en: 'The draft was discarded.' },
  'case-exists': { status: 409, vi: 'Hồ sơ đã được lập.', en: 'The case already exists.' },
  'duplicate-assignment': {
    status: 422,
    vi: 'Hai nhiệm vụ trùng mã. Bỏ một nhiệm vụ.',
    en: 'Two assignments carry the same id. Remove one.',
  },
  'assignment-unknown': {
    status: 422,
    vi: 'Chọn lại nhiệm vụ: văn bản không có nhiệm vụ này.',
    en: 'Choose again: there is no such assignment.',
  },
  'assignment-cancelled': { status: 409, vi: 'Nhiệm vụ này đã huỷ.', en: 'This assignment was cancelled.' },
  'same-case': { status: 422, vi: 'Chọn văn bản khác với hồ sơ này.', en: 'Choose a document other than this case.' },
} as const
