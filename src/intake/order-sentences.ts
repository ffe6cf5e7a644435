import { agenciesAt, areaAt, type AgencyList } from './agencies-in-text.ts'
import { bare, subject, type ClauseOrder } from './clause-order.ts'
import { concernedBodies, longSubject } from './long-subjects.ts'
import { CLASS_ACTS } from './agency-words.ts'
import { ADVERBIALS, CONNECTORS, EXPLAINERS, NOT_AFTER, orderVerbAt } from './order-words.ts'
import { isIssuer } from './issuer-names.ts'
import { directedOnPaper, endsGiver, isToldAsPast, opensList, ordersOnPaper } from './order-givers.ts'
import { actAt, modalAt } from './task-verbs.ts'
import { actAfterComma, bodyAfterComma } from './after-opening.ts'
import { isCapital, isWord, readWords, type Word } from './words.ts'

/** Openings of a report's own words. */
const NARRATION =
  /^(?:trao đổi với|theo (?:ông|bà|phản ánh|ghi nhận|thống kê|báo cáo của|đại diện|lãnh đạo)|phát biểu(?![^.]{0,160}(?:yêu cầu|đề nghị|giao)\s)|chia sẻ (?:với|về)|được biết|trước đó|dự (?:hội nghị|lễ|buổi|họp|kiến)|tham dự|tham gia (?:hội nghị|lễ|buổi)|(?:ông|bà) (?!(?:\p{Lu}\p{L}*\s+){1,5}(?:cũng |đã |tiếp tục )?(?:yêu cầu|đề nghị|giao|lưu ý|chỉ đạo)(?!\p{L}))|khẳng định|đến (?:thời điểm|nay(?!\p{L}))|hiện (?:nay|tại)(?!\p{L})|thời gian qua|những năm qua|tại (?:buổi|hội nghị|lễ|cuộc họp|phiên họp)[^,]{0,80},\s*(?:ông|bà|các đại biểu|đại diện)(?!\s+(?:\p{Lu}\p{L}*\s+){1,5}(?:cũng |đã )?(?:yêu cầu|đề nghị|giao)(?!\p{L})))/iu

/**
 * Reads who is told to do something in one clause. `source` is the whole normalised text and `offset` the clause's place
 * in it; what `chief` "chỉ đạo" others to do is their task, not its own. Null where the clause orders nothing. Pure; work is bounded by the length of the clause.
 */
