/** What the reading and acknowledging of a text can answer. */
export const ACKNOWLEDGEMENT_PROBLEMS = {
  'version-passed': {
    status: 409,
    vi: 'Đã có bản {version}. Xem bản mới rồi làm lại.',
    en: 'There is a version {version}. Read it, then try again.',
  },
  'clause-unknown': {
    status: 422,
    vi: 'Chọn lại điều khoản: văn bản không có điều khoản này.',
    en: 'Choose again: there is no such clause.',
  },
  'nothing-to-read': { status: 409, vi: 'Hồ sơ không có văn bản đang cần đọc.', en: 'There is no text to read in this case now.' },
  'read-first': { status: 409, vi: 'Đọc hết {count} điều khoản còn lại trước.', en: 'Read the remaining {count} clauses first.' },
  'already-confirmed': { status: 409, vi: 'Đồng chí đã xác nhận bản này.', en: 'You have confirmed this version.' },
  'not-required-yet': { status: 409, vi: 'Chọn đơn vị phải đọc trước.', en: 'Choose who must read first.' },
  'nobody-missing': { status: 409, vi: 'Mọi cán bộ đã xác nhận.', en: 'Every officer has confirmed.' },
  'reminded-today': { status: 409, vi: 'Đã nhắc hôm nay. Chờ sang ngày mai.', en: 'They were reminded today. Wait until tomorrow.' },
  'own-agency-only': { status: 403, vi: 'Chỉ đặt cho cơ quan mình.', en: 'You may do this for your own agency only.' },
} as const
