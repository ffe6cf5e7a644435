import type { Reader } from '../../kernel/access/reader.ts'
import type { AgencyNames } from '../../kernel/agencies/names.ts'
import { shortTitle } from '../../kernel/assignments/order.ts'
import { submissionId } from '../../kernel/assignments/project-evidence.ts'
import type { FulfilmentState, Submission } from '../../kernel/assignments/state.ts'
import { readStream } from '../../kernel/cases/reads/stream-view.ts'
import { fileRefs } from '../../kernel/documents/files.ts'
import { problem } from '../../kernel/problems/catalogue.ts'
import type { Kernel } from '../../kernel/streams/execute.ts'
import { loadStreams } from '../../kernel/streams/load.ts'
import type { AgreementState } from './contract.ts'
import { askedPeriod, emptyInARow, halfYears, itemsIn, periodBefore, type PeriodItem } from './evidence-periods.ts'
import { type EvidenceRow, evidenceRows, runningRows } from './evidence-rows.ts'
import { placedClauses, type PlacedClause } from './labels.ts'
import { inForceSince, standing } from './standing.ts'
import type { ClauseEvidence, EvidenceItem, EvidenceTableView, EvidenceView } from './views.ts'

type Asked = { caseId: string; from?: string | undefined; until?: string | undefined; today: string }

/** What was done beside each clause in a period, and before it, as far as the reader may see. Throws not-found, or bad-input for a turned period. */
export const readEvidence = async (db: Reader, kernel: Kernel, names: AgencyNames, asked: Asked): Promise<EvidenceView> => {
  const { caseId, today } = asked
  if (asked.from && asked.until && asked.until < asked.from) throw problem('bad-input', { path: 'until' })
  const state = await readAgreement(db, kernel, caseId)
  const since = inForceSince(state) ?? today
  const last = state.ended && state.ended.on < today ? state.ended.on : today
  const period = askedPeriod(asked.from, asked.until, asked.from || asked.until ? today : last)
  const previous = periodBefore(period, today)
  const rows = await evidenceRows(db, caseId)
  const running = await runningRows(db, caseId)
  const of = byClause(rows)
  const listed = clausesWith(state, of)
  const found = new Map(listed.map(({ clause }) => [clause.id, itemsIn(of.get(clause.id) ?? [], clause.id, period.from, period.until)]))
  const under = Map.groupBy(running, (one) => one.clauseId)
  const told = await tellItems(db, kernel, names, state, [...found.values()].flat())
  const clauses = listed.map(({ clause, article, label, past }): ClauseEvidence => {
    const items = found.get(clause.id) ?? []
    const done = of.get(clause.id) ?? []
    const before = itemsIn(done, clause.id, previous.from, previous.until)
    const lastBefore = before[0]
    return {
      clauseId: clause.id,
      articleId: article.id,
      ordinal: clause.ordinal,
      label,
      heading: article.heading,
      text: clause.text,
      domainIds: clause.domainIds,
      past,
      items: items.map((item) => told.get(item)!),
      before: { count: before.length, last: lastBefore ? { on: lastBefore.on, title: lastBefore.title } : null },
      lastOn: itemsIn(done, clause.id, '0000-01-01', period.until)[0]?.on ?? null,
      emptyPeriods: items.length > 0 ? 0 : emptyInARow(done, clause.id, period.until < today ? period.until : today, since),
      running: under.get(clause.id) ?? [],
    }
  })
  return {
    period,
    previous,
    periods: halfYears(since, last < since ? since : last),
    clauses,
    totals: {
      clauses: clauses.filter((one) => !one.past).length,
      withEvidence: clauses.filter((one) => !one.past && one.items.length > 0).length,
      items: clauses.reduce((sum, one) => sum + one.items.length, 0),
      itemsBefore: clauses.reduce((sum, one) => sum + one.before.count, 0),
    },
    at: new Date().toISOString(),
  }
}

