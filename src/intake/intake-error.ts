import { MAX_FILE_BYTES, MAX_TEXT_CHARACTERS } from './limits.ts'
import type { Bilingual } from './draft.ts'

const megabytes = MAX_FILE_BYTES / 1024 / 1024
const characters = { vi: MAX_TEXT_CHARACTERS.toLocaleString('de-DE'), en: MAX_TEXT_CHARACTERS.toLocaleString('en-US') }

/** Every reason for which intake refuses a file, in the words an officer reads. */
export const INTAKE_ERRORS = {
  'secret-stamp': {
    vi: 'Văn bản có dấu MẬT nên không nhận. Lập mục sổ: số, ngày, nơi giữ.',
    en: 'The document bears a secrecy stamp, so it is not taken in. Make a register entry: number, date, holder.',
  },
  'file-too-large': {
    vi: `Tệp vượt ${megabytes} MB. Chọn tệp nhỏ hơn.`,
    en: `The file is over ${megabytes} MB. Choose a smaller file.`,
  },
  'text-too-long': {
    vi: `Văn bản dài hơn ${characters.vi} ký tự. Tách thành nhiều tệp rồi nạp lại.`,
    en: `The text is longer than ${characters.en} characters. Split it into several files and load them again.`,
  },
  empty: {
    vi: 'Tệp không có chữ nào. Chọn tệp khác.',
    en: 'The file holds no text. Choose another file.',
  },
  'pdf-not-yet': {
    vi: 'Chưa đọc được tệp PDF. Nạp bản .docx, .html hoặc .txt.',
    en: 'PDF files cannot be read yet. Load the .docx, .html or .txt copy.',
  },
  'wrong-encoding': {
    vi: 'Chữ trong tệp không theo Unicode (có thể là TCVN3, VNI hoặc Windows-1258). Lưu lại bằng UTF-8 rồi nạp lại.',
    en: 'The text is not Unicode (perhaps TCVN3, VNI or Windows-1258). Save it as UTF-8 and load it again.',
  },
  'password-protected': {
    vi: 'Tệp Word có mật khẩu. Gỡ mật khẩu rồi nạp lại.',
    en: 'The Word file has a password. Remove the password and load it again.',
  },
  'old-word': {
    vi: 'Tệp là Word cũ (.doc). Lưu lại dạng .docx rồi nạp lại.',
    en: 'This is an old Word file (.doc). Save it as .docx and load it again.',
  },
  'not-a-docx': {
    vi: 'Tệp không phải Word .docx hoặc đã hỏng. Mở bằng Word, lưu lại rồi nạp lại.',
    en: 'The file is not a Word .docx or is damaged. Open it in Word, save it and load it again.',
  },
  'archive-too-large': {
    vi: 'Tệp Word giải nén ra quá lớn nên không đọc. Lưu lại bản chỉ có chữ rồi nạp lại.',
    en: 'The Word file unpacks to too much data and is not read. Save a copy with text only and load it again.',
  },
  'unknown-format': {
    vi: 'Chưa đọc được loại tệp này. Nạp tệp .docx, .html hoặc .txt.',
    en: 'This kind of file cannot be read. Load a .docx, .html or .txt file.',
  },
} as const satisfies Record<string, Bilingual>

export type IntakeErrorCode = keyof typeof INTAKE_ERRORS

/** A refusal of intake. `texts` is what the officer reads; `code` is stable for callers. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode
  readonly texts: Bilingual

  constructor(code: IntakeErrorCode, cause?: unknown) {
    super(INTAKE_ERRORS[code].en, cause === undefined ? undefined : { cause })
    this.name = 'IntakeError'
    this.code = code
    this.texts = INTAKE_ERRORS[code]
  }
}
