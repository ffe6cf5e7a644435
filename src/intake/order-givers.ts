import { isCapital, type Word } from './words.ts'

const PAPERS = new Set(['văn bản', 'công văn', 'công điện', 'chỉ thị'])
const ISSUES = new Set(['có', 'ra', 'hành', 'ký', 'gửi'])
/** Last words of whoever gives an order, and marks that open one. */
const GIVERS = new Set('tỉnh phố phủ tịch đốc cũng còn tướng : “ " dân xã bộ ban trưởng đạo sở'.split(' '))
const FARTHEST_ORDER = 14

/** Whether the word at `at` can stand right before an order verb: the end of a giver's name or of the paper that orders. */
export function endsGiver(words: readonly Word[], at: number): boolean {
  const word = words[at]
  return isCapital(word) || GIVERS.has(word?.key ?? '') || /^\d+[a-z]?\//.test(word?.text ?? '') || endsPaper(words, at)
}

/** "Hà Nội đã yêu cầu các phường", "Chủ tịch tỉnh vừa giao Sở": a giver before "đã" at `at`. */
export function isToldAsPast(words: readonly Word[], at: number): boolean {
  return ['đã', 'vừa', 'mới'].includes(words[at]?.key ?? '') && (isCapital(words[at - 1]) || GIVERS.has(words[at - 1]?.key ?? ''))
}

/** "UBND tỉnh vừa có văn bản yêu cầu …", "… ra công điện giao …". */
function endsPaper(words: readonly Word[], at: number): boolean {
  return PAPERS.has(`${words[at - 1]?.key} ${words[at]?.key}`) && ISSUES.has(words[at - 2]?.key ?? '')
}

/** "… yêu cầu UBND các tỉnh:": an order that leads over to a list needs no giver that we know. */
export function opensList(words: readonly Word[], at: number): boolean {
  return words.at(-1)?.text === ':' && words.length - at < 40
}

/** "ban hành văn bản yêu cầu các sở …", "có Công văn số 9/UBND-NC giao Sở …": the order on the paper that the subject issues. */
export function ordersOnPaper<T>(words: readonly Word[], at: number, orderAt: (at: number) => T | null): T | null {
  let paper = -1
  for (let next = at; next < Math.min(words.length, at + FARTHEST_ORDER); next++) {
    if (paper < 0 && [',', ';', ':'].includes(words[next]?.text ?? '')) return null
    if (ISSUES.has(words[next]?.key ?? '') && PAPERS.has(`${words[next + 1]?.key} ${words[next + 2]?.key}`)) paper = next + 2
    const found = paper > 0 && next > paper ? orderAt(next) : null
    if (found) return found
  }
  return null
}

/** "Công văn cũng chỉ đạo Chánh thanh tra …": the paper itself directs. */
export function directedOnPaper<T>(words: readonly Word[], at: number, directionAt: (at: number) => T | null): T | null {
  if (!PAPERS.has(`${words[at]?.key} ${words[at + 1]?.key}`)) return null
  for (let next = at + 2; next < Math.min(words.length, at + 8); next++) {
    const found = directionAt(next)
    if (found) return found
  }
  return null
}