/** Clauses by half-year, oldest first: how many things were done in each. */
export const readEvidenceTable = async (db: Reader, kernel: Kernel, caseId: string, today: string): Promise<EvidenceTableView> => {
  const state = await readAgreement(db, kernel, caseId)
  const since = inForceSince(state) ?? today
  const last = state.ended && state.ended.on < today ? state.ended.on : today
  const periods = halfYears(since, last < since ? since : last).toReversed()
  const of = byClause(await evidenceRows(db, caseId))
  const listed = clausesWith(state, of)
  return {
    periods,
    rows: listed.map(({ clause, label, past }) => ({
      clauseId: clause.id,
      label,
      text: clause.text,
      past,
      counts: periods.map(({ from, until }) => itemsIn(of.get(clause.id) ?? [], clause.id, from, until).length),
    })),
    at: new Date().toISOString(),
  }
}

/** The agreement as the reader may see it. Throws not-found where it is not to be seen, or is a case of another kind. */
export const readAgreement = async (db: Reader, kernel: Kernel, caseId: string): Promise<AgreementState> => {
  const stream = await readStream(db, kernel, caseId, 'agreement')
  // Who sees the header alone gets the stream, but nothing of its log.
  const state = stream?.state as AgreementState | undefined
  if (!state || state.status === 'none') throw problem('not-found')
  return state
}

/** Gone through once: a regulation of hundreds of clauses may have tens of thousands of things done. */
const byClause = (rows: readonly EvidenceRow[]): ReadonlyMap<string, EvidenceRow[]> => Map.groupBy(rows, (row) => row.clauseId)

/** The clauses that stand, then those of past versions for which something was done. */
const clausesWith = (state: AgreementState, done: ReadonlyMap<string, unknown>): (PlacedClause & { past: boolean })[] => {
  const now = standing(state)
  const listed = now ? placedClauses(now.text).map((placed) => Object.assign(placed, { past: false })) : []
  const known = new Set(listed.map(({ clause }) => clause.id))
  for (const version of state.versions.toReversed()) {
    if (version.stage !== 'past') continue
    for (const placed of placedClauses(version.text)) {
      if (known.has(placed.clause.id) || !done.has(placed.clause.id)) continue
      known.add(placed.clause.id)
      listed.push({ ...placed, past: true })
    }
  }
  return listed
}

/** Items with what was written and the files, opened for the reader. */
const tellItems = async (
  db: Reader,
  kernel: Kernel,
  names: AgencyNames,
  state: AgreementState,
  items: readonly PeriodItem[],
): Promise<Map<PeriodItem, EvidenceItem>> => {
  const ids = [...new Set(items.filter((item) => item.kind === 'fulfilment').map((item) => item.streamId))]
  const results = new Map<string, Submission>()
  for (const stream of await loadStreams(db, kernel.keyring, kernel.registry, ids)) {
    ;(stream.state as FulfilmentState).submissions.forEach((submission, nth) => results.set(submissionId(stream.id, nth), submission))
  }
  const entries = new Map(state.evidence.map((entry) => [entry.id, entry]))
  const written = (item: PeriodItem) => results.get(item.id) ?? entries.get(item.id)
  const files = await fileRefs(db, kernel.keyring, [...new Set(items.flatMap((item) => written(item)?.fileIds ?? []))])
  const told = (item: PeriodItem): EvidenceItem => {
    const result = results.get(item.id)
    return {
      kind: item.kind,
      id: item.id,
      on: item.on,
      title: result?.text ? shortTitle(result.text) : item.title,
      text: written(item)?.text ?? '',
      agency: names.ref(item.agencyId),
      state: item.state,
      caseId: item.caseId,
      fulfilmentId: item.kind === 'fulfilment' ? item.streamId : null,
      results: item.results,
      files: (written(item)?.fileIds ?? []).flatMap((id) => files.get(id) ?? []),
    }
  }
  return new Map(items.map((item) => [item, told(item)]))
}
