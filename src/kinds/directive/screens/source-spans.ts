import type { DirectiveAssignment } from '../contract.ts'

export type SpanRole = 'quote' | 'verb' | 'lead' | 'coordinating' | 'deadline'
/** A stretch of the source text that gave something of an assignment; `end` excluded. */
export type SourceSpan = { start: number; end: number; role: SpanRole; id: string }

const VERBS: Record<DirectiveAssignment['verb'], RegExp> = {
  giao: /(?<!\p{L})(?:giao|phân công|chỉ đạo)(?!\p{L})(?! dịch)/iu,
  'yeu-cau': /(?<!\p{L})yêu cầu(?!\p{L})/iu,
  'de-nghi': /(?<!\p{L})(?:đề nghị|kiến nghị)(?!\p{L})/iu,
}

/** Without a lead in the sentence, the verb is sought in so many characters. */
const OPENING = 40

/** "Sở" alone stands for the department named before: the head of a name where the whole name is not in the sentence. */
const headOf = (as: string): RegExp | null => {
  const [head] = as.trim().split(/\s+/)
  return head && /^\p{Lu}/u.test(head)
    ? new RegExp(`(?<!\\p{L})${head.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})(?!\\s+\\p{Lu})`, 'u')
    : null
}

/**
 * The spans of an assignment in its document, found again from the names and words it keeps, so that a draft taken over by another
 * officer shows the same colours. What does not stand in the sentence word by word has no span.
 */
export const spansOf = (one: DirectiveAssignment, text: string): SourceSpan[] => {
  const { span } = one
  if (!span || span.end > text.length || span.end <= span.start) return []
  const sentence = text.slice(span.start, span.end)
  const spans: SourceSpan[] = [{ ...span, role: 'quote', id: one.id }]
  const taken = (start: number, end: number) => spans.some((other) => other.role !== 'quote' && start < other.end && end > other.start)
  const put = (role: SpanRole, at: number, length: number) => {
    const start = span.start + at
    if (at < 0 || length === 0 || taken(start, start + length)) return
    spans.push({ start, end: start + length, role, id: one.id })
  }
  const lower = sentence.toLowerCase()
  const names = (role: 'lead' | 'coordinating', all: string[]) => {
    for (const as of new Set(all)) {
      const at = lower.indexOf(as.toLowerCase())
      if (at >= 0) put(role, at, as.length)
      else if (role === 'lead') {
        const found = headOf(as)?.exec(sentence)
        if (found) put(role, found.index, found[0].length)
      }
    }
  }
  // Longer names first would take a lead's place; the lead stands first in the sentence, so it is sought first.
  names(
    'lead',
    one.leads.map((target) => target.as),
  )
  names(
    'coordinating',
    one.coordinating.map((target) => target.as),
  )
  if (one.deadline?.words) put('deadline', lower.indexOf(one.deadline.words.toLowerCase()), one.deadline.words.length)
  const verb = VERBS[one.verb].exec(sentence)
  const lead = spans.find((other) => other.role === 'lead')
  // The verb of the order stands before who is ordered; the same word later on is part of the task.
  if (verb && verb.index < (lead ? lead.start - span.start : OPENING)) put('verb', verb.index, verb[0].length)
  return spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
}
