import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { Client } from 'pg'
import { type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { compactSearch } from './compaction.ts'
import { foldFresh } from './folding.ts'

const TABLES = 'search_doc, feed, visible, search_place, search_fresh, search_word, search_bits, search_recent, search_touched'

let toy: ToyKernel
let owner: Client
/** Sees all, two thirds, every second: more than are walked whole. The last two are of one officer in some questions. */
const [ALL, MOST, SOME] = [randomUUID(), randomUUID(), randomUUID()] as const

before(async () => {
  toy = await toyKernel()
  owner = new Client({ connectionString: toy.db.ownerUrl })
  await owner.connect()
  // The same search, but one that asks the order of all places wherever words have bits: in so few cases other ways would be cheaper. And one that
  // gives up early, so that it goes on in another way.
  const { rows } = await owner.query(`select pg_get_functiondef('search_newest'::regproc) as text`)
  let always = (rows[0].text as string).replace('FUNCTION public.search_newest', 'FUNCTION public.search_ordered')
  for (const [usual, here] of [
    ['latest_cost := 300', 'latest_cost := -1e9'],
    ['1e9)::integer, 2000)', '1e9)::integer, 300)'],
  ] as const) {
    assert.ok(always.includes(usual), usual)
    always = always.replace(usual, here)
  }
  await owner.query(`${always}; grant execute on function search_ordered to app_read`)
})
after(async () => {
  await owner.end()
  await toy.stop()
})

/** Words of every density and of every meeting: `le` and `chan` never meet, `cu` stands only in old texts, `ngoai` only where SOME sees nothing. */
const textOf = (alias: string) =>
  `'chung' || case when ${alias} % 2 = 0 then ' chan' else ' le' end || case when ${alias} % 7 = 3 then ' bay' else '' end
    || case when ${alias} % 40 = 5 then ' bonmuoi' else '' end || case when ${alias} % 300 = 11 then ' hiem' else '' end
    || case when ${alias} < 120 then ' cu' else '' end || ' so' || ${alias} || case when ${alias} % 2 = 1 then ' ngoai' else '' end`

const add = async (from: number, until: number) => {
  await toy.pools.write.query(
    `with c as (select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid as id, n, '2026-01-01'::timestamptz + (n * 7919 % 4001) * interval '1 minute' as at
         from generate_series($1::int, $2::int) n),
       texts as (insert into search_doc select id, at, to_tsvector('vn', ${textOf('n')}) from c),
       seers as (select id, n, at, s.subject from c, lateral (values ($3::uuid, true), ($4::uuid, n % 3 > 0), ($5::uuid, n % 2 = 0)) s(subject, sees) where sees),
       feeds as (insert into feed select subject, id, 'toy', 'open', 'lead', at + (n % 5) * interval '1 second' from seers)
     insert into visible select subject, id, id, 2, 'party:lead', at from seers`,
    [from, until - 1, ALL, MOST, SOME],
  )
}

type Step = { what: 'add' | 'rewrite' | 'join' | 'end' | 'remove' | 'touch' | 'fold' | 'order'; at: number; many: number }
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('add', 'rewrite', 'join', 'end', 'remove', 'touch', 'touch', 'fold', 'fold', 'order'),
  at: fc.nat(1500),
  many: fc.integer({ min: 1, max: 120 }),
})

