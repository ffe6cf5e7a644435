import type { WordPiece } from './views.ts'

/** Texts longer than this are compared as a whole, so that a comparison always answers at once. */
const MOST_WORDS = 4_000

/** What was taken out and put in between two texts, word by word, in reading order. Spaces belong to the word before them. */
export const wordDiff = (before: string, after: string): WordPiece[] => {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const middle = changes(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const pieces: WordPiece[] = []
  for (const piece of [
    { kind: 'same', text: a.slice(0, start).join('') } as const,
    ...middle,
    { kind: 'same', text: a.slice(a.length - end).join('') } as const,
  ]) {
    const last = pieces.at(-1)
    if (piece.text === '') continue
    if (last?.kind === piece.kind) last.text += piece.text
    else pieces.push({ ...piece })
  }
  return pieces
}

/** Words, and the marks behind them by themselves: a sentence that goes on keeps its last word. */
const wordsOf = (text: string): string[] => text.normalize('NFC').match(/\S+?(?=[.,;:!?…)]*(?:\s|$))\s*|[.,;:!?…)]+\s*|^\s+/gu) ?? []

/** The shortest change by longest common subsequence; removals stand before additions. */
const changes = (a: string[], b: string[]): WordPiece[] => {
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ]
  }
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
    }
  }
  const pieces: WordPiece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      pieces.push({ kind: 'removed', text: a[i]! })
      i++
    } else {
      pieces.push({ kind: 'added', text: b[j]! })
      j++
    }
  }
  return pieces
}
