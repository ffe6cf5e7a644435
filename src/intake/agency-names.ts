import type { NamedSpan } from './draft.ts'
import { jointWords } from './joint-names.ts'
import { ACT_NAMED_HEADS, AREA_NOUNS, CLASS_ACTS, CLASS_NOUNS, FIELDS, NAMED_HEADS, PREVENTED } from './agency-words.ts'
import { actAt, modalAt } from './task-verbs.ts'
import { isCapital, isLower, isWord, type Word } from './words.ts'

export type Begins = (words: readonly Word[], at: number) => boolean

/** Small words that end a name. */
const STOPS = new Set(
  'trong để về theo tại khi nhằm với cho do đã sẽ đang là được nếu qua bằng vào sau trước như gồm bao mà thì nên cần phải cùng đến ra vì rằng đối bên còn phân vừa hiện nay cũng đều chưa không có hàng hằng tự nơi'.split(
    ' ',
  ),
)
const LONGEST_NAME = 28

/**
 * Department and ministry names, whose fields are known: "Sở Văn hóa, Thể thao và Du lịch". A plural or a bare list shares
 * its head: "Các Bộ: Quốc phòng, Công an" is Bộ Quốc phòng and Bộ Công an. Null where no known field follows.
 */
export function consumeFields(
  words: readonly Word[],
  at: number,
  head: number,
  headLength: number,
  plural: boolean,
  source: string,
): { names: NamedSpan[]; next: number } | null {
  const key = words[head]?.key ?? ''
  if (headLength !== 1 || !['sở', 'bộ', 'ban', 'phòng'].includes(key)) return null
  let next = head + 1
  if (words[next]?.key === ':') next++
  const names: NamedSpan[] = []
  const headText = words[head]?.text ?? ''
  for (let guard = 0; guard < 40; guard++) {
    const length = FIELDS.lengthAt(words, next)
    const first = words[next]
    if (!length || !first || (!isCapital(first) && names.length > 0)) break
    const end = consumeTail(words, next + length)
    const lastWord = words[end - 1] as Word
    const shared = plural || names.length > 0
    const start = shared ? first.start : (words[at]?.start ?? first.start)
    const text = source.slice(first.start, lastWord.end).replace(/\s+/g, ' ')
    names.push({
      name: shared ? `${headText.replace(/^s/, 'S').replace(/^b/, 'B')} ${text}` : source.slice(start, lastWord.end).replace(/\s+/g, ' '),
      span: { start, end: lastWord.end },
    })
    next = end
    const separator = words[next]?.key
    const after = separator === ',' || separator === ';' || separator === 'và' ? 1 : 0
    if (!after || !isCapital(words[next + after]) || !FIELDS.lengthAt(words, next + after)) break
    // "Sở Tài chính, Công an tỉnh": a field that is itself the head of a body is not shared
    if (
      ['công an', 'thanh tra'].some((own) => `${words[next + after]?.key} ${words[next + after + 1]?.key}` === own) &&
      !(plural && key === 'bộ')
    )
      break
    next += after
  }
  if (!names.length) return null
  const last = names.at(-1) as NamedSpan
  while (words[next - 1] && (words[next - 1] as Word).end > last.span.end) next--
  return { names, next }
}

/** "tỉnh", "thành phố Huế", "các tỉnh, thành phố", "(…)" after a name. */
function consumeTail(words: readonly Word[], at: number): number {
  let next = at
  const two = `${words[next]?.key} ${words[next + 1]?.key}`
  if (words[next]?.key === 'các' && AREA_NOUNS.has(words[next + 1]?.key ?? '')) next += 1
  if (two === 'thành phố' || two === 'thị xã') next += 2
  else if (AREA_NOUNS.has(words[next]?.key ?? '') && words[next]?.key !== 'vùng') next += 1
  // "Phòng Kinh tế xã/Phòng Kinh tế, Hạ tầng và Đô thị phường" is one body under two names
  if (/^(?:xã|phường|quận|huyện)\//.test(words[next]?.key ?? '')) {
    const again = words[next]?.key.endsWith('/phòng') ? FIELDS.lengthAt(words, next + 1) : 0
    return again ? consumeTail(words, next + 1 + again) : next + 1
  }
  while (isCapital(words[next]) && isWord(words[next]) && next - at < 6) next++
  return next
}

