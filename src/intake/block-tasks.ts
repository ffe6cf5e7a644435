import { isBackReference } from './agencies-in-text.ts'
import type { Task } from './build-assignment.ts'
import { readCoordination } from './coordination.ts'
import type { NamedSpan, Span } from './draft.ts'
import { readDeadline } from './deadlines.ts'
import { isIssuer } from './issuer-names.ts'
import type { LeadContext } from './lead-context.ts'
import { UNMARKED_DEPTH, type Marker } from './markers.ts'
import type { ClauseOrder } from './clause-order.ts'
import { readClauseOrder } from './order-sentences.ts'
import { splitClauses, splitSentences } from './sentences.ts'
import type { Block } from './source-text.ts'
import { actAt } from './task-verbs.ts'
import { readWords } from './words.ts'

interface BlockInput {
  block: Block
  marker: Marker | null
  source: string
  issuer: string | null
  context: LeadContext
  /** Take sentences whose subject is told to act; before a document begins to order, only explicit orders count. */
  subjects: boolean
  /** Keep first sentences without a lead: a label line below may name it. */
  candidates: boolean
  press?: boolean
}

/** The tasks of one paragraph or listed item; leaves its lead in the context for what follows. */
export function readBlockTasks(input: BlockInput): Task[] {
  const { block, marker, source, issuer, context } = input
  const from = marker?.length ?? 0
  const depth = marker?.depth ?? UNMARKED_DEPTH - 1
  const tasks: Task[] = []
  let carried: NamedSpan[] | null = null
  let subjects = input.subjects
  if (input.press && isSpeech(block.text)) return []
  const sentences = splitSentences(block.text.slice(from), block.start + from)
  for (const [index, sentence] of sentences.entries()) {
    // the words before "Ảnh: …" tell what a photograph shows
    if (input.press && /^ảnh\s*:/iu.test(sentences[index + 1]?.text ?? '')) continue
    let current: Task | null = null as Task | null
    let listEnd = 0
    for (const [part, clause] of splitClauses(sentence.text, sentence.start).entries()) {
      // bodies in a list may be parted by semicolons too, so the first clause is read to the end of the sentence
      if (part > 0 && clause.start < listEnd) continue
      const chief = input.press ? (issuer ?? '') : null
      const order =
        part === 0
          ? readClauseOrder(sentence.text, sentence.start, source, chief)
          : readClauseOrder(clause.text, clause.start, source, chief)
      if (part === 0) listEnd = order?.actStart ?? 0
      const lead: NamedSpan[] | null = order && leadOf(order, input, carried, clause.text)
      const late = part > 0 && !current && !tasks.length && order?.form === 'order'
      const opens =
        part === 0 || late || (order !== null && order.form !== 'none' && !!lead && current !== null && !sameBodies(lead, current.lead))
      if (!opens) continue
      if (part > 0 && current) current.end = clause.start - 1
      const span = { start: part === 0 || late ? sentence.start : clause.start, end: sentence.end }
      if (!order || !lead) {
        if (part === 0 && attachesDeadline(tasks.at(-1), sentence)) break
        if (part === 0 && index === 0 && sentence.text.length > 25) {
          const below = input.press || !marker ? null : context.lead
          if (below?.heading && isPlainItem(sentence.text))
            tasks.push(
              (current = {
                ...candidate(span, clause.start),
                lead: below.lead ?? [],
                origin: 'unsure',
                coordinate: [...(below.coordinate ?? [])],
                verb: context.verb?.verb ?? null,
              }),
            )
          else if (input.candidates) tasks.push((current = candidate(span, clause.start)))
        }
        continue
      }
      // "Để bảo đảm …, UBND tỉnh có ý kiến như sau:" only leads over to what is ordered below
      if (order.form === 'none' && !marker && /sau(?: đây)?\s*:$/iu.test(sentence.text)) continue
      if (order.form === 'subject' && /có ý kiến(?:\s+\p{L}+){0,3}(?:\s+sau(?: đây)?)?\s*:$/iu.test(sentence.text)) continue
      // the name of a reporter below the report
      if (input.press && order.form === 'none' && sentence.text.length < 40 && !/[.;…]$/.test(sentence.text)) continue
      if (part === 0 && order.form === 'none' && attachesDeadline(tasks.at(-1), sentence)) break
      if (
        order.form === 'subject' &&
        (!subjects || (lead.every((body) => isIssuer(body.name, issuer)) && !namesItself(marker, source, order)))
      )
        continue
      if (!lead.length && !input.candidates) continue
      if (input.press && order.form !== 'order' && isReport(clause.text)) continue
      const inherited = order.form === 'none' ? context.lead : null
      const verb = order.verb ? order : null
      current = {
        ...span,
        lead,
        coordinate: inherited && !carried ? [...(inherited.coordinate ?? [])] : [],
        verb: verb?.verb ?? context.verb?.verb ?? null,
        verbSpan: verb?.verbSpan ?? null,
        actStart: order.actStart,
        origin: originOf(order, carried, !!inherited, lead),
        time: null,
      }
      tasks.push(current)
      if (order.form === 'order') subjects = true
      if (order.form !== 'none') {
        carried = lead
        if (!input.press || lead.length) remember(context, depth, lead, verb)
      }
    }
  }
  for (const task of tasks) {
    const text = source.slice(task.start, task.end)
    const own = readCoordination(text, task.start, source, task.lead)
    task.coordinate.push(...own.filter((name) => !task.coordinate.some((other) => other.name === name.name)))
  }
  return tasks
}

