import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readAs } from '../../access/reader.ts'
import type { DeskRow, WaitingRow } from '../../http/views.ts'
import { toyActor, type ToyKernel, toyKernel } from '../../../../testing/toy-kernel.ts'
import { type DeskScope, readDesk } from './desk.ts'
import { readWaiting } from './waiting.ts'

let toy: ToyKernel
const me = { ...toyActor(), unitId: '00000000-0000-4000-8000-0000000000aa' }
const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: 'x' }) }

// Six thousand asks: of me, of colleagues, of units and of nobody; overdue, soon, later and without a limit; from others, of others, of oneself.
before(async () => {
  toy = await toyKernel()
  await toy.pools.write.query(
    `with c as (select gen_random_uuid() as id, n from generate_series(1, 300) n),
       made as (insert into cases select id, case when n % 10 = 0 then 'rare' else 'toy' end, 'T-' || n, 'Hồ sơ ' || n, 'open', $1, null, '{}', null, '{}', now(), now() from c)
     insert into visible select $1, id, id, 3, 'owner', '2020-01-01' from c`,
    [me.agencyId],
  )
  await toy.pools.write.query(
    `insert into ask (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, since, version)
     select gen_random_uuid(), gen_random_uuid(), 'toy', c.id,
       case when m % 2 = 0 then $1::uuid else gen_random_uuid() end,
       case m % 5 when 0 then $2::uuid when 1 then gen_random_uuid() end, case m % 3 when 0 then $3::uuid when 1 then gen_random_uuid() end,
       'submit', 'Việc', case when m % 2 = 1 or m % 8 = 0 then $1::uuid else gen_random_uuid() end, 'giao',
       case when m % 7 = 0 then 'infinity' else date_trunc('day', now()) + ((n * 31 + m / 4) % 90 - 60) * interval '1 day' end, now(), 1
     from (select id, substr(number, 3)::int as n from cases) c, generate_series(1, 20) m`,
    [me.agencyId, me.officerId, me.unitId],
  )
})
after(() => toy.stop())

const pages = async <T extends { next: string | null }>(read: (next: string | undefined) => Promise<T>): Promise<T[]> => {
  const all = [await read(undefined)]
  for (let next = all[0]?.next; next; next = all.at(-1)?.next) all.push(await read(next))
  return all
}

const OWN: Record<DeskScope, string> = {
  agency: 'true',
  unit: 'unit_id = $3 or unit_id is null',
  mine: 'officer_id = $2 or (officer_id is null and (unit_id is null or unit_id = $3))',
}
for (const [scope, own] of Object.entries(OWN) as [DeskScope, string][])
  for (const kind of [undefined, 'rare'])
    test(`the desk of scope ${scope}${kind ? ' and one kind' : ''} holds each ask once, soonest first, and counts to a thousand`, async () => {
      const { rows } = await toy.pools.system.query(
        `select a.id, case when due_at = 'infinity' then 'open' when due_at < now() then 'overdue' else 'later' end as part from ask a join cases c on c.id = a.case_id
         where agency_id = $1 and (${own}) and ($2::uuid, $3::uuid) is not null and ($4::text is null or c.kind = $4) order by due_at, a.id`,
        [me.agencyId, me.officerId, me.unitId, kind],
      )
      const read = await pages((after) => readAs(toy.pools.read, me, (db) => readDesk(db, me, names, { scope, kind, after })))
      assert.deepEqual(
        read.flatMap((page) => page.rows.map((row: DeskRow) => row.id)),
        rows.map((row) => row.id),
      )
      const of = (part: string) => rows.filter((row) => row.part === part).length
      const { counts } = read[0] as (typeof read)[0]
      assert.equal(counts.overdue, Math.min(1000, of('overdue')))
      assert.equal(counts.open, of('open'))
      assert.equal(counts.today + counts.week + counts.later, of('later'))
    })

test('what the agency waits for stands in one row for each case, act and limit, soonest first, without what it asks of itself', async () => {
  const { rows } = await toy.pools.system.query(
    `select case_id, count(*)::int as n from ask where asker_id = $1 and agency_id <> $1 group by case_id, act, title, due_at order by due_at, case_id, count(*) desc, act, title`,
    [me.agencyId],
  )
  const read = await pages((after) => readAs(toy.pools.read, me, (db) => readWaiting(db, me, names, after)))
  assert.deepEqual(
    read.flatMap((page) => page.rows.map((row: WaitingRow) => [row.caseId, row.count])),
    rows.map((row) => [row.case_id, row.n]),
  )
  assert.equal(read[0]?.total, 1000)
  const late = await toy.pools.system.query(
    'select count(*)::int as n from ask where asker_id = $1 and agency_id <> $1 and due_at < now()',
    [me.agencyId],
  )
  assert.equal(read[0]?.overdue, Math.min(1000, late.rows[0].n))
})