const RANGE = `case_id between ('00000000-0000-4000-8000-' || lpad($1::text, 12, '0'))::uuid and ('00000000-0000-4000-8000-' || lpad($2::text, 12, '0'))::uuid`
const take = async ({ what, at, many }: Step, size: { n: number }): Promise<void> => {
  const range = [at, at + many]
  const { write, system } = toy.pools
  if (what === 'add') {
    await add(size.n, size.n + many)
    size.n += many
  } else if (what === 'rewrite')
    await write.query(`update search_doc set tsv = to_tsvector('vn', 'chung moi le bay hiem') where ${RANGE}`, range)
  else if (what === 'join')
    await write.query(
      `with new as (insert into feed select $3, case_id, 'toy', 'open', 'informed', updated_at + interval '3 seconds' from search_doc where ${RANGE} on conflict do nothing
         returning case_id)
       insert into visible select $3, case_id, case_id, 2, 'party:informed', '2026-01-01' from new on conflict do nothing`,
      [...range, SOME],
    )
  else if (what === 'end')
    await write.query(`update visible set valid_until = '2026-02-01' where subject_id = $3 and ${RANGE}`, [...range, MOST])
  else if (what === 'remove') await system.query(`delete from search_doc where ${RANGE}`, range)
  else if (what === 'touch')
    await write.query(`update feed set updated_at = updated_at + interval '1 day' where subject_id = $3 and ${RANGE}`, [
      ...range,
      at % 2 ? ALL : MOST,
    ])
  else if (what === 'fold') await system.query('select fold_search(1, $1)', [many * 10])
  else await system.query('select order_search(1, $1)', [many])
}

const QUESTIONS = [
  'chung',
  'le',
  'le chan',
  'bay',
  'bay cu',
  'bonmuoi',
  'bonmuoi le',
  'hiem',
  'hiem chan',
  'cu',
  'ngoai',
  'moi',
  'chu*',
  'b*',
  'h*',
  'chung khongco',
]

/** All that a subject should find, by a plain statement over the tables. */
const plain = async (subjects: string[], words: string[]): Promise<string[]> => {
  const query = words.map((word) => word.replace('*', ':*')).join(' & ')
  const { rows } = await toy.pools.system.query(
    `select f.case_id from feed f join search_doc d on d.case_id = f.case_id where f.subject_id = any($1) and d.tsv @@ $2::tsquery
       and exists (select 1 from visible v where v.subject_id = any($1) and v.stream_id = f.case_id and now() >= v.valid_from and now() < v.valid_until)
     group by 1 order by max(f.updated_at) desc, 1 desc`,
    [subjects, query],
  )
  return rows.map((row) => row.case_id as string)
}

const paged = async (by: 'search_newest' | 'search_ordered', subjects: string[], words: string[], size: number): Promise<string[]> => {
  const found: string[] = []
  let [at, id] = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const db = await toy.pools.read.connect()
  try {
    await db.query('begin')
    await db.query(`select set_config('app.subjects', $1, true)`, [`{${subjects.join(',')}}`])
    for (;;) {
      const { rows } = await db.query(`select case_id, updated_at::text as at from ${by}($1, $2, $3, $4)`, [words, at, id, size])
      found.push(...rows.map((row) => row.case_id as string))
      if (rows.length < size) return found
      ;[at, id] = [rows.at(-1).at, rows.at(-1).case_id]
    }
  } finally {
    await db.query('rollback')
    db.release()
  }
}

/** Empty but for these cases, folded in. As if 7,300 others had gone before, so that the first chunk fills and words become known on the way. */
const begin = async (cases: number, inRow: number) => {
  await owner.query(`truncate ${TABLES}`)
  await add(0, cases)
  await toy.pools.system.query('insert into search_place values (7300, $1)', [randomUUID()])
  await toy.pools.system.query('select fold_search(1, 8192)')
  await toy.pools.system.query('select order_search(1, $1)', [inRow])
}

test('a search finds all, each once and newest first, whatever was changed since it was folded in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), fc.integer({ min: 30, max: 150 }), async (steps, size) => {
      const cases = { n: 1800 }
      await begin(cases.n, size)
      for (const one of steps) await take(one, cases)
      for (const [n, subjects] of [[ALL], [MOST], [SOME], [MOST, SOME], [SOME, ALL, randomUUID()]].entries())
        for (const [m, question] of QUESTIONS.entries()) {
          const words = question.split(' ')
          const by = (n + m + size) % 2 ? 'search_newest' : 'search_ordered'
          assert.deepEqual(
            await paged(by, subjects, words, size),
            await plain(subjects, words),
            `${by}: ${question} for ${subjects.length}`,
          )
        }
    }),
    { numRuns: 5, endOnFailure: true },
  )
})