/** A numbered duty of the issuing body itself: "1. Công an tỉnh chủ trì …" in its own plan. */
function namesItself(marker: Marker | null, source: string, order: ClauseOrder): boolean {
  return (
    marker !== null &&
    /^(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm)(?!\p{L})/u.test(source.slice(order.actStart, order.actStart + 20))
  )
}

function remember(context: LeadContext, depth: number, lead: NamedSpan[], verb: ClauseOrder | null): void {
  const before = context.verb
  context.enter(depth)
  if (before?.verb && !context.verb && !verb?.verb) context.push({ depth, verb: before.verb })
  context.push({ depth, lead, ...(verb?.verb ? { verb: verb.verb, verbSpan: verb.verbSpan } : {}) })
}

function originOf(order: ClauseOrder, carried: NamedSpan[] | null, inherited: boolean, lead: readonly NamedSpan[]): Task['origin'] {
  if (!lead.length) return 'candidate'
  if (order.form !== 'none') return order.form
  return carried || !inherited ? 'carried' : 'heading'
}

function candidate(span: Span, actStart: number): Task {
  return { ...span, lead: [], coordinate: [], verb: null, verbSpan: null, actStart, origin: 'candidate', time: null }
}

/** The bodies of a clause: named, pointed back to, or carried over. Null where the clause is no task. */
function leadOf(order: ClauseOrder, input: BlockInput, carried: NamedSpan[] | null, text: string): NamedSpan[] | null {
  if (order.form === 'none') {
    const above = carried ?? input.context.lead?.lead ?? []
    return isReceiver(above, text) ? [] : above
  }
  return order.lead.flatMap((body) => {
    if (!isBackReference(body.name)) return [body]
    const head = body.name.toLowerCase().split(' ')[0] ?? ''
    const known = [...(carried ? [carried] : []), ...input.context.leads].find((list) =>
      list.some((other) => other.name.toLowerCase().includes(head) && other.name.length > body.name.length),
    )
    return known?.filter((other) => other.name.toLowerCase().includes(head)) ?? [body]
  })
}

/** "Báo cáo kết quả về Bộ (qua Cục A)": whoever receives a report does not give it. */
function isReceiver(above: readonly NamedSpan[], text: string): boolean {
  const folded = text.toLowerCase()
  return above.some(
    ({ name }) =>
      folded.includes(name.toLowerCase()) &&
      new RegExp(
        String.raw`(?<!\p{L})(?:qua|về|gửi|(?:gửi|nộp|báo cáo|chuyển)\s+cho|gửi về)\s+(?:cơ quan\s+)?${escaped(name)}(?!\p{L})`,
        'iu',
      ).test(text),
  )
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function sameBodies(a: readonly NamedSpan[], b: readonly NamedSpan[]): boolean {
  return a.length === b.length && a.every((body, index) => body.name.toLowerCase() === b[index]?.name.toLowerCase())
}

/** "Hoàn thành trước ngày 30/6/2026." only dates the task before it. */
function attachesDeadline(task: Task | undefined, sentence: Span & { text: string }): boolean {
  if (!task || sentence.text.length > 90 || !/^(?:hoàn thành|xong|thời gian|thời hạn|kết quả)(?!\p{L})/iu.test(sentence.text)) return false
  const deadline = readDeadline(sentence.text, sentence.start)
  if (!deadline) return false
  task.time ??= { value: deadline.words, start: deadline.span.start }
  return true
}

/** An item under the heading of a body whose first word is no verb we know; not a condition, a term or a list opener. */
function isPlainItem(text: string): boolean {
  const then = /^(?:trường hợp|nếu)\s/iu.test(text) ? /,?\s+thì\s+/u.exec(text) : null
  if (then) return actAt(readWords(text.slice(then.index + then[0].length, then.index + 200)), 0) > 0
  return (
    !/^(?:trường hợp|nếu|việc|các\s|những|kinh phí|thời gian|thời hạn|mức|nội dung|hồ sơ|đối tượng|sau đây|bao gồm|gồm|số lượng|danh mục|ghi chú|mục tiêu|yêu cầu:|trong đó|khi)/iu.test(
      text,
    ) &&
    /^\p{Lu}/u.test(text) &&
    !/:\s*$/.test(text) &&
    !/(?<!\p{L})(?:là|được|bị|đã)\s/iu.test(text.slice(0, 60))
  )
}

/** `"…", ông A cho biết`: what someone is quoted as saying explains, and orders nothing. */
function isSpeech(text: string): boolean {
  return (
    /^["“]/.test(text) &&
    /["”],?\s[^"”“]{2,80}(?:cho biết|cho hay|chia sẻ|bày tỏ|nói|khẳng định|nhận định)[^"”“]{0,40}$/iu.test(text.slice(-260))
  )
}

/** Sentences of a report that tell what was done or said, not what must be done. */
function isReport(text: string): boolean {
  const match =
    /(?:^|\s)(?:cho biết|cho rằng|cho hay|chấp thuận|vừa ban hành|đã ban hành|vừa có|đã có (?:công văn|văn bản)|có (?:công văn|văn bản|công điện)|đã tổ chức|tổ chức (?:hội nghị|lễ|buổi|họp(?! dân))|ký ban hành|phát biểu|nhấn mạnh)(?:\s|,|$)/iu.exec(
      text.slice(0, 220),
    )
  return match !== null && match.index < 160
}
