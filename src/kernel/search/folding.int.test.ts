import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { Client } from 'pg'
import { type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { foldFresh } from './folding.ts'

let toy: ToyKernel
let owner: Client
/** Sees all, two thirds, every second: more than are walked whole. The last two are of one officer in some questions. */
const [ALL, MOST, SOME] = [randomUUID(), randomUUID(), randomUUID()] as const

before(async () => {
  toy = await toyKernel()
  owner = new Client({ connectionString: toy.db.ownerUrl })
  await owner.connect()
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

type Step = { what: 'add' | 'rewrite' | 'join' | 'end' | 'remove' | 'touch' | 'fold'; at: number; many: number }
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('add', 'rewrite', 'join', 'end', 'remove', 'touch', 'fold', 'fold'),
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
    await write.query(`update feed set updated_at = updated_at + interval '1 day' where subject_id = $3 and ${RANGE}`, [...range, ALL])
  else await system.query('select fold_search(1, $1)', [many * 10])
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

const paged = async (subjects: string[], words: string[], size: number): Promise<string[]> => {
  const found: string[] = []
  let [at, id] = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const db = await toy.pools.read.connect()
  try {
    await db.query('begin')
    await db.query(`select set_config('app.subjects', $1, true)`, [`{${subjects.join(',')}}`])
    for (;;) {
      const { rows } = await db.query('select case_id, updated_at::text as at from search_newest($1, $2, $3, $4)', [words, at, id, size])
      found.push(...rows.map((row) => row.case_id as string))
      if (rows.length < size) return found
      ;[at, id] = [rows.at(-1).at, rows.at(-1).case_id]
    }
  } finally {
    await db.query('rollback')
    db.release()
  }
}

test('a search finds all, each once and newest first, whatever was changed since it was folded in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), fc.integer({ min: 20, max: 90 }), async (steps, size) => {
      await owner.query('truncate search_doc, feed, visible, search_place, search_fresh, search_word, search_bits')
      const cases = { n: 1800 }
      await add(0, cases.n)
      // As if 7,300 others had gone before, so that the first chunk fills and words become known on the way.
      await toy.pools.system.query('insert into search_place values (7300, $1)', [randomUUID()])
      await toy.pools.system.query('select fold_search(1, 8192)')
      for (const one of steps) await take(one, cases)
      for (const subjects of [[ALL], [MOST], [SOME], [MOST, SOME], [SOME, ALL, randomUUID()]])
        for (const question of QUESTIONS) {
          const words = question.split(' ')
          assert.deepEqual(await paged(subjects, words, size), await plain(subjects, words), `${question} for ${subjects.length}`)
        }
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('common words and all subjects have their bits, and rare words none', async () => {
  await owner.query('truncate search_doc, feed, visible, search_place, search_fresh, search_word, search_bits')
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
