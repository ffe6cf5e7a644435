import type { PoolClient } from 'pg'
import { communesOf } from '../agencies/areas.ts'
import type { Keyring } from '../vault/keyring.ts'
import { CASE_SUBJECT } from '../vault/keyring.ts'
import { unseal } from '../vault/seal.ts'
import { loadStreams } from './load.ts'
import type { AgencyFact, Look } from './look.ts'
import type { Registry } from './registry.ts'

type Db = Pick<PoolClient, 'query'>
/** `reads`: over a reader's connection, under the policies, not within a command. */
export type LookFactory = (db: Db, reads?: boolean) => Look

const AGENCY = `id, key, type_id as "typeId", name, short_name as "shortName", area_code as "areaCode", parent_id as "parentId",
  valid_from as "validFrom", valid_until as "validUntil", successor_ids as "successorIds"`

/** Today in Viet Nam. */
const TODAY = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`

const VALID = `valid_from <= $2::date and (valid_until is null or valid_until >= $2::date)`

/** What rules may read, over the command's own connection. */
export const lookFactory =
  (registry: Registry, ring: Keyring): LookFactory =>
  (db, reads = false) => ({
    agencies: async (ids) =>
      ids.length ? (await db.query<AgencyFact>(`select ${AGENCY} from agency where id = any($1::uuid[])`, [ids])).rows : [],
    agenciesOfType: async (typeIds, areaCode, day) =>
      (
        await db.query<AgencyFact>(
          `select ${AGENCY} from agency where type_id = any($1) and ${VALID}
             and ($3::text[] is null or area_code = any($3)) order by id`,
          [typeIds, day, areaCode === null ? null : [areaCode, ...communesOf(areaCode).map((area) => area.code)]],
        )
      ).rows,
    subordinates: async (agencyId, day) =>
      (
        await db.query<AgencyFact>(
          `with recursive below as (
             select * from agency where parent_id = $1 and ${VALID}
             union select a.* from agency a join below b on a.parent_id = b.id
               where a.valid_from <= $2::date and (a.valid_until is null or a.valid_until >= $2::date))
           select ${AGENCY} from below order by id`,
          [agencyId, day],
        )
      ).rows,
    states: async <S>(type: string, ids: string[]) =>
      (await loadStreams(db, ring, registry, ids))
        .filter((stream) => stream.decider.type === type)
        .map((stream) => ({ id: stream.id, version: stream.version, state: stream.state as S })),
    streamsOf: async (type, caseId, parentId) =>
      (
        await db.query('select id from stream where case_id = $1 and type = $2 and ($3::uuid is null or parent_id = $3) order by id', [
          caseId,
          type,
          parentId ?? null,
        ])
      ).rows.map((row) => row.id as string),
    unfinished: async (caseId) => {
      const { rows } = await db.query<{ shape: string; n: number; ids: string[] }>(
        reads
          ? 'select shape, n, ids from unfinished_under($1)'
          : `select shape, count(*)::int as n, case when shape = 'recurring' then array_agg(id) else '{}' end as ids from fulfilment
             where case_id = $1 and parent_id is null and state not in ('confirmed', 'cancelled', 'finished') group by shape`,
        [caseId],
      )
      const of = (shape: string) => rows.find((row) => row.shape === shape)
      return { once: of('once')?.n ?? 0, recurring: of('recurring')?.ids ?? [] }
    },
    caseWithNumber: async (kind, agencyId, number, year) => {
      // Under the policies, PostgreSQL would go through all cases with the number before it asked whose it is.
      const { rows } = await db.query(
        reads
          ? 'select id from numbered_case($1, $2, $3, $4) n(id) where id is not null'
          : `select id from cases where kind = $1 and fields ->> 'issuerId' = $2 and number = $3 and extract(year from document_date) = $4
               and document_date is not null and status not in ('draft', 'discarded') limit 1`,
        [kind, agencyId, number, year],
      )
      return (rows[0]?.id as string | undefined) ?? null
    },
    officer: async (officerId) => {
      const { rows } = await db.query(
        `select officer_id as id, agency_id as "agencyId", unit_id as "unitId" from post
           where officer_id = $1 and valid_from <= ${TODAY} and (valid_until is null or valid_until >= ${TODAY}) order by valid_from, id limit 1`,
        [officerId],
      )
      return rows[0] ?? null
    },
    servesIn: async (officerId) =>
      (
        await db.query<{ id: string }>(
          `select distinct agency_id as id from post
             where officer_id = $1 and valid_from <= ${TODAY} and (valid_until is null or valid_until >= ${TODAY}) order by 1`,
          [officerId],
        )
      ).rows.map((row) => row.id),
    files: async (ids) => {
      if (!ids.length) return []
      const { rows } = await db.query('select id, case_id, agency_id, name_sealed, size, sha256 from file where id = any($1::uuid[])', [
        ids,
      ])
      const files = []
      for (const row of rows) {
        const key = (await ring.read(db, row.id, [CASE_SUBJECT])).get(CASE_SUBJECT)
        const name = key ? unseal(key, row.name_sealed, `name:${row.id}`).toString() : ''
        files.push({ id: row.id, caseId: row.case_id, agencyId: row.agency_id, name, size: Number(row.size), sha256: row.sha256 })
      }
      return files
    },
    sees: async (subjectIds, streamId) =>
      (
        await db.query(
          'select 1 from visible where subject_id = any($1::uuid[]) and stream_id = $2 and now() >= valid_from and now() < valid_until limit 1',
          [subjectIds, streamId],
        )
      ).rowCount === 1,
    nextNumber: async (prefix, year) => {
      const { rows } = await db.query('select next_case_number($1, $2)::int as n', [prefix, year])
      return `${prefix}-${year}-${String(rows[0].n).padStart(3, '0')}`
    },
    clauseText: async (caseId) => {
      const { rows } = await db.query('select version, clause_ids as "clauseIds", open from clause_text where id = $1', [caseId])
      return rows[0] ?? null
    },
    unreadOfficers: async (caseId, agencyId, unitIds) =>
      (
        await db.query(
          `select distinct p.officer_id as id from post p join officer o on o.id = p.officer_id and o.active
             where p.agency_id = $2 and ($3::uuid[] is null or p.unit_id = any($3))
               and p.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
               and (p.valid_until is null or p.valid_until >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
               and not exists (select 1 from reading r join clause_text t on t.id = r.case_id
                 where r.case_id = $1 and r.officer_id = p.officer_id and r.version = t.version and r.confirmed_at is not null)
             order by 1`,
          [caseId, agencyId, unitIds],
        )
      ).rows.map((row) => row.id as string),
  })
