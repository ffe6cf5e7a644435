import type { NamedSpan } from './draft.ts'
import { agenciesAt } from './agencies-in-text.ts'
import { readWords, type Word } from './words.ts'

/** Words that may stand between "phối hợp" and the bodies. */
const BETWEEN = new Set(
  'chặt chẽ đồng bộ tốt hiệu quả kịp thời thường xuyên tích cực chủ động nhịp nhàng , hỗ trợ giúp đỡ trao đổi thông tin cung cấp và liên tục có sẵn sàng làm việc thống nhất kết nối chia sẻ tham gia hợp tác trực tiếp lấy ý kiến'.split(
    ' ',
  ),
)
const MOST_BETWEEN = 9

/**
 * The bodies to work with: after "phối hợp (với)", "cùng (với)", "có sự phối hợp của". Leads named again are left out.
 * `offset` is the place of `text` in `source`.
 */
export function readCoordination(text: string, offset: number, source: string, leads: readonly NamedSpan[]): NamedSpan[] {
  const words = readWords(text.slice(0, 6_000), offset)
  const found: NamedSpan[] = []
  let busyUntil = -1
  for (let at = 0; at < words.length; at++) {
    if (at < busyUntil) continue
    const list = partnersAt(words, at, source)
    if (!list) continue
    busyUntil = list.next
    for (const name of list.names) {
      const known = [...leads, ...found].some((other) => other.name.toLowerCase() === name.name.toLowerCase())
      if (!known && name.name.length > 2) found.push(name)
    }
  }
  return found
}

function partnersAt(words: readonly Word[], at: number, source: string) {
  const key = (offset: number) => words[at + offset]?.key
  if (key(0) === 'phối' && (key(1) === 'hợp' || (key(1) === 'kết' && key(2) === 'hợp'))) {
    let next = at + (key(1) === 'hợp' ? 2 : 3)
    for (let steps = 0; steps < MOST_BETWEEN && next < words.length; steps++) {
      const word = words[next] as Word
      const linked = word.key === 'với' || word.key === 'cùng' || word.key === 'của'
      if (linked) next++
      const list = agenciesAt(words, next, linked || steps === 0 || words[next - 1]?.key !== ',', source)
      if (list) return list
      if (linked) {
        if (words[next]?.key !== 'với') return null
        continue
      }
      if (!BETWEEN.has(word.key) || (word.key === 'liên' && words[next + 1]?.key !== 'tục')) return null
      next++
    }
    return null
  }
  if (key(0) === 'cùng' && !['kỳ', 'đó', 'lúc', 'thời', 'ngày', 'cấp'].includes(key(1) ?? '')) {
    return agenciesAt(words, at + (key(1) === 'với' ? 2 : 1), false, source)
  }
  return null
}
