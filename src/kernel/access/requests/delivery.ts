import type { Pool } from 'pg'
import { type Sweeping, sweeping } from '../../db/sweeping.ts'
import type { Kernel } from '../../streams/execute.ts'
import { execute } from '../../streams/execute.ts'
import { openEvents, type TailEvent } from '../../streams/load.ts'
import { CASE_SUBJECT } from '../../vault/keyring.ts'
import { SYSTEM } from '../system-actor.ts'
import { accessId } from './ids.ts'
import { MOST_MATCHES } from './limits.ts'
import type { AccessRequestEvent } from './request-contract.ts'

const EVERY_MS = 2_000
const BATCH = 20

/**
 * Carries requests for access to the desks of those whose cases bear the number, and ends grants whose time is over. It runs apart from the officer's
 * command, which does the same work whatever there is. Any number of processes may do this at once: what two do at the same moment has one effect, and
 * a process that dies leaves the rest to the next sweep.
 */
export const startDelivery = (kernel: Kernel, pool: Pool): Sweeping => sweeping(EVERY_MS, () => deliverAll(kernel, pool))

/** One sweep. Answers when nothing is left; exported for tests. */
export const deliverAll = async (kernel: Kernel, pool: Pool): Promise<void> => {
  let taken = BATCH
  while (taken === BATCH) taken = await deliverSome(kernel, pool)
  taken = BATCH
  while (taken === BATCH) taken = await endSome(kernel, pool)
}

type Sent = TailEvent & { id: string; streamId: string; requestAgencyId: string; wrapped: Buffer | null }

const deliverSome = async (kernel: Kernel, pool: Pool): Promise<number> => {
  const { rows } = await pool.query<Sent>(
    `select r.id, r.agency_id as "requestAgencyId", e.seq::text as seq, e.stream_id as "streamId", e.version, e.type, e.type_version as "typeVersion",
       e.recorded_at as "recordedAt", e.effective_at as "effectiveAt", e.officer_id as "officerId", e.agency_id as "agencyId",
       encode(e.body, 'base64') as body, k.wrapped
     from (select w.request_id from access_waiting w order by w.at limit ${BATCH}) w
       cross join lateral (select * from access_request r where r.id = w.request_id offset 0) r
       cross join lateral (select * from event e where e.stream_id = r.stream_id and e.version = r.version offset 0) e
       left join lateral (select k.wrapped from vault.seal_key k where k.case_id = e.case_id and k.subject_id = $1 offset 0) k on true
     where not exists (select 1 from access_delivery d where d.request_id = r.id offset 0) order by r.at`,
    [CASE_SUBJECT],
  )
  return eachOf(rows, (row) => deliver(kernel, pool, row))
}

/** Does what can be done, so that one that fails holds up no other; it comes again with the next sweep. Answers how many were taken, 0 to stop. */
const eachOf = async <T>(rows: T[], work: (row: T) => Promise<unknown>): Promise<number> => {
  let failed = 0
  for (const row of rows) await work(row).catch(() => failed++)
  return failed > 0 ? 0 : rows.length
}

const deliver = async (kernel: Kernel, pool: Pool, row: Sent): Promise<void> => {
  const { streamId: requestsId } = row
  if (row.wrapped) kernel.keyring.take(requestsId, CASE_SUBJECT, row.wrapped)
  const [event] = await openEvents(pool, kernel.keyring, kernel.registry, requestsId, [row])
  const data = event!.data as AccessRequestEvent['data'] | { erased: true }
  const asked = 'erased' in data ? null : { ...data, officerId: row.officerId, at: event!.recordedAt.toISOString() }
  const cases = asked ? await fitting(pool, row, asked.number) : []
  for (const one of cases) {
    await execute(kernel, {
      actor: SYSTEM,
      streamType: 'access',
      streamId: one.openId ?? accessId(one.id, row.id),
      caseId: one.id,
      command: 'ask',
      payload: { ...asked, agencyId: row.requestAgencyId, ownerAgencyId: one.ownerId },
      key: `access:${row.id}:${one.id}`,
    })
  }
  await pool.query(
    `with done as (insert into access_delivery (request_id) values ($1) on conflict do nothing returning 1)
     select case when $2::boolean then nextval('event_seq_seq') + nextval('notification_id_seq') end from done`,
    [row.id, cases.length === 0],
  )
}

type Fitting = { id: string; ownerId: string; openId: string | null }

/**
 * The cases that bear a number and that the agency may not read already, the newest first, each with the ask of the same agency that is still open. A
 * draft bears no number yet; who reads by a grant that ends may ask for more time.
 */
const fitting = async (pool: Pool, { id, requestAgencyId }: Sent, number: string): Promise<Fitting[]> => {
  const { rows } = await pool.query<Fitting>(
    `select c.id, c.owner_agency_id as "ownerId",
       (select a.id from case_access a where a.case_id = c.id and a.agency_id = $2 and a.state = 'asked' order by a.asked_at limit 1) as "openId"
     from cases c where c.status not in ('draft', 'discarded') and c.owner_agency_id <> $2
       and (number_key(c.number) = number_key($1) or (number_key(c.fields ->> 'documentNumber') = number_key($1) and c.document_date is not null
         and c.fields ? 'documentNumber'))
       and not exists (select 1 from visible v where v.stream_id = c.id and v.subject_id = $2 and v.level >= 2
         and now() >= v.valid_from and now() < v.valid_until and (v.reason not like 'grant:%' or v.valid_until = 'infinity'))
       and not exists (select 1 from case_access a where a.case_id = c.id and a.agency_id = $2 and $3 = any (a.request_ids))
     order by c.created_at desc, c.id limit ${MOST_MATCHES}`,
    [number, requestAgencyId, id],
  )
  return rows
}

const endSome = async (kernel: Kernel, pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ id: string; case_id: string }>(
    `select id, case_id from case_access where state = 'granted' and ends_at <= now() order by ends_at limit ${BATCH}`,
  )
  return eachOf(rows, ({ id, case_id: caseId }) =>
    execute(kernel, { actor: SYSTEM, streamType: 'access', streamId: id, caseId, command: 'end', payload: {}, key: `access-end:${id}` }),
  )
}