/** The end of a name whose head stands in [head, from): words, joined capitals, "thuộc …", "trên địa bàn …". */
export function consumeName(
  words: readonly Word[],
  head: number,
  from: number,
  begins: Begins,
  office = false,
  classes: 'none' | 'single' | 'plural' = 'none',
): number {
  let next = from
  let open = isActNamed(words, head, from)
  let lowerClass = classes !== 'none'
  let afterNoun = lowerClass
  while (next < words.length && next - head < LONGEST_NAME) {
    const word = words[next]
    if (!word) break
    const previous = words[next - 1]
    if (isWord(word)) {
      // "Ban Chỉ đạo phòng, chống dịch bệnh tỉnh"
      const prevents = preventsAt(words, word.key === 'và' ? next + 1 : next)
      if (prevents) {
        next += prevents + (word.key === 'và' ? 1 : 0)
        open = false
        continue
      }
      const act = organisationNounAt(words, next) && lowerClass ? 0 : actAt(words, next)
      if (
        act &&
        ((open && (isCapital(words[head]) || CLASS_ACTS.lengthAt(words, next) > 0)) || isActInName(words, head, next, act, begins))
      ) {
        next += act
        open = false
        continue
      }
      const qualifier = qualifierAt(words, next)
      if (qualifier) {
        next += qualifier
        open = false
        // "các cơ quan liên quan" is complete: only where they sit may follow
        if (words[next - 1]?.key === 'quan' && words[next - 2]?.key === 'liên' && !ends(words, next)) break
        continue
      }
      if (
        act ||
        (word.text === 'Quyết' && words[next + 1]?.key === 'định') ||
        (isLower(word) && (STOPS.has(word.key) || modalAt(words, next)))
      )
        break
      if (word.key === 'và' || word.key === 'hoặc') {
        const joint = jointWords(words, head, next)
        if (joint) {
          next += joint
          continue
        }
        if (!joins(words, next + 1, begins, lowerClass && afterNoun && classes !== 'single')) break
        next += 1
        continue
      }
      if (office && /^[\p{Lu}]/u.test(word.text) === false && ['các', 'của'].includes(word.key)) {
        next++
        lowerClass = true
        continue
      }
      const noun = CLASS_NOUNS.lengthAt(words, next)
      afterNoun = noun > 0
      if (word.key === 'các' || noun) lowerClass = true
      else if (isCapital(word)) lowerClass = AREA_NOUNS.has(previous?.key ?? '') || (lowerClass && isCapital(previous))
      const nested = isCapital(word) ? NAMED_HEADS.lengthAt(words, next) : 0
      open = nested > 0 && isActNamed(words, next, next + nested)
      next += Math.max(1, noun, nested)
      continue
    }
    // "Cục Quản lý, giám sát chính sách thuế": a second act in the name of an office
    if (word.text === ',' && next - head < 4 && previous?.key === 'lý' && words[next - 2]?.text === 'Quản' && actAt(words, next + 1)) {
      next += 1 + actAt(words, next + 1)
      continue
    }
    if (word.text === ',' && joins(words, next + 1, begins, lowerClass, afterNoun)) {
      next += 1
      continue
    }
    if (word.text === ':' && AREA_NOUNS.has(previous?.key ?? '')) {
      const listed = areaListEnd(words, next + 1, begins)
      if (!listed) break
      next = listed
      continue
    }
    if ((word.text === '-' || word.text === '–') && /^[\p{Lu}\d]/u.test(words[next + 1]?.text ?? '')) {
      next += 2
      continue
    }
    if (word.text === '(') {
      const close = words.findIndex((other, index) => index > next && index < next + 14 && other.text === ')')
      const after = words[close + 1]
      if (close > 0 && after && isWord(after) && !begins(words, close + 1) && (actAt(words, close + 1) || modalAt(words, close + 1))) break
    }
    break
  }
  return next
}

/** Whether what follows "liên quan" may still belong to the name. */
function ends(words: readonly Word[], at: number): boolean {
  return !isLower(words[at]) || ['thuộc', 'trên', 'trực', 'của', 'cấp', 'và', 'ở', 'trong'].includes(words[at]?.key ?? '')
}

/** "Ban chỉ đạo", "Văn phòng Ban chỉ đạo": heads that take an act as part of the name. */
function isActNamed(words: readonly Word[], from: number, to: number): boolean {
  return ACT_NAMED_HEADS.has(
    words
      .slice(from, to)
      .map((word) => word.key)
      .join(' '),
  )
}

/** Bodies whose names are made of acts: "Quỹ Đầu tư phát triển tỉnh", "Ban Quản lý dự án đầu tư xây dựng". */
const ACTS_IN_NAME = new Set(['quỹ', 'ban', 'trung', 'công', 'viện', 'trường', 'tổng'])
const FARTHEST_AREA = 10

