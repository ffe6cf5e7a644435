import type { DocumentType, Span } from './draft.ts'

/** A number and symbol found in the text. */
export interface FoundNumber extends Span {
  value: string
}

/** State form: 12/QĐ-UBND, 34/2025/TT-BKHCN, 71/2025/QH15; party form: 14-KH/TU, 66-NQ/TW. */
const STATE = String.raw`\d{1,6}(?:\.\d{1,3}|[a-z])?(?:\s?/\s?\d{4})?\s?/\s?(?:(?:QH|UBTVQH)\d{1,2}|[\p{Lu}][\p{L}&]{0,9}(?:\s?[-–]\s?[\p{Lu}\d][\p{L}\d&.]{0,14}){1,3})`
const PARTY = String.raw`\d{1,5}\s?-\s?[\p{Lu}][\p{L}]{1,4}\s?/\s?[\p{Lu}][\p{L}\d]{1,9}(?:[-.][\p{Lu}][\p{L}\d]{0,9})*`
const ANY = new RegExp(String.raw`(?<![\p{L}\d/.-])(?:${STATE}|${PARTY})(?![\p{L}\d])`, 'gu')

const tidy = (text: string) => text.replace(/\s+/g, '').replace(/–/g, '-')

/** Every document number in `text`, with its place moved by `offset`. */
export function findNumbers(text: string, offset = 0): FoundNumber[] {
  return Array.from(text.matchAll(ANY), (match) => ({
    value: tidy(match[0]),
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }))
}

const BY_SYMBOL: Record<string, DocumentType> = {
  KH: 'ke-hoach',
  QĐ: 'quyet-dinh',
  CT: 'chi-thi',
  QC: 'quy-che',
  BB: 'bien-ban',
  BC: 'bao-cao',
  TB: 'thong-bao',
  NQ: 'nghi-quyet',
  TT: 'thong-tu',
  TTLT: 'thong-tu',
}
const OTHER_SYMBOLS = new Set([
  'CĐ',
  'HD',
  'CTR',
  'CTr',
  'PA',
  'ĐA',
  'DA',
  'TTR',
  'TTr',
  'GM',
  'GGT',
  'QYĐ',
  'QyĐ',
  'TC',
  'NĐ',
  'KL',
  'L',
  'PL',
  'LCT',
  'PC',
  'HĐ',
  'QH',
  'BTT',
  'QĐLT',
  'VBHN',
])

/**
 * The type that a number's symbol tells: n/TYPE-ORG names it, n/ORG-FIELD is a công văn (ND 30/2020, art. 8 and annex III).
 * Null where the symbol is no known abbreviation.
 */
export function typeOfNumber(number: string): DocumentType | null {
  const parts = number.split('/')
  const symbol = /^\d+-/.test(number) ? (number.split(/[-/]/)[1] ?? '') : (parts.at(-1)?.split('-')[0] ?? '')
  if (BY_SYMBOL[symbol]) return BY_SYMBOL[symbol]
  if (OTHER_SYMBOLS.has(symbol) || /^(?:UBTV)?QH\d+$/.test(symbol)) return 'other'
  return parts.length === 2 && (parts[1] ?? '').includes('-') ? 'cong-van' : null
}

const TITLES: readonly [RegExp, DocumentType][] = [
  [/^CÔNG ĐIỆN(?!\p{L})/u, 'other'],
  [/^KẾ HOẠCH(?!\p{L})/u, 'ke-hoach'],
  [/^QUYẾT ĐỊNH(?!\p{L})/u, 'quyet-dinh'],
  [/^CHỈ THỊ(?!\p{L})/u, 'chi-thi'],
  [/^QUY CHẾ(?!\p{L})/u, 'quy-che'],
  [/^BIÊN BẢN(?!\p{L})/u, 'bien-ban'],
  [/^BÁO CÁO(?!\p{L})/u, 'bao-cao'],
  [/^THÔNG BÁO(?!\p{L})/u, 'thong-bao'],
  [/^NGHỊ QUYẾT(?!\p{L})/u, 'nghi-quyet'],
  [/^THÔNG TƯ(?!\p{L})/u, 'thong-tu'],
  [
    /^(?:NGHỊ ĐỊNH|LUẬT|CHƯƠNG TRÌNH|HƯỚNG DẪN|TỜ TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|GIẤY MỜI|KẾT LUẬN|PHÁP LỆNH|THÔNG CÁO|LỆNH|QUY ĐỊNH|THÔNG TRI|VĂN BẢN HỢP NHẤT|HỢP ĐỒNG|THƯ CÔNG)(?!\p{L})/u,
    'other',
  ],
]

/** The type a title line names in capitals ("CHỈ THỊ", "CÔNG ĐIỆN"), or null. */
export function typeOfTitle(line: string): DocumentType | null {
  return TITLES.find(([form]) => form.test(line.trim()))?.[1] ?? null
}

/** The type a report names in running text: "Công văn số …", "Công điện khẩn". */
export function typeInWords(words: string): DocumentType | null {
  return typeOfTitle(words.toUpperCase()) ?? (/^công văn|^văn bản/iu.test(words) ? 'cong-van' : null)
}
