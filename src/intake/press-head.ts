import type { DocumentType, Field, NamedSpan } from './draft.ts'
import { agenciesAt } from './agencies-in-text.ts'
import { calendarDate } from './deadlines.ts'
import { findNumbers, typeInWords, typeOfNumber, type FoundNumber } from './document-numbers.ts'
import { doubtful, missing, sure } from './field.ts'
import type { Letterhead } from './letterhead.ts'
import type { SourceText } from './source-text.ts'
import { readClauseOrder } from './order-sentences.ts'
import { splitSentences } from './sentences.ts'
import { readWords } from './words.ts'

const DOCUMENT =
  /(công văn|công điện|chỉ thị|kế hoạch|quyết định|thông báo(?:\s+kết luận)?|nghị quyết|thông tư|văn bản|hướng dẫn|quy chế)(?:\s+(?:hỏa tốc|hoả tốc|khẩn|thượng khẩn))?\s+(?:số\s+|(?=\d)|về\s|triển khai|yêu cầu|gửi|chỉ đạo|phối hợp|nêu|ghi|,\s)/giu
const DAY =
  /(?:^|[\s,(-])ngày\s+(?:hôm nay\s*\(?\s*)?(\d{1,2})\s*(?:[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?|tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?)/giu

/** What a report says about the document it retells: number, day (without a year: null with the words), issuer, kind. */
export function readPressHead(source: SourceText): Letterhead {
  const text = source.text.slice(0, 3_000)
  const all = findNumbers(text)
  const mentions = Array.from(text.matchAll(DOCUMENT)).filter((found) => !isCited(text, found.index) && isNamed(text, found))
  const giver = mentions[0] ? issuerOf(source, mentions[0].index, true).value : null
  // a number that the report says is carried out is cited everywhere, and no people's committee signs for the Prime Minister
  const cited = new Set(all.filter((number) => isCited(text, wordBefore(text, number.start))).map((number) => number.value))
  const foreign = (value: string) => /UBND|ủy ban|uỷ ban/iu.test(giver ?? '') && /-(?:TTg|CP|VPCP)$/u.test(value)
  const numbers = all.filter((number) => !cited.has(number.value) && !foreign(number.value))
  const named = mentions.find((found) => numbers.some((number) => isOwn(text, found, number.start))) ?? mentions[0]
  const mention =
    named ?? Array.from(text.matchAll(/công văn|công điện|chỉ thị|thông báo kết luận/giu)).find((found) => !isCited(text, found.index))
  const number = mention ? (numbers.find((found) => isOwn(text, mention, found.start)) ?? bareNumber(text, mention.index)) : undefined
  const anchor = mention?.index ?? 0
  return {
    type: typeOf(mention?.[1] ?? mention?.[0], number?.value, anchor),
    number: number
      ? sure(number.value, { start: number.start, end: number.end }, numbers.includes(number) ? 0.85 : 0.6)
      : missing('Bài báo không nêu số văn bản', 'The report gives no document number'),
    ...dateOf(text, anchor, !!mention, number ?? null),
    place: missing('Bài báo không nêu nơi ban hành', 'The report gives no place of issue'),
    issuer: issuerOf(source, anchor, !!mention),
    titleAt: 0,
  }
}

function typeOf(word: string | undefined, number: string | undefined, at: number): Field<DocumentType> {
  const type = (number ? typeOfNumber(number) : null) ?? (word ? typeInWords(word) : null)
  const span = word ? { start: at, end: at + word.length } : null
  return type ? sure(type, span, 0.8) : doubtful('other', null, 0.2, 'Không rõ loại văn bản', 'The type of document is unclear')
}

/** Where the word for the document stands before its number: "Công điện số 88/CĐ-TTg". */
function wordBefore(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 30), at)
  const word = /(?:công văn|công điện|chỉ thị|kế hoạch|quyết định|thông báo|nghị quyết|văn bản)\s+(?:số\s+)?$/iu.exec(before)
  return word ? at - word[0].length : at
}

/** A document that the reported one carries out: "Thực hiện Công điện số …", "triển khai Quyết định …". */
function isCited(text: string, at: number): boolean {
  return /(?:thực hiện|triển khai|thi hành|căn cứ|hưởng ứng|trọng tâm là|chỉ đạo tại|yêu cầu tại|xem nội dung(?:\s+chi tiết)?|xem chi tiết|ngày\s+\S{6,12}[,;])(?:\s+(?:nghiêm|nghiêm túc|tốt|hiệu quả|có hiệu quả|các|nội dung|theo))*\s*$/iu.test(
    text.slice(Math.max(0, at - 50), at),
  )
}

/** Whether the number at `start` is that of the document named at `mention`, not of one it carries out. */
function isOwn(text: string, mention: RegExpExecArray, start: number): boolean {
  const between = text.slice(mention.index + 4, start)
  return (
    start >= mention.index &&
    start - mention.index < 60 &&
    !/thực hiện|(?:công văn|công điện|chỉ thị|quyết định|nghị quyết|kế hoạch)\s+(?:số\s+)?$/iu.test(between)
  )
}

/** "kế hoạch phối hợp", "hướng dẫn về": common nouns unless a capital, a number or "ban hành" makes them a document. */
function isNamed(text: string, found: RegExpExecArray): boolean {
  if (!/^(?:kế hoạch|hướng dẫn|quyết định|thông báo)/u.test(found[0])) return true
  const before = text.slice(Math.max(0, found.index - 25), found.index)
  return /(?:số\s+|\d)$/u.test(text.slice(found.index, found.index + found[0].length + 1)) || /(?:ban hành|có|ký|ra|gửi)\s+$/iu.test(before)
}

/** "Công văn số 1143" without a symbol: the number as the report has it. */
function bareNumber(text: string, at: number): FoundNumber | undefined {
  const match = /^(?:\p{L}+\s){2,4}?(?:số\s+)?(\d{1,5})(?![\d/.-])(?!\s*[/-])/u.exec(text.slice(at, at + 60))
  if (!match?.[1]) return undefined
  const start = at + match[0].length - match[1].length
  return { value: match[1], start, end: start + match[1].length }
}

function dateOf(text: string, anchor: number, named: boolean, own: FoundNumber | null): Pick<Letterhead, 'date' | 'dateWords'> {
  const others = findNumbers(text).filter((number) => number.start !== own?.start)
  const days = Array.from(text.matchAll(DAY)).filter(
    (match) =>
      Math.abs(match.index - anchor) < 320 &&
      // by when something must be done
      !/(?:trước|hết|đến|từ|nhất|nhất là|trong|hạn|sau|giờ|\dh)\s*$/iu.test(text.slice(Math.max(0, match.index - 20), match.index)) &&
      // the day of a document that is only cited
      !others.some((number) => number.end <= match.index + 1 && match.index - number.end < 12) &&
      !isCitedDay(text, match.index, own),
  )
  // the day of signing stands before "có Công văn số" or right after the number
  const match = named ? days.toSorted((a, b) => Math.abs(a.index - anchor) - Math.abs(b.index - anchor))[0] : undefined
  if (!match) return { date: missing('Bài báo không nêu ngày ban hành', 'The report gives no date of issue'), dateWords: null }
  const words = match[0].slice(match[0].search(/ngày/iu))
  const start = match.index + match[0].length - words.length
  const span = { start, end: start + words.length }
  const iso = calendarDate(Number(match[3] ?? match[5]), Number(match[2] ?? match[4]), Number(match[1]))
  return {
    date: iso ? sure(iso, span, 0.75) : doubtful(null, span, 0.3, `"${words}" không ghi năm`, `"${words}" gives no year`),
    dateWords: words,
  }
}

/** "Thực hiện Công điện số 1658 ngày 9/12/2019": a cited document whose number has no symbol. */
function isCitedDay(text: string, at: number, own: FoundNumber | null): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  const found = /(?:công văn|công điện|chỉ thị|kế hoạch|quyết định|thông báo|nghị quyết|văn bản)\s+(?:số\s+)?\d{1,5},?\s*$/iu.exec(before)
  return !!found && !(own && own.start >= at - before.length + found.index && own.start < at)
}

