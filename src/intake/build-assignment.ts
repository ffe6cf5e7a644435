import type { Bilingual, DraftAssignment, NamedSpan, Span } from './draft.ts'
import { deadlineFromLabel, readDeadline } from './deadlines.ts'
import { readRecurrence, readShape, recurrenceFromLabel } from './recurrence.ts'

/** How a task found its lead, from the surest on. */
export type TaskOrigin = 'order' | 'label' | 'subject' | 'heading' | 'carried' | 'unsure' | 'candidate'

/** A task as the walk finds it, before its deadline and title are read. */
export interface Task extends Span {
  lead: NamedSpan[]
  coordinate: NamedSpan[]
  verb: string | null
  verbSpan: Span | null
  actStart: number
  origin: TaskOrigin
  time: { value: string; start: number } | null
}

const SURE: Record<TaskOrigin, number> = {
  order: 0.92,
  label: 0.9,
  subject: 0.85,
  heading: 0.82,
  carried: 0.68,
  unsure: 0.55,
  candidate: 0.4,
}
const CARRIED: Bilingual = {
  vi: 'Câu này không nêu ai chủ trì; lấy theo câu trước',
  en: 'The sentence names no lead; taken from the one before',
}
const UNKNOWN_ACT: Bilingual = { vi: 'Chưa chắc mục này là một việc phải làm', en: 'Unsure whether this item is a task' }
const RETOLD: Bilingual = { vi: 'Đọc từ bài báo, chưa phải văn bản gốc', en: 'Read from a press report, not from the document itself' }
const NO_YEAR: Bilingual = { vi: 'Thời hạn không ghi đủ ngày, tháng, năm', en: 'The deadline lacks a full date' }
const LONG_NAME: Bilingual = { vi: 'Chưa chắc hết tên đơn vị chủ trì', en: 'Unsure where the name of the lead ends' }
const LONGEST_TITLE = 140

/** Completes a task with deadline, recurrence, shape, title and confidence. */
export function buildAssignment(task: Task, source: string, genre: 'official' | 'press'): DraftAssignment {
  const quote = source.slice(task.start, task.end).replace(/\s+/g, ' ').trim()
  const own = readDeadline(source.slice(task.start, task.end), task.start)
  const labelled = task.time ? deadlineFromLabel(task.time.value, task.time.start) : null
  const deadline = labelled ?? own
  const recurrence = (task.time ? recurrenceFromLabel(task.time.value) : null) ?? readRecurrence(quote)
  const unsure =
    task.origin === 'carried'
      ? CARRIED
      : task.origin === 'unsure'
        ? UNKNOWN_ACT
        : task.lead.some((body) => body.name.length > 90)
          ? LONG_NAME
          : genre === 'press'
            ? RETOLD
            : own && !labelled && !own.date && !recurrence
              ? NO_YEAR
              : null
  return {
    verb: task.verb ?? 'giao',
    verbSpan: task.verbSpan,
    lead: task.lead,
    coordinate: task.coordinate.filter((body) => !task.lead.some((lead) => lead.name === body.name)),
    content: titleOf(source.slice(Math.max(task.start, task.actStart), task.end)),
    quote,
    start: task.start,
    end: task.end,
    deadline,
    recurrence,
    shape: readShape(quote, recurrence, task.time?.value ?? null, !!deadline?.date),
    confidence: Math.round((SURE[task.origin] - (genre === 'press' ? 0.1 : 0) - (unsure === LONG_NAME ? 0.2 : 0)) * 100) / 100,
    unsure,
  }
}

/** A short title from the act on: "chủ trì, phối hợp với …" dropped, cut at a clause. */
function titleOf(text: string): string {
  const act = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:khẩn trương\s+|chủ động\s+)?(?:là cơ quan đầu mối,\s*)?chủ trì,?\s*(?:phối hợp\s+(?:với|cùng)\s+[^,;]{3,80}(?:,\s[^,;]{3,60}){0,3}?\s(?=(?:tham mưu|tổ chức|xây dựng|rà soát|triển khai|hướng dẫn|kiểm tra|thực hiện|hoàn thiện|đề xuất|báo cáo|nghiên cứu|bố trí)\s))?/iu,
      '',
    )
  const clause = act.split(/;|\.\s|(?<=.{40}),\s/u)[0] ?? act
  const cut = clause.length > LONGEST_TITLE ? `${clause.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…` : clause
  const clean = cut.replace(/[\s.;:,/]+$/, '')
  return clean.charAt(0).toUpperCase() + clean.slice(1)
}

/** A site repeats paragraphs: the same sentence for the same bodies counts once. */
export function dropRepeats(assignments: readonly DraftAssignment[]): DraftAssignment[] {
  const seen = new Set<string>()
  return assignments.filter((assignment) => {
    const key = `${assignment.quote}|${assignment.lead.map((body) => body.name).join('|')}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
