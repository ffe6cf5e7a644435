import type { Actor } from '../../access/actor.ts'
import type { Reader } from '../../access/reader.ts'
import { officerTitle } from '../../agencies/officer-refs.ts'
import { INTERNAL_EVENTS } from '../../assignments/events.ts'
import { DIRECTORY_CASE, type LoggedEvent } from '../../streams/decider.ts'
import type { Kernel } from '../../streams/execute.ts'
import { openEvents, type TailEvent } from '../../streams/load.ts'
import { decodeNumberCursor, PAGE } from './cursor.ts'
import { SEEN_BEFORE } from './looks.ts'

const LAST_SEQ = '9223372036854775807'

/** What an event says, sealed. */
const EVENT = {
  streamId: 'e.stream_id',
  version: 'e.version',
  type: 'e.type',
  typeVersion: 'e.type_version',
  recordedAt: 'e.recorded_at::text',
  effectiveAt: 'e.effective_at::text',
  officerId: 'e.officer_id',
  agencyId: 'e.agency_id',
  body: `encode(e.body, 'base64')`,
}

/** Of what is held already, from one number to another, nothing but the number is told: whether it may be shown is asked each time. */
const NEWEST = `with newest as materialized (
    select e.*, coalesce(e.seq between $7::bigint and $8::bigint, false) as held
    from timeline_events($1, $2::bigint, $4, $5::text[], $6, ${PAGE + 1}) e)
  select e.seq, o.title as "officerTitle", ${Object.entries(EVENT).map(([name, value]) => `case when not e.held then ${value} end as "${name}"`)},
    (select coalesce(${SEEN_BEFORE}, 'infinity') from last_seen s where s.case_id = $1 and s.officer_id = $3) as seen,
    $1 <> '${DIRECTORY_CASE}' and not exists (select 1 from vault.seal_key d where d.case_id = $1 and d.destroyed_at is not null offset 0) as lasting
  from newest e left join (select n.officer_id, ${officerTitle('n.officer_id')} as title from (select distinct officer_id from newest) n) o
    on o.officer_id = e.officer_id order by e.seq desc`

/** Events by their numbers, sealed, as far as the reader may see them. */
const ONES = `select e.seq, ${Object.entries(EVENT).map(([name, value]) => `${value} as "${name}"`)} from event e
  where e.case_id = $1 and e.seq = any ($2::bigint[])`

type Sealed = TailEvent & { streamId: string }
/** Without what it says where that is held already. */
type Row = { seq: string; seen: unknown; lasting: boolean; officerTitle: string | null } & { [K in keyof Sealed]: Sealed[K] | null }

/** `titles`: the positions of the officers who acted, by their ids. `seen`: when the reader was here before; null where they never were. */
export type Page = { events: LoggedEvent[]; titles: Map<string, string | null>; more: boolean; seen: Date | null }

/** A page of the events of a case that the reader may see, newest first, opened. */
export const readEvents = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  caseId: string,
  filter: { before?: string | undefined; stream?: string | undefined },
): Promise<Page> => {
  const before = decodeNumberCursor(filter.before) ?? LAST_SEQ
  const held = kernel.keyring.opened.get<Span>(spanOf(caseId))?.value
  const who = [caseId, before, actor.officerId, actor.agencyId, INTERNAL_EVENTS, filter.stream ?? null]
  const { rows } = await db.query<Row>(NEWEST, [...who, held?.first ?? null, held?.last ?? null])
  const page = rows.slice(0, PAGE)
  const seen = page[0]?.seen
  const events = await opened(db, kernel, caseId, page)
  const titleBySeq = new Map(page.map((row) => [row.seq, row.officerTitle]))
  const titles = new Map(events.map((event) => [event.officerId, titleBySeq.get(event.seq) ?? null]))
  return { events, titles, more: rows.length > PAGE, seen: seen instanceof Date ? seen : null }
}

/** From which event of a case to which opened ones are held. Not all between: who sees less than another makes gaps. */
type Span = { first: string; last: string }
const spanOf = (caseId: string): string => `span ${caseId}`
const keyOf = (seq: string): string => `event ${seq}`

/** Events never change: those that were opened before are taken as they were, unless a key of the case was destroyed. */
const opened = async (db: Reader, { keyring, registry }: Kernel, caseId: string, page: Row[]): Promise<LoggedEvent[]> => {
  const lasting = page[0]?.lasting === true
  const known = new Map<string, LoggedEvent>()
  for (const { seq } of lasting ? page : []) {
    const event = keyring.opened.get<LoggedEvent>(keyOf(seq))?.value
    if (event) known.set(seq, event)
  }
  const missing = page.filter(({ seq }) => !known.has(seq))
  const sealed = await sealedOf(db, caseId, missing)
  for (const [i, event] of (await openEvents(db, keyring, registry, caseId, sealed)).entries()) {
    known.set(event.seq, event)
    if (lasting) keyring.opened.keep(keyOf(event.seq), 1, event, (sealed[i] as Sealed).body.length * 2)
  }
  if (!lasting) keyring.opened.drop(spanOf(caseId))
  else if (missing.length) widen(keyring.opened, caseId, page)
  // What is told no more since the page was found is left out.
  return page.flatMap(({ seq }) => known.get(seq) ?? [])
}

/** The sealed events of these rows; those that were thought to be held and are not any more, or never were, in a trip of their own. */
const sealedOf = async (db: Reader, caseId: string, rows: Row[]): Promise<Sealed[]> => {
  const gaps = rows.flatMap((row) => (row.body === null ? [row.seq] : []))
  const found = gaps.length ? (await db.query<Sealed>(ONES, [caseId, gaps])).rows : []
  return [...rows.filter((row): row is Row & Sealed => row.body !== null), ...found]
}

const widen = (kept: Kernel['keyring']['opened'], caseId: string, page: Row[]): void => {
  const held = kept.get<Span>(spanOf(caseId))?.value
  const [last, first] = [page[0]?.seq as string, page.at(-1)?.seq as string]
  const span = held
    ? { first: BigInt(held.first) < BigInt(first) ? held.first : first, last: BigInt(held.last) > BigInt(last) ? held.last : last }
    : { first, last }
  kept.keep(spanOf(caseId), 1, span, 200)
}