function issuerOf(source: SourceText, anchor: number, named: boolean): Field<string | null> {
  if (!named) return ordering(source) ?? missing('Bài báo không nêu cơ quan ban hành', 'The report names no issuing body')
  const from = Math.max(0, anchor - 220, source.text.lastIndexOf('\n', anchor) + 1)
  const words = readWords(source.text.slice(from, anchor), from)
  let nearest: NamedSpan | null = null
  for (let at = 0; at < words.length;) {
    const list = ['của', 'các'].includes(words[at - 1]?.key ?? '') ? null : agenciesAt(words, at, false, source.text)
    const name = list?.names[0]
    if (name && !/^(?:các|những)\s/iu.test(name.name)) nearest = name
    at = list?.next ?? at + 1
  }
  if (nearest) return sure(nearest.name, nearest.span, 0.75)
  const after = readWords(source.text.slice(anchor, anchor + 160), anchor)
  for (let at = 0; at < after.length; at++) {
    const list = after[at - 1]?.key === 'của' ? agenciesAt(after, at, false, source.text) : null
    const name = list?.names[0]
    if (name) return sure(name.name, name.span, 0.65)
  }
  return ordering(source) ?? missing('Bài báo không nêu cơ quan ban hành', 'The report names no issuing body')
}

/** The body that gives the first order of the report. */
function ordering(source: SourceText): Field<string | null> | null {
  for (const block of source.blocks.slice(0, 14)) {
    for (const sentence of splitSentences(block.text, block.start)) {
      const giver = readClauseOrder(sentence.text, sentence.start, source.text)?.issuer[0]
      if (giver) return sure(giver.name, giver.span, 0.6)
    }
  }
  return null
}
