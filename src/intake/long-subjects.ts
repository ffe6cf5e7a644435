import { agenciesAt } from './agencies-in-text.ts'
import { subject, type ClauseOrder } from './clause-order.ts'
import { actAt } from './task-verbs.ts'
import { PhraseSet, type Word } from './words.ts'

const LONGEST_SUBJECT = 40
/** "UBND các xã có bến khách chịu trách nhiệm …": what the bodies have tells which of them, and such a word begins their duty. */
const BEGINS_DUTY = new PhraseSet(
  'chịu trách nhiệm,khẩn trương,tăng cường,chủ động,tiếp tục,phối hợp,chủ trì,chỉ đạo,rà soát,thường xuyên,kịp thời,nghiêm túc,tập trung'.split(
    ',',
  ),
)
const NO_RELATION = new Set('trách nhiệm quyền thể ý văn kế hiệu giải phương biện liên thẩm công tờ báo'.split(' '))
/** Things that a text of law says something about, not bodies. */
const NO_BODY = /^(?:các |những )?(?:hệ thống|thành phần|thiết bị|cơ sở dữ liệu|cơ sở khai|tổ chức thực|mạng)(?=\s|$)/u

/** "Các cơ quan, tổ chức sử dụng vốn … có trách nhiệm …": the duty word ends a subject too long to know by heart. */
export function longSubject(words: readonly Word[], at: number, source: string): ClauseOrder | null {
  // "Đối với các bộ đã triển khai mạng riêng (…) có trách nhiệm …": what they did tells which of them
  const concerned = words[at - 1]?.key === 'với' && words[at - 2]?.key === 'đối'
  if (
    NO_BODY.test(
      words
        .slice(at, at + 3)
        .map((word) => word.key)
        .join(' '),
    )
  )
    return null
  let related = 0
  for (let next = at + 2; next < Math.min(words.length, at + (concerned ? 2 : 1) * LONGEST_SUBJECT); next++) {
    const word = words[next] as Word
    if (['.', ';', ':', '“'].includes(word.text) || (['đã', 'đang', 'là'].includes(word.key) && !concerned)) return null
    if (word.key === 'có' && !NO_RELATION.has(words[next + 1]?.key ?? '')) related ||= next
    const duty =
      (related > 0 && next > related + 1 && BEGINS_DUTY.lengthAt(words, next) > 0) ||
      (word.key === 'có' && words[next + 1]?.key === 'trách' && words[next + 2]?.key === 'nhiệm') ||
      (word.key === 'phải' && (words[next + 1]?.key === 'có' || actAt(words, next + 1) > 0))
    if (!duty) continue
    const first = words[at] as Word
    const last = words[words[next - 1]?.key === 'thì' ? next - 2 : next - 1] as Word
    const span = { start: first.start, end: last.end }
    return subject({ names: [{ name: source.slice(span.start, span.end), span }], next }, word)
  }
  return null
}

/** Acts that tell which bodies are meant rather than what they must do. */
const QUALIFYING = /^(?:tuyên truyền|truyền thông|thông tin|quản lý|cung cấp|vận hành|sản xuất|kinh doanh|khai thác|sử dụng)$/u

/** "Đối với các cơ quan tuyên truyền, báo chí, chỉ đạo …": the name of the class holds acts and ends before the comma and the act. */
export function concernedBodies(words: readonly Word[], at: number, source: string, any: boolean): ClauseOrder | null {
  const list = agenciesAt(words, at, true, source)
  const last = list?.names.at(-1)
  if (!list || !last || (!any && !QUALIFYING.test(`${words[list.next]?.key} ${words[list.next + 1]?.key}`))) return null
  for (let next = list.next; next < Math.min(words.length, list.next + 16); next++) {
    if (/^[.;:]$/.test((words[next] as Word).text)) return null
    if (words[next]?.text !== ',' || !actAt(words, next + 1)) continue
    const span = { start: last.span.start, end: (words[next - 1] as Word).end }
    return subject(
      { names: [...list.names.slice(0, -1), { name: source.slice(span.start, span.end), span }], next },
      words[next + 1] as Word,
    )
  }
  return null
}
