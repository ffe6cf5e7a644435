import type { DocumentType, Field } from './draft.ts'
import { calendarDate } from './deadlines.ts'
import { findNumbers, typeOfNumber, typeOfTitle } from './document-numbers.ts'
import { doubtful, missing, sure } from './field.ts'
import type { Block, SourceText } from './source-text.ts'
import { titleCase } from './title-case.ts'

/** What the head of an official document states. */
export interface Letterhead {
  type: Field<DocumentType>
  number: Field<string | null>
  date: Field<string | null>
  dateWords: string | null
  place: Field<string | null>
  issuer: Field<string | null>
  /** Index in `source.blocks` of the title line, or of the last line of the head. */
  titleAt: number
}

const HEAD_BLOCKS = 45
const DATE = /(?:^|[\s,(])ngày\s+(\d{1,2}|[….]{1,10})\s+tháng\s+(\d{1,2}|[….]{1,10})\s+năm\s+(\d{4}|[….]{1,10})/iu
const MOTTO = /CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|^CỘNG$|^H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ|Độc lập|ĐẢNG CỘNG SẢN/iu
const ORG_HEAD =
  /^(?:SỞ|BAN(?! NHÂN DÂN)|CÔNG AN|PHÒNG|CỤC|CHI CỤC|TỔNG CỤC|TRUNG TÂM|VĂN PHÒNG|HỘI ĐỒNG|TỔ|ĐỘI|VIỆN|TRƯỜNG|BỆNH VIỆN|THANH TRA|BỘ CHỈ HUY|VỤ|ĐÀI|KHO BẠC|BẢO HIỂM|UBND|ỦY BAN|UỶ BAN|BAN CHỈ ĐẠO|CHỦ TỊCH)(?=\s|$)/u

/** Reads number, date, place, issuer and type from the letterhead and title. Pure. */
export function readLetterhead(source: SourceText): Letterhead {
  const head = source.blocks.slice(0, HEAD_BLOCKS)
  const titleAt = head.findIndex(
    (block, index) =>
      (index > 0 || / CỦA /u.test(block.text)) && block.text.length < 120 && isCapitals(block.text) && typeOfTitle(block.text) !== null,
  )
  const upper = titleAt > 0 ? head.slice(0, titleAt + 1) : head.slice(0, 25)
  const number = readNumber(upper)
  const { date, dateWords, place } = readDate(upper.length > 3 ? upper : head)
  const fromTitle = titleAt >= 0 ? typeOfTitle((head[titleAt] as Block).text) : null
  return {
    type: readType(fromTitle, head[titleAt], number),
    number,
    date,
    dateWords,
    place,
    issuer: readIssuer(upper, head, titleAt),
    titleAt: titleAt > 0 ? titleAt : lastHeadBlock(head),
  }
}

const isCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()

function lastHeadBlock(head: readonly Block[]): number {
  const last = head.findLastIndex((block) => block.cell?.table === 0 || DATE.test(block.text) || /^V\/v|^Kính gửi/iu.test(block.text))
  return Math.max(0, last)
}

function readNumber(head: readonly Block[]): Field<string | null> {
  for (const block of head) {
    const label = /(?:^|\s)(?:Luật\s+)?Số\s*:\s*/iu.exec(block.text) ?? /^(?:Luật\s+)?số\s+(?=\d)/iu.exec(block.text)
    if (!label) continue
    const from = label.index + label[0].length
    const found = findNumbers(block.text.slice(from, from + 80), block.start + from)[0]
    if (found) return sure(found.value, { start: found.start, end: found.end })
    return doubtful(null, { start: block.start, end: block.end }, 0.2, 'Dòng "Số:" chưa có số', 'The "Số:" line holds no number yet')
  }
  return missing('Không thấy số, ký hiệu', 'No number and symbol found')
}

function readDate(head: readonly Block[]): { date: Field<string | null>; dateWords: string | null; place: Field<string | null> } {
  for (const block of head) {
    const match = DATE.exec(block.text)
    if (!match || block.text.length > 120) continue
    const wordsAt = block.text.slice(match.index).search(/ngày/iu) + match.index
    const words = block.text.slice(wordsAt, match.index + match[0].length)
    const span = { start: block.start + wordsAt, end: block.start + match.index + match[0].length }
    const iso = calendarDate(Number(match[3]), Number(match[2]), Number(match[1]))
    const placeText = block.text
      .slice(0, wordsAt)
      .replace(/[\s,]+$/, '')
      .trim()
    const place =
      placeText && placeText.length < 50 && /^\p{L}/u.test(placeText)
        ? sure(placeText, { start: block.start, end: block.start + placeText.length })
        : missing('Không thấy nơi ban hành', 'No place of issue found')
    return {
      date: iso ? sure(iso, span) : doubtful(null, span, 0.3, 'Ngày ban hành chưa ghi đủ', 'The date of issue is incomplete'),
      dateWords: words,
      place,
    }
  }
  return {
    date: missing('Không thấy ngày ban hành', 'No date of issue found'),
    dateWords: null,
    place: missing('Không thấy nơi ban hành', 'No place of issue found'),
  }
}

function readType(fromTitle: DocumentType | null, title: Block | undefined, number: Field<string | null>): Field<DocumentType> {
  const span = title ? { start: title.start, end: title.end } : number.span
  const fromNumber = number.value ? typeOfNumber(number.value) : null
  if (fromTitle && fromNumber && fromTitle !== fromNumber)
    return doubtful(fromTitle, span, 0.7, 'Tên loại và ký hiệu không khớp', 'Title and symbol do not agree')
  if (fromTitle) return sure(fromTitle, span)
  if (fromNumber) return sure(fromNumber, span, 0.85)
  return doubtful('other', null, 0.2, 'Không rõ loại văn bản', 'The type of document is unclear')
}

/** The issuing body: the last organisation of the left cell; a decision's "CHỦ TỊCH …" line above the bases is more exact. */
function readIssuer(upper: readonly Block[], head: readonly Block[], titleAt: number): Field<string | null> {
  const authority =
    titleAt > 0
      ? head
          .slice(titleAt + 1, titleAt + 8)
          .find(
            (block) =>
              isCapitals(block.text) &&
              /^(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|CỤC TRƯỞNG|HỘI ĐỒNG NHÂN DÂN|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|TỔNG GIÁM ĐỐC|CHÁNH ÁN|TRƯỞNG BAN|CHÍNH PHỦ|THỐNG ĐỐC)(?=\s|$)/u.test(
                block.text,
              ) &&
              !/[:;]\s*$/.test(block.text),
          )
      : undefined
  if (authority && !/điện/iu.test(authority.text))
    return sure(titleCase(authority.text.replace(/\s+(?:KHÓA|KHOÁ|NHIỆM KỲ)\s.*$/u, '').replace(/[\s:]+$/, '')), {
      start: authority.start,
      end: authority.end,
    })
  const lines = issuerLines(upper)
  const first = lines[0]
  if (!first) return missing('Không thấy cơ quan ban hành', 'No issuing body found')
  let from = 0
  for (const [index, line] of lines.entries())
    if (index > 0 && ORG_HEAD.test(line.text) && !/(?:^|\s)(?:BỘ|VĂN PHÒNG|SỞ)$/u.test(lines[index - 1]?.text ?? '')) from = index
  const own = lines.slice(from)
  const name = own
    .map((line) => line.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  return sure(titleCase(name), { start: (own[0] as Block).start, end: (own.at(-1) as Block).end }, 0.9)
}

function issuerLines(upper: readonly Block[]): Block[] {
  const motto = upper.find((block) => MOTTO.test(block.text))
  const cell = upper[0]?.cell
  if (cell) {
    const cells = upper.filter(
      (block) =>
        block.cell?.table === cell.table &&
        block.cell.row <= 2 &&
        isCapitals(block.text) &&
        !MOTTO.test(block.text) &&
        !/SỐ\s*:|^\d/u.test(block.text.toUpperCase()) &&
        block.cell.column !== motto?.cell?.column,
    )
    if (cells.length) return cells.filter((block) => !/HỎA TỐC|HOẢ TỐC|KHẨN|MẬT$/u.test(block.text))
  }
  const lines: Block[] = []
  for (const block of upper) {
    if (/^(?:Luật\s+)?Số\s*(?::|\d)/iu.test(block.text) || DATE.test(block.text)) break
    if (MOTTO.test(block.text)) {
      const before = block.text.split(MOTTO)[0]?.trim() ?? ''
      if (lines.length === 0 && before.length > 5) lines.push({ ...block, text: before, end: block.start + before.length })
      if (lines.length) break
      continue
    }
    if (isCapitals(block.text) && typeOfTitle(block.text) === null) lines.push(block)
    else if (lines.length && (!motto || block.start > motto.start)) break
    // what a site prints above the letterhead
    else lines.length = 0
  }
  return lines
}
