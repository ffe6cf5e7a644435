import type { AgencyNames } from '../../agencies/names.ts'
import { officerRefs } from '../../agencies/officer-refs.ts'
import { decodeNumberCursor, encodeCursor } from '../../cases/reads/cursor.ts'
import { actionsOf, readStream, type Seen } from '../../cases/reads/stream-view.ts'
import type { OfficerRef } from '../../http/views.ts'
import { problem } from '../../problems/catalogue.ts'
import type { Kernel } from '../../streams/execute.ts'
import { openEvents, type TailEvent } from '../../streams/load.ts'
import { CASE_SUBJECT } from '../../vault/keyring.ts'
import type { Actor } from '../actor.ts'
import type { Reader } from '../reader.ts'
import type { AccessState } from './access-contract.ts'
import { requestsId } from './ids.ts'
import type { AccessRequestEvent } from './request-contract.ts'
import type { AccessAnswerView, AccessRequestListView, CaseAccessDetailView, CaseAccessListView, CaseAccessView } from './views.ts'

const PAGE = 30
/** Beyond every version. */
const LAST = '2147483647'
/** How many asks and grants of one case are listed. */
const MOST_LISTED = 200

/** The requests of one's own agency with their answers, newest first. */
export const listRequests = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  names: AgencyNames,
  after: string | undefined,
): Promise<AccessRequestListView> => {
  const before = decodeNumberCursor(after) ?? LAST
  const streamId = requestsId(actor.agencyId)
  const { rows } = await db.query<TailEvent & { wrapped: Buffer | null }>(
    `select e.seq, e.version, e.type, e.type_version as "typeVersion", e.recorded_at as "recordedAt", e.effective_at as "effectiveAt",
       e.officer_id as "officerId", e.agency_id as "agencyId", encode(e.body, 'base64') as body, k.wrapped
     from event e left join vault.seal_key k on k.case_id = e.case_id and k.subject_id = $3
     where e.stream_id = $1 and e.version < $2::bigint order by e.version desc limit ${PAGE + 1}`,
    [streamId, before, CASE_SUBJECT],
  )
  const page = rows.slice(0, PAGE)
  if (page[0]) kernel.keyring.take(streamId, CASE_SUBJECT, page[0].wrapped)
  const events = await openEvents(
    db,
    kernel.keyring,
    kernel.registry,
    streamId,
    page.map((row) => ({ ...row, streamId })),
  )
  const sent = events.flatMap((event) => ('erased' in event.data ? [] : [{ ...event, data: event.data as AccessRequestEvent['data'] }]))
  const [officer, answersTo] = await Promise.all([
    officerRefs(
      db,
      sent.map((event) => event.officerId),
    ),
    answersOf(
      db,
      kernel,
      actor,
      names,
      sent.map(({ data }) => data.requestId),
    ),
  ])
  const last = page.at(-1)
  return {
    rows: sent.map(({ data, officerId, recordedAt }) => ({
      id: data.requestId,
      number: data.number,
      reason: data.reason,
      officer: officer(officerId),
      at: recordedAt.toISOString(),
      answers: answersTo(data.requestId),
    })),
    next: rows.length > PAGE && last ? encodeCursor([String(last.version)]) : null,
  }
}

/** The answers that were told. Which case it is stands there only where the policies show the case itself. */
const answersOf = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  names: AgencyNames,
  requestIds: string[],
): Promise<(requestId: string) => AccessAnswerView[]> => {
  const { rows } = await db.query<{ id: string; request_ids: string[]; case_id: string | null; number: string | null }>(
    `select a.id, a.request_ids, c.id as case_id, c.number from accesses_of($1, $2::uuid[]) o(id)
       cross join lateral (select * from case_access a where a.id = o.id offset 0) a
       left join lateral (select c.id, c.number from cases c where c.id = a.case_id offset 0) c on true
     where a.told order by a.answered_at, a.id`,
    [actor.agencyId, requestIds],
  )
  const streams = await Promise.all(rows.map(({ id }) => readStream(db, kernel, id, 'access')))
  const answers = rows.flatMap((row, i) => {
    const stream = streams[i]
    if (!stream?.open) return []
    const { stand, ownerAgencyId, until, words, answeredAt } = stream.state as AccessState
    const view: AccessAnswerView = {
      agency: names.ref(ownerAgencyId),
      stand: stand as AccessAnswerView['stand'],
      until,
      words,
      at: answeredAt ?? '',
      caseId: row.case_id,
      caseNumber: row.number,
    }
    return [{ requestIds: row.request_ids, view }]
  })
  return (requestId) => answers.filter((one) => one.requestIds.includes(requestId)).map(({ view }) => view)
}

/** Who asks to read a case and who reads it by a grant, as far as the actor may know. Throws not-found where the case is not to be seen. */
export const listCaseAccess = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  names: AgencyNames,
  caseId: string,
): Promise<CaseAccessListView> => {
  const [{ rowCount }, { rows }] = await Promise.all([
    db.query('select 1 from cases where id = $1', [caseId]),
    db.query<{ id: string }>(
      `select id from case_access where case_id = $1 order by state = 'asked' desc, coalesce(answered_at, asked_at) desc, id limit ${MOST_LISTED}`,
      [caseId],
    ),
  ])
  if (rowCount === 0) throw problem('not-found')
  const streams = (await Promise.all(rows.map(({ id }) => readStream(db, kernel, id, 'access')))).filter((stream) => stream?.open === true)
  return { rows: await views(db, kernel, actor, names, streams as Seen[]) }
}

/** One ask of a case. Throws not-found where it, or its case, is not to be seen. */
export const readCaseAccess = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  names: AgencyNames,
  id: string,
): Promise<CaseAccessDetailView> => {
  const stream = await readStream(db, kernel, id, 'access')
  const { rows } = await db.query<{ number: string; title: string }>('select number, title from cases where id = $1', [
    stream?.caseId ?? null,
  ])
  const [row] = rows
  if (!stream?.open || !row) throw problem('not-found')
  const [view] = await views(db, kernel, actor, names, [stream])
  return { ...(view as CaseAccessView), caseId: stream.caseId, caseNumber: row.number, caseTitle: row.title }
}

const views = async (db: Reader, kernel: Kernel, actor: Actor, names: AgencyNames, streams: Seen[]): Promise<CaseAccessView[]> => {
  const states = streams.map(({ state }) => state as AccessState)
  const officer = await officerRefs(
    db,
    states.flatMap(({ requests }) => requests.map(({ officerId }) => officerId)),
  )
  return Promise.all(streams.map(async (stream) => viewOf(stream, names, officer, await actionsOf(db, kernel, actor, stream))))
}

const viewOf = (
  { id, version, state }: Seen,
  names: AgencyNames,
  officer: (id: string) => OfficerRef,
  actions: CaseAccessView['actions'],
): CaseAccessView => {
  const { agencyId, stand, number, requests, until, words, answeredAt } = state as AccessState
  return {
    id,
    agency: names.ref(agencyId),
    stand,
    number,
    requests: requests.map((one) => ({ officer: officer(one.officerId), reason: one.reason, at: one.at })),
    until,
    words,
    answeredAt,
    version,
    actions: actions.filter(({ command }) => command !== 'ask' && command !== 'end'),
  }
}
