import { isSyllable } from './syllables.ts'

/** Syllables that begin with a vowel and are often glued to the word before them. */
const VOWEL_FIRST = new Set('an ở ứng ưu ủy uỷ ý áp ảnh ông ương yêu yếu ấn âm ổn uy'.split(' '))
/** Syllables without a mark of tone or letter that official Vietnamese uses all the time; others are mostly parts of foreign words. */
const PLAIN = new Set(
  'cho tra theo trong ban tham thi quan giao xem ngang sau trung gia tin an ninh cao khi hai ba do qua ra minh nhanh kinh doanh thanh tranh khai dung tay tai thông than hay nay hoa dân cung chung trang khu vi xa kinh nam sinh thu chi cam quy tuy khoa tam ghi'.split(
    ' ',
  ),
)
/** Small words that are glued to the next one more often than to letters of their own. */
const SMALL = new Set('có để đề về và bị thì mà là một các với từ tại kể đã của những'.split(' '))
const SHORTEST = 4
const LONGEST = 21
const TOKEN = /\p{L}{4,21}/gu
const VOWEL = /^[aăâeêioôơuưy]/u
const ABBREVIATION = /^(UBND|HĐND|MTTQ|BCĐ|BCH|TAND|VKSND)(\p{Ll}+)$/u

/**
 * Parts words that a site or a scan has glued together where a line ended: "kếhoạch", "Ủyban", "cácSở", "ngày10tháng5". Only words
 * with Vietnamese letters that are no syllable themselves are touched, and only where all parts are. Linear in the length of the text.
 */
export function partGluedWords(text: string): string {
  const known = new Map<string, string>()
  return (
    text
      .replace(TOKEN, (token) => {
        if (token.length < SHORTEST || token.length > LONGEST) return token
        let parted = known.get(token)
        if (parted === undefined) known.set(token, (parted = part(token)))
        return parted
      })
      .replace(/(?<!\p{L})(ngày|tháng|năm|khoản|điều|quý|số)(?=\d)/giu, '$1 ')
      .replace(/(?<=\d)(?=(?:tháng|năm|ngày)(?!\p{L}))/giu, ' ')
      // the end of a sentence glued to the next one
      .replace(/(?<=\p{Ll}{2}[.;])(?=\p{Lu}\p{Ll}{1,6}\s\p{L})/gu, ' ')
  )
}

function part(token: string): string {
  const short = ABBREVIATION.exec(token)
  if (short?.[1] && short[2] && isSyllable(short[2])) return `${short[1]} ${short[2]}`
  if (token.toLowerCase() === 'giaocho') return `${token.slice(0, 4)} ${token.slice(4)}`
  if (!/[^\p{ASCII}]/u.test(token) || isSyllable(token) || token === token.toUpperCase()) return token
  return (twoParts(token) ?? threeParts(token) ?? [token]).join(' ')
}

function twoParts(token: string): [string, string] | null {
  let best: [string, string] | null = null
  for (let at = token.length - 2; at >= 2; at--) {
    const left = token.slice(0, at)
    const right = token.slice(at)
    if (!fits(left) || !isSyllable(left) || !isSyllable(right)) continue
    const capital = /^\p{Lu}\p{Ll}*$/u.test(right) && /\p{Ll}$/u.test(left)
    if (capital) return [left, right]
    if (!/^\p{Ll}+$/u.test(right)) continue
    const vowel = VOWEL.test(right.normalize('NFD'))
    if (vowel && !VOWEL_FIRST.has(right)) continue
    if (![left, right].every((one) => /[^\p{ASCII}]/u.test(one) || PLAIN.has(one.toLowerCase()))) continue
    if (`${left} ${right}`.toLowerCase() === 'công an' || SMALL.has(left.toLowerCase())) return [left, right]
    if (!best || (VOWEL.test(best[1].normalize('NFD')) && !vowel)) best = [left, right]
  }
  return best
}

function threeParts(token: string): string[] | null {
  for (let at = token.length - 2; at >= 4; at--) {
    const right = token.slice(at)
    const rest = /^\p{Ll}+$/u.test(right) && isSyllable(right) && !VOWEL.test(right.normalize('NFD')) ? twoParts(token.slice(0, at)) : null
    if (rest) return [...rest, right]
  }
  return null
}

/** Capitals stand only at the beginning of a part. */
const fits = (part: string) => /^\p{L}\p{Ll}*$/u.test(part)
