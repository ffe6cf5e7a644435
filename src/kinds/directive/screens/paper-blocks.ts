/** A paragraph of the paper: where it stands in the source text and how it is set. */
export type PaperBlock = {
  start: number
  end: number
  look: 'left' | 'left-strong' | 'right-strong' | 'right-date' | 'title' | 'sign' | 'bold' | 'body' | 'item' | 'plain'
}

const MOTTO = /^(?:CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)/iu
const PLACE_DATE = /^[\p{Lu}][\p{L}\s.]{1,40},\s*ngày\b/u
const TITLE = /^(?:CÔNG VĂN|CHỈ THỊ|KẾ HOẠCH|QUYẾT ĐỊNH|THÔNG BÁO|NGHỊ QUYẾT|QUY CHẾ|CÔNG ĐIỆN|BÁO CÁO|BIÊN BẢN)$/u
const OPENS_BODY = /^(?:Kính gửi|Căn cứ|Thực hiện|Theo|Ngày|Điều \d|I\.|1\.)/u
const SIGNS = /^(?:TM|KT|TL|TUQ|Q)\.\s?\p{Lu}/u
const RULE = /^[_\-–—=*.\s]*$/u
const HEAD_LINES = 16

const isUpper = (line: string): boolean => /\p{L}/u.test(line) && line === line.toUpperCase()

const headLook = (line: string): PaperBlock['look'] => {
  if (MOTTO.test(line)) return 'right-strong'
  if (PLACE_DATE.test(line)) return 'right-date'
  return isUpper(line) && !/\d/.test(line) ? 'left-strong' : 'left'
}

/** The paragraphs of a text with their offsets; empty lines and drawn rules are left out. */
const linesOf = (text: string): { start: number; end: number; line: string }[] => {
  const lines = []
  for (const found of text.matchAll(/[^\n]+/g)) {
    const line = found[0].trim()
    const start = found.index + found[0].indexOf(line)
    if (!RULE.test(line)) lines.push({ start, end: start + line.length, line })
  }
  return lines
}

/**
 * Sets the normalised text of a document as paper: the two columns of an official letterhead where it has one, centred titles, indented
 * paragraphs. Only the setting is chosen here; every word stays where it is in the source. Pure.
 */
export const paperBlocks = (text: string): PaperBlock[] => {
  const lines = linesOf(text)
  const motto = lines.slice(0, HEAD_LINES).findIndex(({ line }) => MOTTO.test(line))
  const opens = lines.findIndex(({ line }, at) => at > 0 && (TITLE.test(line) || OPENS_BODY.test(line) || line.length > 160))
  const headEnd = motto >= 0 ? (opens > motto ? opens : Math.min(lines.length, motto + 4)) : 0
  let titled = false
  let signed = false
  return lines.map(({ start, end, line }, at) => {
    if (at < headEnd) return { start, end, look: headLook(line) }
    if (motto < 0 && at === 0 && line.length < 220) return { start, end, look: 'title' }
    if (TITLE.test(line)) {
      titled = true
      return { start, end, look: 'title' }
    }
    if (titled && at < headEnd + 4 && line.length < 160 && !OPENS_BODY.test(line)) return { start, end, look: 'title' }
    signed ||= at > headEnd && SIGNS.test(line)
    if (signed && line.length < 60) return { start, end, look: 'sign' }
    if (isUpper(line) && line.length < 120) return { start, end, look: 'bold' }
    if (/^(?:[-+•]|\p{L}\)|\d{1,2}[.)])\s/u.test(line)) return { start, end, look: 'item' }
    return { start, end, look: line.length < 60 && !/[.;:]$/.test(line) ? 'plain' : 'body' }
  })
}
