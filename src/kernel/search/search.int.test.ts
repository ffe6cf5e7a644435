import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import type { Actor } from '../access/actor.ts'
import { readAs } from '../access/reader.ts'
import { toyActor, type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { toTsquery } from './query.ts'
import { searchCases } from './search.ts'

const CASES = 3_000
let toy: ToyKernel
/** Sees all, a third, sixty; the last through its unit as well, so that two feeds are merged. */
const all = toyActor()
const third = toyActor()
const sixty = toyActor()
const merged: Actor = { ...toyActor(third.agencyId), unitId: sixty.agencyId }
const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: 'x' }) }

before(async () => {
  toy = await toyKernel()
  const db = await toy.pools.write.connect()
  const ids = Array.from({ length: CASES }, () => randomUUID())
  // Words of every density: each case holds chung; half, a tenth, a hundredth, a thousandth hold theirs; cu only the oldest hundred.
  await db.query(
    `with c as (select id, n, '2026-01-01'::timestamptz + n * interval '1 minute' as at,
         'chung' || case when n % 2 = 0 then ' nua' else '' end || case when n % 10 = 3 then ' muoi' else '' end || case when n % 100 = 7 then ' tram' else '' end
           || case when n % 1000 = 11 then ' nghin' else '' end || case when n <= 100 then ' cu' else '' end as words from unnest($1::uuid[]) with ordinality c(id, n)),
       made as (insert into cases select id, 'toy', 'T' || n, 'x', 'open', $2, null, '{}', null, '{}', at, at from c),
       texts as (insert into search_doc select id, at, to_tsvector('vn', words) from c),
       seers as (select id, at, s.subject from c, lateral (values ($2::uuid, true), ($3::uuid, n % 3 = 0), ($4::uuid, n % 100 = 0)) s(subject, sees) where sees),
       feeds as (insert into feed select subject, id, 'toy', 'open', 'lead', at from seers)
     insert into visible select subject, id, id, 2, 'party:lead', at, case when id = $5 then at + interval '1 hour' else 'infinity' end from seers`,
    [ids, all.agencyId, third.agencyId, sixty.agencyId, ids[2_999]],
  )
  db.release()
  const owner = new Client({ connectionString: toy.db.ownerUrl })
  await owner.connect()
  await owner.query('analyze search_doc; analyze feed; analyze visible')
  await owner.end()
})
after(() => toy.stop())

const everyPage = async (actor: Actor, typed: string): Promise<string[]> => {
  const found: string[] = []
  let next: string | undefined
  do {
    const page = await readAs(toy.pools.read, actor, (db) => searchCases(db, names, typed, next))
    found.push(...page.cases.map((hit) => hit.caseId))
    next = page.next ?? undefined
  } while (next)
  return found
}
const expected = async (actor: Actor, typed: string): Promise<string[]> => {
  const { rows } = await toy.pools.system.query(
    `select f.case_id, max(f.updated_at) as at from feed f join search_doc d on d.case_id = f.case_id where f.subject_id = any($1) and d.tsv @@ $2::tsquery
       and exists (select 1 from visible v where v.subject_id = any($1) and v.stream_id = f.case_id and now() >= v.valid_from and now() < v.valid_until)
     group by 1 order by 2 desc, 1 desc`,
    [[...new Set([actor.agencyId, actor.unitId, actor.officerId])], toTsquery(typed)],
  )
  return rows.map((row) => row.case_id as string)
}

for (const [who, actor] of Object.entries({ all, third, sixty, merged })) {
  test(`search is complete and newest first over all pages for who sees ${who}`, async () => {
    for (const typed of ['chung', 'nửa', 'mười', 'trăm', 'nghìn', 'cũ', 'mười trăm', 'nửa cũ', 'khong-co', 'tra']) {
      const wanted = await expected(actor, typed)
      assert.deepEqual(await everyPage(actor, typed), wanted, `${typed}: ${wanted.length}`)
    }
  })
}

test('what is not to be seen any more is not found', async () => {
  const found = await everyPage(all, 'chung')
  assert.equal(found.length, CASES - 1)
})