export function readClauseOrder(text: string, offset: number, source: string, chief: string | null = null): ClauseOrder | null {
  const quoted = /^[“"]\s*/u.exec(text)?.[0].length ?? 0
  const words = readWords(text.slice(quoted, 2_500), offset + quoted)
  if (!words.length || isClosing(text) || NARRATION.test(text)) return null
  let at = 0
  const explains = EXPLAINERS.lengthAt(words, 0) > 0
  for (let guard = 0; guard < 3; guard++) {
    const connector = CONNECTORS.lengthAt(words, at)
    if (!connector) break
    at += connector
    while (words[at] && [',', ':'].includes((words[at] as Word).text)) at++
  }
  const direct = leadAt(words, at, source, chief)
  const concerned =
    words[at - 1]?.key === 'với' && words[at - 2]?.key === 'đối' ? concernedBodies(words, at, source, direct === null) : null
  if (concerned ?? direct) return concerned ?? direct
  const adverbial = ADVERBIALS.lengthAt(words, at) > 0 && actAt(words, at, true) < 2
  // "định kỳ", "căn cứ" are an act themselves unless a subject comes before the next one
  const either = ['định', 'căn'].includes(words[at]?.key ?? '')
  if (adverbial || explains || either) {
    const found = bodyAfterComma(words, at, either, (next) => leadAt(words, next, source, chief))
    if (typeof found === 'number') return orderInside(words, at, source) ?? bare(words[found] as Word)
    if (found) return found
  }
  const scattered =
    orderInside(words, at, source) ?? (chief === null ? null : directedOnPaper(words, at, (next) => directionAt(words, next, source)))
  if (scattered) return scattered
  if (explains) return null
  if ((actAt(words, at, true) || coordinator(words, at)) && !startsNoun(words, at)) return bare(words[at] as Word)
  if (adverbial && !/^(?:trường hợp|nếu)(?!\p{L})/iu.test(text)) return bareAfterComma(words, at)
  return titled(words, at, source)
}

/** Closing formulas bind everyone and nobody: officers do not register them. */
function isClosing(text: string): boolean {
  return (
    /(?:chịu trách nhiệm (?:thi hành|thực hiện)|có trách nhiệm thi hành|căn cứ) (?:Quyết định|Nghị quyết|Thông tư|Kế hoạch|Chỉ thị|Quy chế|Nghị định)(?: này)?(?: thi hành)?(?=[\s./,;]*$|\s*kể từ)/u.test(
      text,
    ) ||
    /chịu trách nhiệm (?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Thông tư|Kế hoạch|Chỉ thị|Quy chế|Nghị định)/u.test(text) ||
    /(?<!\p{L})(?:xin (?:trân trọng )?thông báo|(?:trân trọng )?thông báo (?:để|đến|tới)[^.]{2,120}(?:biết|được biết))(?!\p{L})/iu.test(
      text,
    ) ||
    /(?:nếu )?(?:có|phát sinh|gặp)\s+(?:những\s+)?(?:vấn đề\s+)?(?:phát sinh,?\s*)?(?:khó khăn|vướng mắc)/iu.test(text.slice(0, 200)) ||
    /có hiệu lực (?:thi hành )?(?:kể từ|từ)/u.test(text)
  )
}

/** An order or a subject that begins exactly at `at`. */
function leadAt(words: readonly Word[], at: number, source: string, chief: string | null = null): ClauseOrder | null {
  const order = orderAt(words, at, source)
  if (order) return order
  const list = agenciesAt(words, at, isCapital(words[at]), source) ?? areaAt(words, at, source)
  if (!list) return null
  let next = skipBrackets(words, list.next)
  while (
    ['cũng', 'còn', 'tiếp', 'tục', 'đã', 'vừa', 'đồng', 'thời', 'thống', 'nhất', 'ý', 'kiến', 'có', 'văn', 'bản'].includes(
      words[next]?.key ?? '',
    ) &&
    !orderVerbAt(words, next)
  )
    next++
  const given =
    orderAt(words, next, source) ?? ordersOnPaper(words, next, (at) => orderAt(words, at, source) ?? directionAt(words, at, source))
  if (given) return { ...given, issuer: list.names }
  const before = toldBefore(words, list, next)
  if (before) return before
  const directed =
    isChief(list, chief) && words[next]?.key === 'chỉ' && words[next + 1]?.key === 'đạo'
      ? leadAt(words, next + (words[next + 2]?.text === ':' ? 3 : 2), source)
      : null
  if (directed)
    return {
      ...directed,
      form: 'order',
      verb: 'chỉ đạo',
      verbSpan: { start: (words[next] as Word).start, end: (words[next + 1] as Word).end },
      issuer: list.names,
    }
  next = skipBrackets(words, list.next)
  if (words[next]?.text === ':') next++
  else if (words[next]?.text === ',') next++
  const isArea = list.names.length === 1 && /^\p{Ll}/u.test(list.names[0]?.name ?? '') && !agenciesAt(words, at, false, source)
  if (isArea && !['cần', 'phải', 'khẩn', 'chủ', 'tiếp', 'có'].includes(words[next]?.key ?? '')) return longSubject(words, at, source)
  const long = words[next]?.key !== 'được' && CLASS_ACTS.lengthAt(words, next) ? longSubject(words, at, source) : null
  if (long) return long
  if (opensAct(words, next, words[next - 1]?.text === ':') || unknownAct(words, list, next)) return subject(list, words[next] as Word)
  return longSubject(words, at, source)
}

/** "Riêng Bộ A, Bộ B, Thủ tướng yêu cầu có báo cáo …": the last of the bodies gives the order to those before it. */
function toldBefore(words: readonly Word[], list: AgencyList, next: number): ClauseOrder | null {
  const giver = list.names.at(-1)
  const length = orderVerbAt(words, next)
  const act = words[next + length]
  if (!giver || !length || !act || list.names.length < 2 || !(actAt(words, next + length) || modalAt(words, next + length))) return null
  if (
    !/^(?:(?:Phó )?Thủ tướng|(?:Phó )?Chủ tịch|UBND (?:tỉnh|thành phố|TP)|Ủy ban nhân dân (?:tỉnh|thành phố)|Bộ trưởng)/u.test(giver.name)
  )
    return null
  const verbSpan = { start: (words[next] as Word).start, end: (words[next + length - 1] as Word).end }
  const verb = words
    .slice(next, next + length)
    .map((word) => word.key)
    .join(' ')
  return { form: 'order', lead: list.names.slice(0, -1), verb, verbSpan, actStart: act.start, issuer: [giver] }
}

/** "văn bản chỉ đạo các sở khẩn trương …". */
function directionAt(words: readonly Word[], at: number, source: string): ClauseOrder | null {
  const [first, last] = [words[at], words[at + 1]]
  const list = first?.key === 'chỉ' && last?.key === 'đạo' ? agenciesAt(words, at + 2, true, source) : null
  if (!first || !last || !list || !opensAct(words, list.next, false)) return null
  const verbSpan = { start: first.start, end: last.end }
  return { form: 'order', lead: list.names, verb: 'chỉ đạo', verbSpan, actStart: (words[list.next] as Word).start, issuer: [] }
}

/** Words that tell about a department instead of ordering it. */
const TELLING = new Set(
  'là đã đang được có của thuộc tại về trong cho và cũng vừa nhận nêu thấy nói vẫn còn chưa không sẽ hiện thông do từ đến với như hay hoặc khẳng nhấn ghi'.split(
    ' ',
  ),
)

/** A department's or ministry's name has a known end, so a verb we do not know may follow it. */
function unknownAct(words: readonly Word[], list: AgencyList, next: number): boolean {
  const name = list.names.at(-1)?.name ?? ''
  const word = words[next]
  return /^(?:Sở|Bộ)\s/u.test(name) && next === list.next && !!word && /^\p{Ll}{2}/u.test(word.text) && !TELLING.has(word.key)
}

/** In a report the issuing body, and the Prime Minister always, direct others. */
function isChief(list: AgencyList, chief: string | null): boolean {
  const name = list.names[0]?.name ?? ''
  return (
    chief !== null && list.names.length === 1 && (isIssuer(name, chief) || /^(?:(?:Phó )?Thủ tướng.*|Bộ|Sở|Tỉnh|Thành phố)$/u.test(name))
  )
}

function opensAct(words: readonly Word[], at: number, anyCase: boolean): boolean {
  const given = words[at]?.key === 'được' && orderVerbAt(words, at + 1) > 0
  return (
    given ||
    actAt(words, at, anyCase) > 0 ||
    (modalAt(words, at) > 0 && !['không', 'là', 'khi', 'nếu'].includes(words[at]?.key ?? '')) ||
    coordinator(words, at)
  )
}

function coordinator(words: readonly Word[], at: number): boolean {
  return (
    words[at]?.key === 'là' &&
    ['cơ', 'đơn', 'đầu'].includes(words[at + 1]?.key ?? '') &&
    /đầu mối|thường trực|chủ trì/.test(
      words
        .slice(at, at + 6)
        .map((word) => word.key)
        .join(' '),
    )
  )
}

/** "giao Sở A …", "đề nghị UBND tỉnh giao UBND thị xã …": of nested orders the body at the end must act. */
function orderAt(words: readonly Word[], at: number, source: string): ClauseOrder | null {
  const length = orderVerbAt(words, at)
  if (!length) return null
  let next = at + length
  // "Thủ tướng yêu cầu, Bộ A chỉ đạo"; not "khi có yêu cầu, Bộ A"
  if (words[next]?.text === ',' && ['yêu', 'đề'].includes(words[at]?.key ?? '') && endsGiver(words, at - 1)) next++
  while ([':', 'cho', 'thêm', 'đối', 'với'].includes(words[next]?.key ?? '')) next++
  const after = words[next - 1]?.text === ':' ? skipTime(words, next) : next
  const list = agenciesAt(words, after, true, source) ?? areaAt(words, after, source)
  if (!list) return null
  const first = words[at] as Word
  const last = words[at + length - 1] as Word
  const inner = orderAt(words, skipBrackets(words, list.next), source)
  if (inner) return { ...inner, issuer: list.names }
  const act = words[skipBrackets(words, list.next)] ?? last
  const verbSpan = { start: first.start, end: last.end }
  return {
    form: 'order',
    lead: list.names,
    verb: source.slice(verbSpan.start, verbSpan.end).toLowerCase(),
    verbSpan,
    actStart: act.start,
    issuer: [],
  }
}

/** "yêu cầu: từ ngày 30/4 đến hết ngày 03/5, các đơn vị …": the body stands behind the time. */
function skipTime(words: readonly Word[], at: number): number {
  if (!['từ', 'trong', 'trước', 'đến'].includes(words[at]?.key ?? '')) return at
  const comma = words.findIndex((word, index) => index > at && index < at + 20 && word.text === ',')
  return comma < 0 ? at : comma + 1
}

function skipBrackets(words: readonly Word[], at: number): number {
  if (words[at]?.text !== '(') return at
  const close = words.findIndex((word, index) => index > at && index < at + 40 && word.text === ')')
  return close < 0 ? at : close + 1
}

/** The act after an opening adverbial: "Trên cơ sở chức năng, chủ trì, phối hợp …". */
function bareAfterComma(words: readonly Word[], from: number): ClauseOrder | null {
  const at = actAfterComma(words, from)
  return at ? bare(words[at] as Word) : null
}

/** An order by someone whose name is not a body we know: "đồng chí Nguyễn Văn A yêu cầu Sở B …", "… và giao Sở C". */
function orderInside(words: readonly Word[], from: number, source: string): ClauseOrder | null {
  for (let at = from + 1; at < Math.min(words.length, 140); at++) {
    if (!orderVerbAt(words, at)) continue
    const before = words[at - 1] as Word
    const told = isToldAsPast(words, at - 1)
    if (NOT_AFTER.has(before.key) && !told) continue
    const joined = [',', ';', 'và', 'thời'].includes(before.key)
    if (
      joined
        ? !['giao', 'yêu'].includes(words[at]?.key ?? '')
        : !(told || endsGiver(words, at - 1) || opensList(words, at) || (before.text === ')' && words[at]?.key === 'yêu'))
    )
      continue
    const found = orderAt(words, at, source)
    if (found) return found
  }
  return null
}

/** "Công tác tuyên truyền: đẩy mạnh …": a short title before the act. */
function titled(words: readonly Word[], from: number, source: string): ClauseOrder | null {
  for (let at = from + 1; at < Math.min(words.length, from + 18); at++) {
    const text = (words[at] as Word).text
    if (text === '.' || text === ';') return null
    if (text !== ':') continue
    const lead = leadAt(words, at + 1, source)
    if (lead) return lead
    return actAt(words, at + 1, true) && isWord(words[at + 1]) ? bare(words[at + 1] as Word) : null
  }
  return null
}

/** Nouns that look like an act: "Tổ chức, cá nhân …", "Quản lý nhà nước về …", "Thông tin liên hệ". */
function startsNoun(words: readonly Word[], at: number): boolean {
  const key = words
    .slice(at, at + 3)
    .map((word) => word.key)
    .join(' ')
  return /^(?:\p{L}+ \p{L}+ (?:của|cho thấy)$|tổ chức ,|tổ chức cá|thông tin (?:liên|về|chi|của)|quyết định (?:này|số)|kế hoạch|đầu tư công (?:là|năm)|báo cáo (?:số|của)|thông báo (?:số|này)|chỉ thị|hướng dẫn (?:số|này))/u.test(
    key,
  )
}
