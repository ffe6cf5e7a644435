import { AREA_NOUNS } from './agency-words.ts'

/** Heads after which one more word is capitalised: SỞ TÀI CHÍNH → Sở Tài chính. */
const HEADS = new Set('sở bộ cục ban phòng vụ viện trường hội đoàn đài báo'.split(' '))
const PHRASES: readonly [RegExp, string][] = [
  [/ủy ban nhân dân/giu, 'Ủy ban nhân dân'],
  [/uỷ ban nhân dân/giu, 'Uỷ ban nhân dân'],
  [/hội đồng nhân dân/giu, 'Hội đồng nhân dân'],
  [/(?<!\p{L})công thương(?!\p{L})/giu, 'Công Thương'],
  [/(?<!\p{L})công an(?=\s|$)/giu, 'Công an'],
  [/(?<=(?:tỉnh|thành|đảng|huyện)\s)ủy(?!\p{L})/giu, 'ủy'],
  [/(?<!\p{L})việt nam(?!\p{L})/giu, 'Việt Nam'],
  [/(?<!\p{L})chính phủ(?!\p{L})/giu, 'Chính phủ'],
  [/(?<!\p{L})hồ chí minh(?!\p{L})/giu, 'Hồ Chí Minh'],
  [/(?<!\p{L})trung ương(?!\p{L})/giu, 'Trung ương'],
]

/** Writes a name in capitals the way running text does: ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ → Ủy ban nhân dân tỉnh Quảng Trị. */
export function titleCase(capitals: string): string {
  if (capitals !== capitals.toUpperCase()) return capitals
  const words = capitals.toLowerCase().split(/\s+/).filter(Boolean)
  let proper = false
  const cased = words.map((word, index) => {
    const previous = words[index - 1] ?? ''
    const pair = `${previous} ${word}`
    if (/[,;]$/.test(previous)) proper = false
    if (/^(?:ubnd|hđnd|ubmttq)$/.test(word)) return word.toUpperCase()
    if (AREA_NOUNS.has(word) || ['thành phố', 'thị xã', 'đặc khu', 'thị trấn'].includes(pair)) {
      proper = word !== 'thành' && word !== 'thị'
      return index === 0 ? capital(word) : word
    }
    if (proper || index === 0) return capital(word)
    const afterField = (previous === 'và' || /[,]$/.test(previous) || previous === '-') && HEADS.has(words[0] ?? '')
    if (HEADS.has(previous) || afterField || (HEADS.has(word) && index > 0 && /^(?:tịch|đốc|trưởng|phòng)$/.test(previous)))
      return capital(word)
    return word
  })
  return PHRASES.reduce((text, [form, right]) => text.replace(form, right), cased.join(' '))
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
