import type { DraftDeadline } from './draft.ts'

const D = String.raw`(?<d>\d{1,2})`
const DATE = String.raw`(?:${D}\s?[/.-]\s?(?<m>\d{1,2})(?:\s?[/.-]\s?(?<y>\d{4}))?|${D.replace('<d>', '<d2>')}\s+tháng\s+(?<m2>\d{1,2})(?:\s*(?:năm|/)\s*(?<y2>\d{4}))?|${D.replace('<d>', '<d3>')})(?!\d)`
/** The same without a lone day, which after "trước" could be any number. */
const FULL = DATE.replace(/\|\(\?<d3>.*$/u, ')(?!\\d)')
const EVERY = String.raw`(?:\s*(?:và(?: ngày)?|,)\s*(?:ngày\s+)?\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s+tháng\s+\d{1,2})?)?(?:\s*(?:,\s*)?(?:của\s+)?(?:hằng|hàng|mỗi|các)\s+(?:tháng|quý|năm|tuần)(?:\s+(?:sau|báo cáo|kế tiếp|liền kề))?)?`
const HOUR = String.raw`(?:\d{1,2}\s?(?:giờ|h|g|:)\s?\d{0,2}(?:\s?phút)?(?:\s*,?\s*(?:vào\s+)?(?:sáng|chiều)?)?\s*,?\s*)?`
const OPEN = String.raw`(?:trước\s+hết|trước|chậm nhất(?:\s+là)?(?:\s+đến)?(?:\s+trước)?|muộn nhất(?:\s+là)?|không muộn hơn|không quá|đến trước|đến hết|hết|đến|trong|ngay trong|từ nay đến(?: hết)?|hạn(?:\s+(?:cuối|chót))?(?:\s+là)?)`
const MONTH = String.raw`(?:tháng\s+\d{1,2}\s*(?:/|năm\s+|-)\s*\d{4}|tháng\s+\d{1,2}(?!\d|/)|qu[ýí]\s+(?:[IV]{1,3}|[1-4])\s*(?:/|-|năm\s+|,\s*năm\s+)?\s*(?:\d{4})?|năm\s+\d{4}|(?:6|sáu) tháng (?:đầu|cuối) năm(?:\s+\d{4})?)`

const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}])(?<open>${OPEN})\s+${HOUR}ngày\s+(?:làm việc\s+|Quốc khánh\s+|lễ\s+)?${DATE}${EVERY}`, 'giu'),
  new RegExp(
    String.raw`(?<![\p{L}])(?<open>trước\s+hết|trước|chậm nhất(?:\s+là)?(?:\s+trước)?|không muộn hơn|đến hết|từ nay đến(?: hết)?|hạn(?:\s+(?:cuối|chót))?(?:\s+là)?)\s+${HOUR}(?:${FULL}|\d{1,2}(?=\s+(?:hằng|hàng)\s))${EVERY}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}])(?:trong thời hạn|trong thời gian|trong vòng|trong|chậm nhất(?:\s+là)?|muộn nhất(?:\s+là)?|không quá|tối đa)\s+(?:không quá\s+)?\d{1,3}\s+(?:\([^)]{1,20}\)\s+)?(?:ngày làm việc|ngày|giờ|tháng|tuần)(?!\p{L})(?:,?\s+(?:kể\s+)?(?:từ|sau)\s+(?:ngày|khi|lúc|thời điểm)\s[^,.;:()]{3,70})?`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}])(?<open>trước\s+hết|trước|trong|đến hết|hết|chậm nhất(?:\s+là)?(?:\s+trong)?|ngay trong|vào|đến)\s+(?:(?:đầu|giữa|cuối)\s+)?${MONTH}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}])(?<open>trước|chậm nhất(?:\s+là)?|vào)\s+${HOUR}(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s+(?:hằng|hàng|mỗi)\s+tuần|(?<=\d\s*(?:giờ|h|h00)\s+)(?:hằng|hàng)\s+ngày)`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}])(?:tại|trước)\s+Kỳ họp\s+(?:thứ\s+(?:\d+|\p{L}+)|thường lệ[^,.;]{0,30}|cuối năm|giữa năm)(?:\s+của\s+(?:Quốc hội|Hội đồng nhân dân|HĐND)(?:\s+(?:tỉnh|thành phố))?)?`,
    'giu',
  ),
  new RegExp(String.raw`(?<![\p{L}])định kỳ\s+(?:hằng|hàng)\s+(?:tháng|quý|năm|tuần)`, 'giu'),
]

/**
 * The deadline of a task in its own words. A calendar date is given only where day, month and year stand there; dates
 * that name a document ("Nghị định … ngày 18/5/2022") are no deadline. Civil Code art. 147–148 decide the hour later.
 */
export function readDeadline(text: string, offset = 0): DraftDeadline | null {
  let best: DraftDeadline | null = null
  for (const form of FORMS.slice(0, 6)) {
    const match = Array.from(text.matchAll(form)).find((one) => !isReference(text, one.index))
    if (!match) continue
    const found = deadlineOf(match, offset)
    if (!best || found.span.start < best.span.start - 200) best = found
    if (best.date) break
  }
  return best
}

/** Reads the value of a "Thời gian thực hiện: …" line or cell: all its words, with a date where the value holds one. */
export function deadlineFromLabel(value: string, offset: number): DraftDeadline | null {
  const words = value
    .replace(/\s+([.,;])/g, '$1')
    .replace(/[\s.;,]+$/, '')
    .trim()
  if (!words) return null
  const inner = readDeadline(words)
  const bare = inner?.date ? null : /(?:^|\s)(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})\s*$/u.exec(words)
  const date = /^từ\s/i.test(words) ? null : (inner?.date ?? isoDate(bare?.groups))
  return { words, span: { start: offset, end: offset + value.trimEnd().length }, date, inclusive: inner?.inclusive ?? true }
}

/** A date that belongs to a quoted document or to a period of validity. */
function isReference(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  return (
    /(?:số\s+\S{3,30}|kể từ|được ban hành|giai đoạn)\s*$/iu.test(before) ||
    /^trước\s+ngày\s+\S+\s+có hiệu lực/iu.test(text.slice(at, at + 60))
  )
}

function deadlineOf(match: RegExpExecArray, offset: number): DraftDeadline {
  const words = match[0].trim()
  const start = offset + match.index + (match[0].length - match[0].trimStart().length)
  const open = (match.groups?.['open'] ?? '').toLowerCase().replace(/\s+/g, ' ')
  const date = /(?:hằng|hàng|mỗi)\s/iu.test(words) ? null : isoDate(match.groups)
  return { words, span: { start, end: start + words.length }, date, inclusive: !/trước(?! hết)/.test(open) }
}

function isoDate(groups: Record<string, string | undefined> | undefined): string | null {
  const day = Number(groups?.['d'] ?? groups?.['d2'])
  const month = Number(groups?.['m'] ?? groups?.['m2'])
  const year = Number(groups?.['y'] ?? groups?.['y2'])
  return calendarDate(year, month, day)
}

/** YYYY-MM-DD, or null where the numbers are no day of the calendar. */
export function calendarDate(year: number, month: number, day: number): string | null {
  if (!year || !month || !day || year < 1945 || year > 2200) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
