import { problemsWith, type ProblemTexts } from '../../kernel/problems/catalogue.ts'

/** What a directive answers beside the general problems. Codes never change once released. */
export const DIRECTIVE_PROBLEMS = {
  'issued-only': { status: 409, vi: 'Ban hành văn bản trước.', en: 'Issue the document first.' },
  'needs-number': { status: 422, vi: 'Điền số, ký hiệu văn bản.', en: 'Fill in the number and symbol.' },
  'needs-date': { status: 422, vi: 'Điền đủ ngày, tháng, năm ban hành.', en: 'Fill in day, month and year of issue.' },
  'date-future': {
    status: 422,
    vi: 'Sửa ngày ban hành: không được sau hôm nay.',
    en: 'Correct the date of issue: it cannot be later than today.',
  },
  'needs-issuer': { status: 422, vi: 'Chọn cơ quan ban hành trong danh bạ.', en: 'Choose the issuer from the directory.' },
  'needs-subject': { status: 422, vi: 'Điền trích yếu.', en: 'Fill in the subject.' },
  'needs-assignment': { status: 422, vi: 'Thêm ít nhất một nhiệm vụ.', en: 'Add at least one assignment.' },
  'needs-content': { status: 422, vi: 'Điền nội dung nhiệm vụ {ordinal}.', en: 'Fill in the content of assignment {ordinal}.' },
  'needs-lead': { status: 422, vi: 'Chọn cơ quan chủ trì nhiệm vụ {ordinal}.', en: 'Choose the lead of assignment {ordinal}.' },
  'unknown-target': {
    status: 422,
    vi: 'Chọn cơ quan cho "{name}" ở nhiệm vụ {ordinal}.',
    en: 'Choose the agency meant by "{name}" in assignment {ordinal}.',
  },
  'class-empty': {
    status: 422,
    vi: 'Chọn lại "{name}" ở nhiệm vụ {ordinal}: không có cơ quan nào thuộc nhóm này.',
    en: 'Choose again for "{name}" in assignment {ordinal}: no agency belongs to it.',
  },
  unconfirmed: {
    status: 422,
    vi: 'Còn {count} nhiệm vụ chưa xác nhận đã đọc.',
    en: '{count} assignments have not been checked yet.',
  },
  'still-open': { status: 409, vi: 'Còn {count} phần việc chưa xác nhận.', en: '{count} parts have not been confirmed.' },
  'deadline-before-issue': {
    status: 422,
    vi: 'Sửa hạn của nhiệm vụ {ordinal}: hạn trước ngày ban hành.',
    en: 'Correct the deadline of assignment {ordinal}: it precedes the date of issue.',
  },
} as const satisfies ProblemTexts

export const { reason, problem, refusal } = problemsWith(DIRECTIVE_PROBLEMS)

export type Code = Parameters<typeof reason>[0]
