import type { RegulationDraft } from '../../intake/regulation-draft.ts'
import type { AgencyRef, FileRef, Text } from '../../kernel/http/views.ts'
import type { AgreementParty, AgreementText } from './contract.ts'
import type { AgreementDoubt, AgreementIntakeView, SourceSpan } from './views.ts'

/** What a name as written stands for: the agency that answers today, the body that was named where it has ended. */
export type NameReading = { agencyId: string | null; formerId: string | null; note: Text | null }

/** What the mapping asks of the world: names, fresh ids, and how agencies are called. */
export type IntakeWorld = { read: (as: string) => NameReading; newId: () => string; ref: (agencyId: string) => AgencyRef }

type Mapped = Omit<AgreementIntakeView, 'file' | 'sourceText'>

/** Maps a reading to the text that `create` takes. Names that nobody knows stay out of it and are told; nothing is guessed. Pure. */
export const textFromIntake = (draft: RegulationDraft, world: IntakeWorld): Mapped => {
  const spans: Record<string, SourceSpan> = {}
  const doubts: AgreementDoubt[] = [...draft.doubts]
  const readings = new Map(draft.parties.map((party) => [party.name, world.read(party.name)]))
  const idOf = (name: string | null): string | null => (name === null ? null : (readings.get(name)?.agencyId ?? null))
  const mark = <T extends { start: number; end: number }>(key: string, { start, end }: T) => {
    spans[key] = { start, end }
  }
  const parties = partiesOf(draft, readings, doubts)
  const known = new Set(parties.map((party) => party.agencyId))
  const articles = draft.articles.slice(0, 200).map((article) => {
    const id = world.newId()
    mark(id, article)
    const clauses = article.clauses.slice(0, 200).map(({ ordinal, text, ...span }) => {
      const clauseId = world.newId()
      mark(clauseId, span)
      return { id: clauseId, ordinal, text: begun(text).slice(0, 20_000), domainIds: [] }
    })
    return { id, ordinal: article.ordinal, chapter: article.chapter, heading: article.heading.slice(0, 500), clauses }
  })
  const exchange = draft.exchange.slice(0, 200).map(({ content, from, to, channel, replyTime, ...span }) => {
    const id = world.newId()
    mark(id, span)
    return { id, content, fromId: idOf(from), toId: idOf(to), channel: channel.slice(0, 300), replyTime }
  })
  const text: AgreementText = {
    title: (draft.title.value ?? '').slice(0, 1_000),
    number: draft.number.value?.slice(0, 100) ?? null,
    parties,
    articles,
    exchange,
    briefing: briefingOf(draft, idOf, known),
    review: draft.review && { preliminaryYearly: draft.review.preliminaryYearly, finalEveryYears: draft.review.finalEveryYears },
    funding: draft.funding.value,
    term: { from: draft.term?.from ?? null, until: draft.term?.until ?? null },
    contactPoints: draft.contactPoints.flatMap(({ party, title }) => {
      const agencyId = idOf(party)
      return agencyId && known.has(agencyId) ? [{ agencyId, unitId: null, title }] : []
    }),
  }
  for (const [key, field] of [
    ['title', draft.title],
    ['number', draft.number],
    ['funding', draft.funding],
    ['signedOn', draft.signedOn],
  ] as const) {
    if (field.span) spans[key] = field.span
  }
  for (const [key, part] of [
    ['briefing', draft.briefing],
    ['review', draft.review],
    ['term', draft.term],
  ] as const) {
    if (part) mark(key, part)
  }
  const names = draft.parties.map(({ name }) => {
    const reading = readings.get(name)!
    return { as: name, agency: reading.agencyId ? world.ref(reading.agencyId) : null, note: reading.note }
  })
  return { text, signedOn: draft.signedOn.value, spans, names, doubts }
}

/** A clause that was one part of a sentence, begun as a sentence of its own. */
const begun = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

const partiesOf = (draft: RegulationDraft, readings: ReadonlyMap<string, NameReading>, doubts: AgreementDoubt[]): AgreementParty[] => {
  const parties: AgreementParty[] = []
  for (const { name, position } of draft.parties) {
    const { agencyId, formerId } = readings.get(name)!
    if (agencyId === null) {
      doubts.push({
        field: 'parties',
        text: { vi: `Danh bạ chưa có "${name}". Chọn cơ quan.`, en: `The directory does not know "${name}". Choose the agency.` },
      })
    } else if (!parties.some((party) => party.agencyId === agencyId)) {
      const role = parties.length === 0 ? 'lead' : 'coordinating'
      parties.push({ agencyId, unitId: null, formerId, role, position: position ?? '' })
    }
  }
  return parties
}

/** A briefing rule needs months and hosts; where either is missing it stays out and the doubt about it stands. */
const briefingOf = (
  { briefing }: RegulationDraft,
  idOf: (name: string | null) => string | null,
  known: ReadonlySet<string>,
): AgreementText['briefing'] => {
  const hosts = [...new Set(briefing?.hosts.map(idOf))].filter((id): id is string => id !== null && known.has(id))
  if (!briefing || briefing.months.length === 0 || hosts.length === 0) return null
  return { months: briefing.months, hosts, firstHost: idOf(briefing.firstHost) ?? hosts[0]!, extraordinary: briefing.extraordinary }
}

export type KeptFile = FileRef | null