test('common words and all subjects have their bits, and rare words none', async () => {
  await owner.query(`truncate ${TABLES}`)
  await add(0, 9000)
  await foldFresh(toy.pools.system, 256)
  const { rows } = await toy.pools.system.query(
    `select word, count(*)::int as chunks, sum(bit_count(bits))::int as n from search_bits where word in ('chung', 'le', 'le*', 'hiem', 'so7', $1) group by 1 order by 1`,
    [`@${SOME}`],
  )
  assert.deepEqual(
    rows.map(({ word, chunks, n }) => [word.replace(SOME, 'some'), chunks, n]),
    [
      ['@some', 2, 4500],
      ['chung', 2, 9000],
      ['hiem', 2, 30],
      ['le', 2, 4500],
      ['le*', 2, 4500],
    ],
  )
})

const ordered = async () => (await toy.pools.system.query('select coalesce(sum(n), 0)::int as n from search_recent')).rows[0].n as number
const caseOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

test('what is touched stands first at once, before it is put in order and after', async () => {
  await begin(1800, 40)
  for (const [i, n] of [45, 1725, 925].entries()) {
    await toy.pools.write.query(`update feed set updated_at = timestamptz '2027-01-01' + $2 * interval '1 day' where case_id = $1`, [
      caseOf(n),
      i,
    ])
    const first = async () => (await paged('search_ordered', [ALL], ['bonmuoi'], 20))[0]
    assert.equal(await first(), caseOf(n))
    if (i) assert.equal((await toy.pools.system.query('select order_search(1, 40) as n')).rows[0].n, i === 1 ? 2 : 1)
    assert.equal(await first(), caseOf(n))
  }
})

test('rows of moments long past do not pile up', async () => {
  await begin(1800, 1000)
  const whole = await ordered()
  await toy.pools.system.query(`insert into search_recent (until, n, places) values ('2027-01-01', 20000, array[7301])`)
  await toy.pools.write.query('update feed set updated_at = updated_at where case_id = $1', [caseOf(7)])
  await toy.pools.system.query('select order_search(1, 1000)')
  assert.equal(await ordered(), whole)
})

test('no place is given twice, also where the last text is gone', async () => {
  await begin(1800, 1000)
  const last = async () => (await toy.pools.system.query('select max(place) as n from search_place')).rows[0].n as number
  const before = await last()
  await toy.pools.system.query(
    'delete from search_doc d using search_place p where p.case_id = d.case_id and p.place = (select max(place) from search_place)',
  )
  await toy.pools.system.query('select fold_search(1, 8192)')
  assert.ok((await last()) > before)
})

test('a chunk whose places are mostly left empty is emptied, and its bits go; searches find the same', async () => {
  await owner.query(`truncate ${TABLES}`)
  await add(0, 8300)
  await foldFresh(toy.pools.system, 1)
  assert.equal(await compactSearch(toy.pools.system), 0)
  await toy.pools.write.query(`update search_doc set tsv = to_tsvector('vn', 'chung moi le bay') where case_id < $1`, [caseOf(4500)])
  await foldFresh(toy.pools.system, 1)
  const left = (await toy.pools.system.query('select count(*)::int as n from search_place where place < 8192')).rows[0].n
  assert.ok(left > 0 && left < 4096)
  assert.equal(await compactSearch(toy.pools.system), left)
  const { rows } = await toy.pools.system.query(
    'select min(place / 8192)::int as places, (select min(chunk) from search_bits) as bits, count(*)::int as n from search_place',
  )
  assert.deepEqual(rows, [{ places: 1, bits: 1, n: 8300 }])
  assert.equal(await compactSearch(toy.pools.system), 0)
  for (const words of [['bay', 'chan'], ['bay', 'moi'], ['bonmuoi']])
    for (const by of ['search_newest', 'search_ordered'] as const)
      assert.deepEqual(await paged(by, [MOST], words, 100), await plain([MOST], words), words.join())
})
