import { agenciesAt, areaAt, type AgencyList } from './agencies-in-text.ts'
import { readCoordination } from './coordination.ts'
import type { NamedSpan, Span } from './draft.ts'
import { isIssuer } from './issuer-names.ts'
import type { Marker } from './markers.ts'
import { readClauseOrder } from './order-sentences.ts'
import { orderVerbAt } from './order-words.ts'
import { splitSentences } from './sentences.ts'
import type { Block } from './source-text.ts'
import { readWords, type Word } from './words.ts'

/** The bodies a heading names for what stands below it. `pure` tells that it holds nothing else. */
export interface HeadingLead {
  lead: NamedSpan[]
  coordinate: NamedSpan[]
  verb: string | null
  verbSpan: Span | null
  pure: boolean
}

const TITLE_PREFIX =
  /^(?:(?:quyền|quyền hạn|nghĩa vụ|nhiệm vụ|trách nhiệm|chức năng)(?:(?:,| và|, và)\s+(?:quyền|quyền hạn|nghĩa vụ|nhiệm vụ|trách nhiệm))*\s+(?:cụ thể\s+|thực hiện\s+|phối hợp\s+)?(?:của|đối với)|về phía|đối với|phân công)\s+/iu

/** "Sở A chủ trì, phối hợp với các sở, ngành" above a list, with no mark at its end. */
const SHARED_TASK = /^[^.;:]{5,200}chủ trì,?\s+phối hợp\s+(?:với|cùng)\s[^.;:]{3,200}$/iu

/** Reads a heading ("2. Sở Tài chính", "Đề nghị: Hội Nông dân tỉnh", "Giao Sở A chủ trì:"), or null where it names no body. */
export function headingLead(
  block: Block,
  marker: Marker | null,
  source: string,
  opensList: boolean,
  issuer: string | null,
): HeadingLead | null {
  const from = marker?.length ?? 0
  const text = block.text.slice(from)
  const offset = block.start + from
  const prefix = TITLE_PREFIX.exec(text)?.[0].length ?? 0
  const words = readWords(text.slice(prefix, 1_200), offset + prefix)
  if (!words.length || POWERS.test(text)) return null
  const verbLength = orderVerbAt(words, 0)
  let at = verbLength
  while ([':', 'cho', 'đối', 'với'].includes(words[at]?.key ?? '')) at++
  const list = agenciesAt(words, at, true, source) ?? areaAt(words, at, source)
  if (list && restIsEmpty(text.slice((words[list.next - 1]?.end ?? offset) - offset)) && (opensList || !/[.;]$/.test(text))) {
    const verbSpan = verbLength
      ? { start: (words[0] as { start: number }).start, end: (words[verbLength - 1] as { end: number }).end }
      : null
    return {
      lead: list.names,
      coordinate: [],
      verb: verbSpan ? source.slice(verbSpan.start, verbSpan.end).toLowerCase() : null,
      verbSpan,
      pure: true,
    }
  }
  const below = opensList && list ? directedBelow(words, list.next, text, offset, source) : null
  if (below) return below
  const titled = prefix && (opensList || marker?.kind === 'article') ? titledBodies(words, list, text, source) : null
  if (titled) return { lead: titled, coordinate: [], verb: null, verbSpan: null, pure: true }
  if (!opensList || !(/:\s*$/.test(text) || SHARED_TASK.test(text)) || DEFINES.test(text)) return null
  // only the last sentence of a paragraph leads over to the list below it
  const last = splitSentences(text, offset).at(-1)
  if (!last) return null
  const order = readClauseOrder(last.text, last.start, source)
  if (order?.lead.length && !order.lead.every((body) => isIssuer(body.name, issuer))) {
    return {
      lead: order.lead,
      coordinate: readCoordination(last.text, last.start, source, order.lead),
      verb: order.verb,
      verbSpan: order.verbSpan,
      pure: false,
    }
  }
  const verb = /(?:^|[\s,])(yêu cầu|đề nghị|giao|phân công|điện)\s*(?:như sau|các nội dung sau|thực hiện)?\s*:\s*$/iu.exec(last.text)?.[1]
  return verb ? { lead: [], coordinate: [], verb: verb.toLowerCase(), verbSpan: null, pure: false } : null
}

/** Nothing but brackets, a qualifier of the class and the colon. */
function restIsEmpty(rest: string): boolean {
  return /^\s*(?:\([^)]{0,300}\)?)?\s*(?:(?:là(?!\s+(?:cơ quan|đơn vị|đầu mối))|thuộc|trực thuộc|có(?!\s+trách)|được(?=\s+(?:giao|phân công|nêu|quy định|cấp|thành lập|chỉ định))|liên quan|theo(?!\s+dõi)|trên)\s[^.:;]{0,90}:?|(?:có|chịu)\s+(?:trách nhiệm|nhiệm vụ)[^.:;]{0,30}:|[:.;]?)\s*$/u.test(
    rest,
  )
}

/** Lines that lead over to what something is or consists of, not to what must be done. */
const DEFINES =
  /(?:được xác định|được coi|được hiểu|được tính|được hình thành|được sử dụng|bao gồm|gồm|tiêu chí|trường hợp|điều kiện|là)(?:\s[^:]{0,60})?(?:\s+sau(?: đây)?)?\s*:\s*$|^(?:nội dung|hình thức|thành phần|kinh phí|thời gian|nguyên tắc|hồ sơ|đối tượng)\s[^.:]{0,80}:\s*$/iu
/** What someone may decide is no task. */
const POWERS = /có (?:thẩm )?quyền(?:\s+(?:sau(?: đây)?|như sau|quyết định))*\s*:?\s*$/iu
const LONGEST_TITLED = 220

/** "Bộ trưởng Bộ A chỉ đạo Cục B" above a list: Cục B does what the list says. */
function directedBelow(words: readonly Word[], at: number, text: string, offset: number, source: string): HeadingLead | null {
  if (words[at]?.key !== 'chỉ' || words[at + 1]?.key !== 'đạo' || /[.;]$/.test(text)) return null
  const list = agenciesAt(words, at + 2, true, source)
  const first = words[at] as Word
  const last = words[at + 1] as Word
  if (!list || !restIsEmpty(text.slice((words[list.next - 1]?.end ?? offset) - offset))) return null
  return { lead: list.names, coordinate: [], verb: 'chỉ đạo', verbSpan: { start: first.start, end: last.end }, pure: true }
}

/** "Trách nhiệm của các tổ chức liên quan đến việc …": in such a title all words to its end name the body. */
function titledBodies(words: readonly Word[], list: AgencyList | null, text: string, source: string): NamedSpan[] | null {
  const last = list?.names.at(-1)
  const end = words.findLast((word) => !/^[:.;]$/.test(word.text))?.end
  if (
    !list ||
    !last ||
    !end ||
    text.length > LONGEST_TITLED ||
    /[.;]$/.test(text) ||
    /\s(?:trong|khi|để)\s/u.test(source.slice(last.span.end, end))
  )
    return list && last && text.length <= LONGEST_TITLED && !/[.;]$/.test(text) ? list.names : null
  const span = { start: last.span.start, end: Math.max(end, last.span.end) }
  return [...list.names.slice(0, -1), { name: source.slice(span.start, span.end), span }]
}
