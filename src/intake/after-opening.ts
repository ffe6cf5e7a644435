import { agenciesAt } from './agencies-in-text.ts'
import { actAt } from './task-verbs.ts'
import { isLower, type Word } from './words.ts'

/** How far behind the beginning of a sentence its subject may stand, in characters. */
const FARTHEST_SUBJECT = 420
const FARTHEST_ACT = 60

/**
 * What stands behind a comma of an opening adverbial and is read by `leadAt`: "Trên cơ sở …, Sở A chủ trì". The place of the act
 * where the opening ends in "chủ trì, phối hợp với Sở A", so that the bodies behind it are partners; `stopAtAct` gives up at any other.
 * Work is bounded by the distance.
 */
export function bodyAfterComma<T extends object>(
  words: readonly Word[],
  from: number,
  stopAtAct: boolean,
  leadAt: (at: number) => T | null,
): T | number | null {
  const begin = words[from]?.start ?? 0
  let inside = 0
  for (let at = from + 1; at < words.length; at++) {
    const word = words[at] as Word
    if (word.start - begin > FARTHEST_SUBJECT || word.text === ';') return null
    if (at >= inside) inside = classEnd(words, at)
    if (![',', ':'].includes(word.text) || at < inside) continue
    const found = leadAt(at + 1)
    if (found) return found
    if (['chủ trì', 'phối hợp'].includes(`${words[at + 1]?.key} ${words[at + 2]?.key}`)) return at + 1
    if (stopAtAct && actAt(words, at + 1)) return null
  }
  return null
}

/** The end of "các bộ, cơ quan ngang bộ, cơ quan …" or "(cho) Bộ A, Bộ B" that begins at `at`: its commas part no subject from the opening. */
function classEnd(words: readonly Word[], at: number): number {
  if (['cho', 'gửi', 'tới'].includes(words[at - 1]?.key ?? '')) return agenciesAt(words, at, true)?.next ?? 0
  if (!['các', 'những'].includes(words[at]?.key ?? '')) return 0
  const end = agenciesAt(words, at, true)?.next ?? 0
  for (let next = at + 1; next < end; next++) if (words[next]?.text === ',' && !isLower(words[next + 1])) return next
  return end
}

/** Where the act after an opening adverbial begins, or 0. */
export function actAfterComma(words: readonly Word[], from: number): number {
  for (let at = from + 1; at < Math.min(words.length, from + FARTHEST_ACT); at++) {
    const word = words[at] as Word
    if (word.text === ';') return 0
    if ([',', ':'].includes(word.text) && actAt(words, at + 1, true)) return at + 1
  }
  return 0
}
