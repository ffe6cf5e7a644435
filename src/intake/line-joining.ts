import type { PlainLine } from './emphasis.ts'

/** A paragraph made of one or more hard-wrapped lines. */
export interface JoinedLine {
  text: string
  bold: boolean
}

/** A list marker at the start of a line; "- 2030" is the rest of a range, not an item. */
const MARKER = /^(?:[-–+•]\s*(?=[\p{Lu}“"(])|\d{1,2}(?:\.\d{1,2})*[.)]\s*(?=[\p{Lu}“"])|[a-zđ]\)\s*\S|Điều\s+\d|[IVX]{1,5}\.\s|Chương\s)/u
const LABEL = /^(?:[-–+•]\s*)?(?:Đơn vị|Cơ quan|Thời gian|Thời hạn|Kinh phí|Sản phẩm|Nơi nhận)[^:.;]{0,40}:/u
const LOWER_START = /^[\p{Ll}\d,;.)%&]/u
const isCaps = (text: string) => /\p{Lu}/u.test(text) && text === text.toUpperCase()
/** No printed page wraps at more than this; longer lines are whole paragraphs already. */
const WIDEST_WRAP = 140

const TITLE =
  /^(?:CHỈ THỊ|KẾ HOẠCH|QUYẾT ĐỊNH(?::)?|THÔNG BÁO|NGHỊ QUYẾT|CÔNG ĐIỆN|THÔNG TƯ|QUY CHẾ|BÁO CÁO|BIÊN BẢN|PHỤ LỤC(?: [IVX\d]+)?|PHẦN [IVX]+|CHƯƠNG [IVX\d]+)$/

/** Lines in capitals that stand alone in letterheads and signatures. */
const OWN_LINE =
  /^(?:SỞ|BAN|CÔNG AN|PHÒNG|CỤC|CHI CỤC|TRUNG TÂM|VĂN PHÒNG|HỘI ĐỒNG|CỘNG HÒA|CỘNG HOÀ|SỐ:|(?:TM|KT|TL|TUQ|Q)\.|(?:PHÓ |THỨ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|CHÁNH|VIỆN TRƯỞNG|CHỦ NHIỆM|BÍ THƯ|HIỆU TRƯỞNG))(?=\s|$|\d)/u

/** `first` tells the first line of a chunk, which the site shortens by the indent of the paragraph. */
function breaksBefore(previous: string, next: string, width: number, first: boolean): boolean {
  const article = /^(?:Điều|Mục)\s+[\dIVX]+[a-zđ]?[.:]\s/u.test(previous)
  const short = previous.length < width * (first && !article ? 0.42 : 0.6)
  if (/\([^)]*$/.test(previous)) return false
  const closed = /[.;:!?…”"/)]$/.test(previous)
  if (LABEL.test(next) && (closed || short || /\p{L}$/u.test(previous))) return true
  if (MARKER.test(next) && (closed || short || previous.endsWith(',') || (article && /^(?:1[.)]|a\))/.test(next)))) return true
  if (/(?:^|\s)(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Luật|Chủ tịch|của|và|các|cho|với|theo)$/u.test(previous)) return false
  if (width > WIDEST_WRAP) return !/^[\p{Ll}]/u.test(next) || closed
  if (LOWER_START.test(next) || previous.endsWith(',')) return false
  if (/^Số\s*:\s*\S/iu.test(previous) || (next.length < 70 && /,\s*ngày\s+\S+\s+tháng/iu.test(next))) return true
  if (isCaps(previous) && isCaps(next))
    return TITLE.test(previous) || (OWN_LINE.test(next) && !/(?:\sVÀ|,|\sCỦA|\sBỘ|\sVỀ|\sCHO)$/u.test(previous))
  if (isCaps(previous) !== isCaps(next) && (isCaps(previous) ? previous.length > 3 : isCaps(next) && next.length > 8)) return true
  return short || (closed && previous.length < width * 0.75)
}

/** "Thanh Bình, ngày" and "10 tháng 10 năm 2019" on the next line of the cell. */
const splitDate = (previous: string, next: string) => /ngày$/iu.test(previous) && /^\d{1,2}\s+tháng/u.test(next)

/**
 * Undoes hard wrapping inside one chunk (lines without a blank line between them).
 * `keepLines` is for table cells and letterheads, where a line is a unit unless its emphasis is still open.
 */
export function joinLines(lines: readonly PlainLine[], keepLines: boolean): JoinedLine[] {
  const width = Math.max(0, ...lines.map((line) => line.text.length))
  const out: (JoinedLine & { startsBold: boolean; endsBold: boolean })[] = []
  const start = (line: PlainLine) => ({ text: line.text, bold: false, startsBold: line.startsBold || boldOpen, endsBold: line.endsBold })
  let boldOpen = false
  let italicOpen = false
  let previous: PlainLine | undefined
  for (const line of lines) {
    const last = out.at(-1)
    const open = boldOpen || italicOpen
    if (line.text && last && previous) {
      const breaks = keepLines
        ? (!/^[\p{Ll}]/u.test(line.text) && !previous.text.endsWith(':') && !splitDate(previous.text, line.text)) || LABEL.test(line.text)
        : breaksBefore(previous.text, line.text, width, previous === lines[0])
      if (open || !breaks) {
        last.text += ` ${line.text}`
        last.endsBold = line.endsBold
      } else out.push(start(line))
    } else if (line.text) out.push(start(line))
    else if (last && line.endsBold) last.endsBold = true
    if (line.boldToggles % 2 === 1) boldOpen = !boldOpen
    if (line.italicToggles % 2 === 1) italicOpen = !italicOpen
    // an emphasis that is never closed must not glue the rest of the chunk together
    if (open && out.at(-1) && (out.at(-1) as JoinedLine).text.length > 600) boldOpen = italicOpen = false
    if (line.text) previous = line
  }
  return out.map(({ text, startsBold, endsBold }) => ({ text, bold: startsBold && endsBold }))
}