/** An act belongs to such a name where the area it serves and then another act follow at once. */
function isActInName(words: readonly Word[], head: number, at: number, length: number, begins: Begins): boolean {
  if (!ACTS_IN_NAME.has(words[head]?.key ?? '') || begins(words, at + length)) return false
  if (words.slice(head, at).some((word) => AREA_NOUNS.has(word.key))) return false
  let area = false
  for (let next = at + length; next < Math.min(words.length, at + length + FARTHEST_AREA); next++) {
    const word = words[next] as Word
    if (!isWord(word) || (next > at + length && begins(words, next))) return false
    if (area && (actAt(words, next) || modalAt(words, next))) return true
    area ||= AREA_NOUNS.has(word.key) || word.key === 'khu'
  }
  return false
}

/** Length of "phòng, chống …" as part of a name. */
function preventsAt(words: readonly Word[], at: number): number {
  if (words[at]?.key !== 'phòng') return 0
  const verb = words[at + 1]?.text === ',' ? 2 : 1
  if (!['chống', 'tránh', 'ngừa', 'cháy'].includes(words[at + verb]?.key ?? '')) return 0
  const object = PREVENTED.lengthAt(words, words[at + verb]?.key === 'cháy' ? at + verb : at + verb + 1)
  return object ? (words[at + verb]?.key === 'cháy' ? verb : verb + 1) + object : 0
}

/** "UBND các xã: An Bình, Vĩnh Thạnh và Bình Khê": the end of the list of proper names, or 0. */
function areaListEnd(words: readonly Word[], from: number, begins: Begins): number {
  let next = from
  while (next < words.length && next - from < 60) {
    const word = words[next] as Word
    if (isCapital(word) && !begins(words, next)) next++
    else if (next > from && (word.text === ',' || word.key === 'và') && isCapital(words[next + 1]) && !begins(words, next + 1)) next++
    else break
  }
  return next > from ? next : 0
}

/** Whether the words after "," or "và" still belong to the same name. */
function joins(words: readonly Word[], at: number, begins: Begins, lowerClass: boolean, afterNoun = true): boolean {
  const word = words[at]
  if (!word || !isWord(word) || begins(words, at)) return false
  if (isCapital(word)) return !actAt(words, at, true) || FIELDS.lengthAt(words, at) > 0 || /^\p{Lu}\p{Ll}+$/u.test(word.text)
  if (!lowerClass) return false
  if (['chính', 'lực'].includes(word.key)) return false
  if (CLASS_NOUNS.lengthAt(words, at) > 0) return afterNoun && (!actAt(words, at) || organisationNounAt(words, at))
  return words[at - 1]?.text === ',' && attributeEnds(words, at)
}

/** "tổ chức" is a body, not an act, where a body's qualifier or another body follows. */
export function organisationNounAt(words: readonly Word[], at: number): boolean {
  if (words[at]?.key !== 'tổ' || words[at + 1]?.key !== 'chức') return false
  return [',', 'có', 'và', 'cá', 'chính', 'tín', 'liên', 'sử', 'thành', 'đảng', ')', '.', ';'].includes(words[at + 2]?.key ?? '.')
}

/** "các doanh nghiệp bưu chính, viễn thông tuân thủ": one more attribute, then the act. */
function attributeEnds(words: readonly Word[], at: number): boolean {
  for (let next = at; next < at + 5; next++) {
    const word = words[next]
    if (!word || !isLower(word) || STOPS.has(word.key)) return false
    if (actAt(words, next) || modalAt(words, next) || qualifierAt(words, next)) return next > at
  }
  return false
}

/** Length of words that qualify a body without ending its name. */
function qualifierAt(words: readonly Word[], at: number): number {
  const key = (offset: number) => words[at + offset]?.key ?? ''
  if (key(0) === 'có' && ['liên', 'thẩm', 'chức', 'trụ'].includes(key(1))) return 3
  if (key(0) === 'liên' && key(1) === 'quan') return 2
  if ((key(0) === 'nêu' || key(0) === 'nói') && key(1) === 'trên') return 2
  if (key(0) === 'theo' && key(1) === 'quy' && key(2) === 'định') return 3
  if (key(0) === 'trên' && key(1) === 'địa' && key(2) === 'bàn') return 3
  if (key(0) === 'trong' && key(1) === 'tỉnh') return 2
  if (key(0) === 'quản' && key(1) === 'lý' && key(2) === 'thị' && key(3) === 'trường') return 4
  if (key(0) === 'trực' && key(1) === 'thuộc') return 2
  if (key(0) === 'cấp' && ['xã', 'tỉnh', 'huyện', 'cơ', 'trên', 'dưới'].includes(key(1))) return 2
  if (key(0) === 'từ' && isCapital(words[at + 1])) {
    for (let offset = 2; offset < 8; offset++) if (key(offset) === 'đến' && isCapital(words[at + offset + 1])) return offset + 2
  }
  return 0
}
