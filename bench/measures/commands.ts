import { randomBytes } from 'node:crypto'
import { eventBound } from '../../src/kernel/streams/load.ts'
import { CASE_SUBJECT } from '../../src/kernel/vault/keyring.ts'
import { seal, unseal } from '../../src/kernel/vault/seal.ts'
import { type Bench, measure, Officer, type Viewer } from '../bench.ts'
import { newId } from '../data/time-id.ts'
import { HttpConnection } from '../load/http.ts'
import { newDirective } from './payloads.ts'

const RESULT = { text: 'Đã triển khai đến tất cả các đơn vị, chưa phát sinh vướng mắc.', percent: 40, fileIds: [] }

// Rows that each side adds (+), changes (~) and takes away (-) for one command, counted in pg_stat_user_tables over some thousand of them: the same.
// create: command, stream, seal_key, cases, visible, feed, ask, search_doc, outbox, event +1. report: command, outbox, event +1, stream ~1, fulfilment ~1,
// ask ~1, feed ~2 (the own row, and the asker's by the notifier, which empties the outbox for both sides: ~1). The product alone writes a snapshot of
// a stream with every twentieth event, and may take its state from memory, where the bare side reads the tail.

/** Opens a new directive: the rows that the product writes, with the same words to be found by, in one statement. */
const BARE_CREATE = `with command as (insert into command (officer_id, key, digest, answer) values ($1, $2, $3, '{}')),
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

const BARE_REPORT = `with command as (insert into command (officer_id, key, digest, answer) values ($1, $2, $3, '{}')),
  locked as (select s.id, s.version, s.case_id from stream s where s.id = $4 for update),
  tail as (select count(*) as n, max(length(e.body)) as m from event e where e.stream_id = $4),
  stream as (update stream s set version = s.version + 1 from locked where s.id = locked.id),
  fulfilment as (update fulfilment f set state = 'in-progress', updated_at = now(), version = f.version + 1 where f.id = $4),
  ask as (update ask set version = version + 1 where stream_id = $4),
  feed as (update feed f set updated_at = now() from locked where f.case_id = locked.case_id and f.subject_id = $5),
  outbox as (insert into outbox (case_id, stream_id, agencies, touch) select f.case_id, f.id, array[$5, f.asker_id]::uuid[], array[f.asker_id] from public.fulfilment f where f.id = $4)
  insert into event (stream_id, version, case_id, inner_only, type, type_version, recorded_at, effective_at, officer_id, agency_id, body)
  select id, version + 1, case_id, false, 'fulfilment.reported', 1, now(), now(), $1, $5, $6 from locked returning seq, (select n from tail), (select m from tail)`

/** The most that ask at once. */
const LANES = 16

type Part = { id: string; agencyId: string; officerId: string; cookie: string; version: number; key: Buffer }

/** Fulfilments in a state, each with an officer who answers for it. */
const partsIn = async (bench: Bench, state: string, most: number): Promise<Part[]> => {
  const { rows } = await bench.system.query(
    `select f.id, f.agency_id, f.case_id, s.version, k.wrapped from fulfilment f join cases c on c.id = f.case_id join stream s on s.id = f.id
     join vault.seal_key k on k.case_id = f.case_id and k.subject_id = '${CASE_SUBJECT}' where f.state = $1 and c.status = 'issued' and f.parent_id is null
     order by f.updated_at desc limit $2`,
    [state, most],
  )
  const parts: Part[] = []
  const byId = new Map(bench.world.agencies.map((one) => [one.id, one]))
  for (const row of rows) {
    const agency = byId.get(row.agency_id)
    if (!agency) continue
    const key = unseal(bench.master, row.wrapped, row.case_id + CASE_SUBJECT)
    parts.push({
      id: row.id,
      agencyId: agency.id,
      officerId: agency.officerId,
      cookie: await bench.cookieOf(agency.officerId),
      version: row.version,
      key,
    })
  }
  return parts
}

/** Create, accept and report: commands over HTTP, and beside them the same rows in one statement. */
export const measureCommands = async (bench: Bench): Promise<void> => {
  const viewer = bench.viewers.find((one) => one.share === 'committee') as Viewer
  const owner = bench.world.agencies.find((one) => one.id === viewer.agencyId)
  if (!owner) throw new Error('the committee is missing')
  const leads = bench.world.provinces[0]?.communes ?? []
  const officer = new Officer(bench, viewer.cookie)
  await measure(bench, {
    name: 'create a directive',
    show: 'per-second',
    product: (lane, n) =>
      officer.post(
        lane,
        '/api/directive',
        newId(),
        newDirective(owner, [leads[n % leads.length], leads[(n + 1) % leads.length]] as typeof leads),
      ),
    bare: {
      role: 'app_write',
      statements: (n) => {
        const made = newDirective(owner, [leads[n % leads.length], leads[(n + 1) % leads.length]] as typeof leads)
        const id = newId()
        const { document, assignments } = made
        const key = randomBytes(32)
        const words = assignments.flatMap((one) => [one.content, ...one.leads.map((lead) => lead.as)])
        const text = [document.subject, document.issuerName, ...words].join('\n')
        return [
          {
            name: 'create',
            text: BARE_CREATE,
            values: [
              viewer.officerId,
              newId(),
              Buffer.alloc(32),
              id,
              seal(bench.master, key, id + CASE_SUBJECT),
              document.number,
              document.subject,
              viewer.agencyId,
              {
                type: 'cong-van',
                issuerId: owner.id,
                issuerName: document.issuerName,
                urgency: 'normal',
                assignmentCount: 2,
                recipientsCount: 0,
              },
              text,
              seal(key, Buffer.from(JSON.stringify(made)), eventBound(id, 1, 'directive.created')),
              newId(),
            ],
          },
        ]
      },
    },
  })
  officer.close()
  const waiting = await partsIn(bench, 'assigned', 4000)
  // A browser keeps its connection: each lane has the parts of its own officers.
  const connections = new Map<string, HttpConnection>()
  const turns: number[] = []
  const partOf = (lane: number): Part => {
    const turn = (turns[lane] = (turns[lane] ?? -1) + 1)
    // On a busy machine fewer were accepted than there are lanes; then some share one.
    const most = Math.max(1, Math.floor((running.length - 1 - lane) / LANES) + 1)
    return running[(lane + LANES * (turn % most)) % running.length] as Part
  }
  const as = (lane: number, part: Part) => {
    const name = `${lane} ${part.cookie}`
    const known = connections.get(name) ?? new HttpConnection(bench.server.port, part.cookie)
    connections.set(name, known)
    return known
  }
  const give = async (lane: number, part: Part, command: string, payload: object) => {
    const answer = await as(lane, part).post(`/api/fulfilment/${part.id}/${command}`, newId(), JSON.stringify(payload))
    if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${answer.body.toString().slice(0, 300)}`)
  }
  let next = 0
  await measure(bench, {
    name: 'accept',
    show: 'p95',
    product: async (lane) => {
      const part = waiting[next++]
      if (part) await give(lane, part, 'accept', {})
    },
  })
  const running = waiting.slice(0, next).slice(0, 800)
  const others = waiting.slice(next)
  await measure(bench, {
    name: 'report on a fulfilment',
    show: 'per-second',
    product: (lane) => give(lane, partOf(lane), 'report', RESULT),
    bare: {
      role: 'app_write',
      statements: (n) => {
        const part = (others.length > 50 ? others : running)[n % (others.length > 50 ? others.length : running.length)] as Part
        const body = seal(part.key, Buffer.from(JSON.stringify(RESULT)), eventBound(part.id, ++part.version, 'fulfilment.reported'))
        return [{ name: 'report', text: BARE_REPORT, values: [part.officerId, newId(), Buffer.alloc(32), part.id, part.agencyId, body] }]
      },
    },
  })
  for (const connection of connections.values()) connection.close()
}
