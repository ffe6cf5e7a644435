import type { Text } from '../../kernel/problems/problem.ts'
import type { Verb } from '../../kernel/assignments/shape.ts'
import { taskContent } from '../../intake/task-content.ts'
import type { DraftAssignment, IntakeDraft, NamedSpan, Signer, Urgency } from '../../intake/draft.ts'
import type { DirectiveAssignment, DirectiveDocument, Target } from './contract.ts'
import type { DirectivePayload, FieldDoubt, NameReading } from './intake-contract.ts'

/** What the mapping asks of the world: what a name stands for, and fresh ids. */
export type IntakeWorld = { read: (as: string) => NameReading; newId: () => string; fileId: string | null }

type Unsure = DirectiveAssignment['unsure'][number]

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text)

/** The verb of an order as the contract knows it. What a body only asks of another is "đề nghị", what it demands "yêu cầu", all else an order. */
export function verbOf(words: string): Verb {
  const said = words.normalize('NFC').toLowerCase()
  if (/đề nghị|kiến nghị|trân trọng|mong/u.test(said)) return 'de-nghi'
  return /yêu cầu/u.test(said) ? 'yeu-cau' : 'giao'
}

const URGENCY: Record<Urgency, DirectiveDocument['urgency']> = { express: 'hoa-toc', 'very-urgent': 'thuong-khan', urgent: 'khan' }
const CAPACITY = { 'TM.': 'TM', 'KT.': 'KT', 'TL.': 'TL', 'TUQ.': 'TUQ', 'Q.': 'Q' } as const

/** Maps a reading to the payload of `create`. The signer's person is left out; nothing is confirmed; every doubt is said. Pure. */
export function payloadFromIntake(draft: IntakeDraft, world: IntakeWorld): DirectivePayload {
  const shared = sharedDoubt(draft)
  const assignments = draft.assignments.map((one, at) =>
    assignmentFrom(draft.text, one.unsure?.vi === shared ? { ...one, unsure: null, confidence: 1 } : one, at + 1, world),
  )
  return { document: documentFrom(draft, world), recipients: recipientsFrom(draft, world), assignments }
}

/** A doubt about the source itself ("read from a report") that every assignment repeats; said once for the document. */
function sharedDoubt(draft: IntakeDraft): string | null {
  const said = draft.assignments.flatMap((one) => one.unsure?.vi ?? [])
  const counts = Map.groupBy(said, (words) => words)
  const most = [...counts].toSorted((a, b) => b[1].length - a[1].length)[0]
  return most && draft.assignments.length >= 3 && most[1].length * 2 > draft.assignments.length ? most[0] : null
}

/** The document's fields that were read without certainty, with the reason in words. */
export function doubtsOf(draft: IntakeDraft): FieldDoubt[] {
  const fields = ['type', 'number', 'date', 'place', 'issuer', 'subject', 'urgency', 'signer'] as const
  const shared = sharedDoubt(draft)
  const source = draft.assignments.find((one) => one.unsure?.vi === shared)?.unsure
  return [
    ...(source ? [{ field: 'type' as const, text: source }] : []),
    ...fields.flatMap((field) => (draft[field].unsure ? [{ field, text: draft[field].unsure }] : [])),
    ...draft.legalBases.flatMap((base) => (base.unsure ? [{ field: 'legalBases' as const, text: base.unsure }] : [])),
  ]
}

function documentFrom(draft: IntakeDraft, world: IntakeWorld): DirectiveDocument {
  const issuer = draft.issuer.value ? world.read(draft.issuer.value) : null
  const [known] = issuer?.targets.length === 1 ? issuer.targets : []
  return {
    type: draft.type.value,
    number: cut(draft.number.value ?? '', 100),
    date: draft.date.value,
    dateWords: draft.dateWords === null ? null : cut(draft.dateWords, 200),
    place: cut(draft.place.value ?? '', 200),
    issuerId: known?.kind === 'agency' ? known.agencyId : null,
    issuerName: cut(draft.issuer.value ?? '', 300),
    subject: cut(sentenceCase(draft.subject.value ?? ''), 1000),
    urgency: draft.urgency.value ? URGENCY[draft.urgency.value] : 'normal',
    signer: draft.signer.value ? signerFrom(draft.signer.value) : null,
    legalBases: draft.legalBases.slice(0, 100).map((base) => cut(base.value, 500)),
    fileId: world.fileId,
    sourceText: draft.text,
  }
}

/** A subject as a title: "V/v tăng cường …" is read from its verb on, which begins small. */
const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

