import { consumeName, type Begins } from './agency-names.ts'
import { CLASS_ACTS, CLASS_NOUNS } from './agency-words.ts'
import { actAt, modalAt } from './task-verbs.ts'
import type { Word } from './words.ts'

/** The end of a class: "các cơ quan, đơn vị, địa phương liên quan", "các doanh nghiệp bưu chính trên địa bàn tỉnh". */
export function consumeClass(words: readonly Word[], head: number, begins: Begins, plural: boolean): number {
  let next = head + CLASS_NOUNS.lengthAt(words, head)
  const acts = CLASS_ACTS.lengthAt(words, next)
  // "cơ quan quản lý nhà nước": the act qualifies the noun where another act follows before the sentence ends
  if (acts && !working(words, next, next + acts) && laterAct(words, next + acts)) next += acts
  return consumeName(words, head, next, begins, false, plural ? 'plural' : 'single')
}

/** "các doanh nghiệp phối hợp với Sở …", "đơn vị chủ trì, phối hợp …": the act itself, not a qualifier of the noun. */
function working(words: readonly Word[], from: number, to: number): boolean {
  return (
    ['phối', 'chủ'].includes(words[from]?.key ?? '') &&
    [',', 'với', 'cùng', 'chặt', 'kịp', 'tốt', 'hiệu', 'thường', 'phối'].includes(words[to]?.key ?? '')
  )
}

function laterAct(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + 18); at++) {
    if (/^[.;:]$/.test(words[at]?.text ?? '')) return false
    if (actAt(words, at) || modalAt(words, at)) return !(words[at - 1] && words[at - 1]?.text === ',' && at - from < 2)
  }
  return false
}
