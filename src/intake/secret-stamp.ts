/** A stamp stands in the head of the paper, above the body; further down the words are only mentioned. */
const HEAD_LINES = 60
const LONGEST_HEAD_LINE = 220
const BODY_BEGINS = /^(?:Kính gửi\s*:|Căn cứ\s|Điều\s+\d+\s*[.:]|(?:I|1|a)\s*[.)]\s|Chương\s+[IVX\d]|QUY ĐỊNH CHUNG)/u
/** Levels of the Law on Protection of State Secrets, without spaces so that letter-spaced stamps match too. */
const LEVELS = new Set(['TUYỆTMẬT', 'TỐIMẬT', 'MẬT', 'TUYÊTMẬT'])
const LABEL = /^[^\p{L}]*(?:dấu\s+(?:chỉ\s+)?)?(?:mức\s+)?độ\s+(?:bí\s+)?mật\s*[:.–-]?\s*/iu
const STAMP_WORD = /^[^\p{L}]*(?:đóng\s+)?dấu(?:\s+(?:chỉ\s+)?(?:mức\s+)?(?:độ\s+mật)?)?\s*[:.–-]?\s*(?=\p{L})/iu
/** "Số: 05/UBND-NC (MẬT)": the stamp typed behind the number. */
const AFTER_NUMBER = /^số\s*:\s*[\p{L}\d./–-]{3,30}\s*[-–([]?\s*(?=(?:T|M)\P{Ll})/iu
/** Letters of other alphabets and widths that look the same. */
const LOOKALIKES: Record<string, string> = { М: 'M', Т: 'T', О: 'O', У: 'Y', Е: 'E' }
/** What may share the line with a stamp: urgency, copy number, number of pages. */
const BESIDE =
  /(?:H(?:ỎA|OẢ)\s*TỐC|THƯỢNG\s*KHẨN|KHẨN)|(?:bản|ban)\s+số\s*[:.]?\s*[\d….]*|số\s+bản\s*[:.]?\s*[\d….]*|(?:gồm\s+)?\d+\s+trang/giu
/** A hard-wrapped title may end in the word: "… BẢO VỆ BÍ / MẬT". */
const WORD_GOES_ON = /(?:^|[\s*])(?:bí|bảo|cơ)[\s*]*$/iu

/**
 * Whether a secrecy stamp (MẬT, TỐI MẬT, TUYỆT MẬT) stands in the head of the raw text. Judged by line and place, not by
 * word: names, laws and titles that hold the word pass. Law 29/2018/QH14, art. 3 and 11.
 */
export function hasSecretStamp(raw: string): boolean {
  let previous = ''
  let seen = 0
  for (const line of raw.normalize('NFC').split(/\r\n?|\n/)) {
    const text = line
      .replace(/[\u00ad\u200b-\u200f\ufeff]/g, '')
      .replace(/\u00a0/g, ' ')
      .trim()
    if (!/\p{L}/u.test(text)) continue
    if (++seen > HEAD_LINES) return false
    const bare = text.replace(/[*_#>|]/g, ' ').trim()
    if (seen > 3 && (bare.length > LONGEST_HEAD_LINE || BODY_BEGINS.test(bare))) return false
    if (isStampLine(text) && !WORD_GOES_ON.test(previous)) return true
    // columns of a letterhead typed on one line
    const columns = text.split(/\||\t+| {3,}/).filter((column) => column.trim())
    if (columns.length > 1 && columns.some((column) => isStampLine(column))) return true
    previous = bare
  }
  return false
}

/** Whether one line is a secrecy stamp and nothing else, but for urgency or a copy number beside it. */
export function isStampLine(line: string): boolean {
  if (line.length > 120) return false
  const plain = line
    .normalize('NFKC')
    .replace(/[МТОУЕ]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .normalize('NFC')
    .replace(/[*_#>|[\]{}"“”'’«»]/g, ' ')
    .trim()
  const labelled = LABEL.test(plain) || STAMP_WORD.test(plain)
  const value = plain.replace(LABEL, '').replace(STAMP_WORD, '').replace(AFTER_NUMBER, '').replace(BESIDE, ' ')
  const compact = value.replace(/[\s.,;:()!/\\–—+·•-]+/gu, '')
  if (!LEVELS.has(compact.toUpperCase())) return false
  // without a label the stamp is in capitals or begins with one: "mật" alone is the end of a wrapped line
  return labelled || /^\p{Lu}/u.test(compact)
}