function signerFrom(signer: Signer): DirectiveDocument['signer'] {
  const [capacity] = signer.capacities
  return { capacity: capacity ? CAPACITY[capacity] : null, position: cut(signer.position, 200) }
}

function recipientsFrom(draft: IntakeDraft, world: IntakeWorld): string[] {
  const targets = draft.recipients.flatMap(({ value }) => world.read(value).targets)
  return [...new Set(targets.flatMap((target) => (target.kind === 'agency' ? [target.agencyId] : [])))].slice(0, 5000)
}

function assignmentFrom(text: string, one: DraftAssignment, ordinal: number, world: IntakeWorld): DirectiveAssignment {
  return {
    id: world.newId(),
    ordinal,
    verb: verbOf(one.verb),
    content: cut(taskContent(text, one), 20_000),
    leads: targetsFrom(one.lead, world, { words: false }),
    coordinating: targetsFrom(one.coordinate, world, { words: true }),
    span: { start: one.start, end: one.end },
    quote: cut(one.quote, 20_000),
    deadline: one.deadline ? { words: cut(one.deadline.words, 300), date: one.deadline.date, inclusive: one.deadline.inclusive } : null,
    shape: one.shape,
    recurrence: one.recurrence,
    confirmed: false,
    unsure: unsureOf(one, world).slice(0, 20),
  }
}

/**
 * Names of one assignment as targets; the same agency named twice stands once. "Các cơ quan liên quan" names nobody who could be assigned
 * anything: with `words` it stands as words beside those who are named, else it stays in the quote alone.
 */
function targetsFrom(names: readonly NamedSpan[], world: IntakeWorld, { words }: { words: boolean }): Target[] {
  const seen = new Set<string>()
  const asWords = (as: string): Target => ({ kind: 'unknown', as: cut(as, 500) })
  const targets = names.flatMap(({ name }): Target[] => {
    const { targets: known, openEnded, open } = world.read(name)
    const wordsOf = words ? open.map(asWords) : []
    if (openEnded) return wordsOf
    return known.length ? [...known, ...wordsOf] : [asWords(name)]
  })
  return targets.filter((target) => {
    const key = target.kind === 'agency' ? target.agencyId : `${target.kind} ${target.as}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

/** Under this confidence a reading that gives no reason of its own is still said to be unsure. */
const SURE = 0.6

function unsureOf(one: DraftAssignment, world: IntakeWorld): Unsure[] {
  const list: Unsure[] = []
  const add = (code: string, text: Text) => list.push({ code, text })
  if (one.unsure) add(/chủ trì/u.test(one.unsure.vi) ? 'unclear-lead' : 'reading', one.unsure)
  else if (one.confidence < SURE)
    add('reading', { vi: 'Câu này viết khác thường, đọc lại.', en: 'The sentence is unusual; read it again.' })
  if (one.lead.length === 0) add('no-lead', { vi: 'Câu này không nêu ai chủ trì.', en: 'The sentence names no lead.' })
  for (const { name } of one.lead) {
    const { targets, ambiguous, count, openEnded } = world.read(name)
    const as = cut(name, 200)
    if (openEnded) {
      add('open-lead', { vi: `"${as}" không nêu cơ quan nào. Chọn cơ quan chủ trì.`, en: `"${as}" names no agency. Choose the lead.` })
    } else if (targets.length === 0 || targets.some((target) => target.kind === 'unknown')) {
      add('unknown-lead', {
        vi: `Danh bạ chưa có "${as}". Chọn cơ quan chủ trì.`,
        en: `The directory does not know "${as}". Choose the lead.`,
      })
    } else if (/huyện|thị xã|quận/iu.test(name) && count > 1) {
      const n = count.toLocaleString('de-DE')
      const body = /công an/iu.test(name) ? 'công an' : 'UBND'
      add('class-ended', {
        vi: `Cấp huyện đã kết thúc: giao cho ${n} ${body} xã, phường?`,
        en: `Districts have ended: assign to ${n} communes?`,
      })
    } else if (ambiguous) {
      add('ambiguous-lead', {
        vi: `"${as}" có thể hiểu nhiều cách. Xem lại chủ trì.`,
        en: `"${as}" can be read in several ways. Check the lead.`,
      })
    }
  }
  if (one.deadline && !one.deadline.date) {
    const words = cut(one.deadline.words, 120)
    add('deadline-words', { vi: `Thời hạn "${words}" chưa rõ ngày.`, en: `The deadline "${words}" names no day.` })
  }
  return list
}
