import { randomBytes } from 'node:crypto'
import { eventBound } from '../../src/kernel/streams/load.ts'
import { CASE_SUBJECT } from '../../src/kernel/vault/keyring.ts'
import { seal } from '../../src/kernel/vault/seal.ts'
import type { Viewer } from '../bench.ts'
import { PROGRESS_CASE } from '../data/plan.ts'
import { newId } from '../data/time-id.ts'
import type { BenchAgency } from '../data/world.ts'
import type { Statement } from '../load/bare.ts'
import type { newDirective } from './payloads.ts'

// Rows that each side adds (+), changes (~) and takes away (-) for one command, counted in pg_stat_user_tables over some thousand of them: the same.
// create: command, stream, seal_key, cases, visible, feed, ask, search_doc, outbox, event +1. report: command, outbox, event +1, stream ~1, fulfilment ~1,
// ask ~1, feed ~2 (the own row, and the asker's by the notifier, which empties the outbox for both sides: ~1). The product alone writes a snapshot of
// a stream with every twentieth event, and may take its state from memory, where the bare side reads the tail.

/** What is kept of a command to answer its repetition, as long as the product's. */
const RECEIPT = JSON.stringify({
  seq: '1234567',
  caseId: PROGRESS_CASE,
  version: 1,
  streamId: PROGRESS_CASE,
  recordedAt: new Date(0).toISOString(),
})

/** Opens a new directive: the rows that the product writes, with the same words to be found by, in one statement. */
const BARE_CREATE = `with command as (insert into command (officer_id, key, digest, answer) values ($1, $2, $3, '${RECEIPT}')),
  stream as (insert into stream (id, type, case_id, inner_only, version) values ($4, 'directive', $4, false, 1)),
  sealed as (insert into vault.seal_key (case_id, subject_id, wrapped) values ($4, '00000000-0000-0000-0000-000000000000', $5)),
  cases as (insert into cases (id, kind, number, title, status, owner_agency_id, domains, document_date, fields, created_at, updated_at)
    values ($4, 'directive', $6, $7, 'draft', $8, '{}', now()::date, $9, now(), now())),
  visible as (insert into visible (subject_id, stream_id, case_id, level, reason, valid_from) values ($8, $4, $4, 3, 'owner', now())),
  feed as (insert into feed (subject_id, case_id, kind, status, role, updated_at) values ($8, $4, 'directive', 'draft', 'owner', now())),
  ask as (insert into ask (id, stream_id, stream_type, case_id, agency_id, officer_id, act, title, asker_id, verb, since, version)
    values ($12, $4, 'directive', $4, $8, $1, 'finishDraft', $7, $8, 'giao', now(), 1)),
  search as (insert into search_doc (case_id, updated_at, tsv) values ($4, now(), setweight(to_tsvector('vn', vn_fold($6 || ' ' || $7)), 'A') || to_tsvector('vn', vn_fold($10)))),
  outbox as (insert into outbox (case_id, stream_id, agencies) values ($4, $4, array[$8]::uuid[]))
  insert into event (stream_id, version, case_id, inner_only, type, type_version, recorded_at, effective_at, officer_id, agency_id, body)
  values ($4, 1, $4, false, 'directive.created', 1, now(), now(), $1, $8, $11) returning seq`

const BARE_REPORT = `with command as (insert into command (officer_id, key, digest, answer) values ($1, $2, $3, '${RECEIPT}')),
  locked as (select s.id, s.version, s.case_id from stream s where s.id = $4 for update),
  tail as (select count(*) as n, max(length(e.body)) as m from (select body from event where stream_id = $4 order by version desc limit 20) e),
  stream as (update stream s set version = s.version + 1 from locked where s.id = locked.id),
  fulfilment as (update fulfilment f set state = 'in-progress', updated_at = now(), version = f.version + 1 where f.id = $4),
  ask as (update ask set version = version + 1 where stream_id = $4),
  feed as (update feed f set updated_at = now() from locked where f.case_id = locked.case_id and f.subject_id = $5),
  outbox as (insert into outbox (case_id, stream_id, agencies, touch) select f.case_id, f.id, array[$5, f.asker_id]::uuid[], array[f.asker_id] from public.fulfilment f where f.id = $4)
  insert into event (stream_id, version, case_id, inner_only, type, type_version, recorded_at, effective_at, officer_id, agency_id, body)
  select id, version + 1, case_id, false, 'fulfilment.reported', 1, now(), now(), $1, $5, $6 from locked returning seq, (select n from tail), (select m from tail)`

/** A fulfilment with an officer who answers for it, and its case's key. */
export type Part = { id: string; caseId: string; agencyId: string; officerId: string; cookie: string; version: number; key: Buffer }

/** What bare PostgreSQL is asked for a new directive; `id` is the id it gets. */
export const bareCreate = (
  master: Buffer,
  viewer: Viewer,
  owner: BenchAgency,
  made: ReturnType<typeof newDirective>,
  id: string,
): Statement[] => {
  const { document, assignments } = made
  const key = randomBytes(32)
  const words = assignments.flatMap((one) => [one.content, ...one.leads.map((lead) => lead.as)])
  const text = [document.subject, document.issuerName, ...words].join('\n')
  const fields = {
    type: 'cong-van',
    issuerId: owner.id,
    issuerName: document.issuerName,
    urgency: 'normal',
    assignmentCount: 2,
    recipientsCount: 0,
  }
  const values = [
    viewer.officerId,
    newId(),
    Buffer.alloc(32),
    id,
    seal(master, key, id + CASE_SUBJECT),
    document.number,
    document.subject,
    viewer.agencyId,
    fields,
    text,
    seal(key, Buffer.from(JSON.stringify(made)), eventBound(id, 1, 'directive.created')),
    newId(),
  ]
  return [{ name: 'create', text: BARE_CREATE, values }]
}

/** What bare PostgreSQL is asked for a report on a part. */
export const bareReport = (part: Part, data: object): Statement[] => {
  const body = seal(part.key, Buffer.from(JSON.stringify(data)), eventBound(part.id, ++part.version, 'fulfilment.reported'))
  return [{ name: 'report', text: BARE_REPORT, values: [part.officerId, newId(), Buffer.alloc(32), part.id, part.agencyId, body] }]
}
