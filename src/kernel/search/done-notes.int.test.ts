import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ToyKernel, toyActor, toyKernel } from '../../../testing/toy-kernel.ts'
import { readAs } from '../access/reader.ts'
import { DoneNotes } from './done-notes.ts'
import { foldFresh } from './folding.ts'
import { searchCases } from './search.ts'

const CASES = 9000
const actor = toyActor()
const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: 'x' }) }

let toy: ToyKernel
before(async () => {
  toy = await toyKernel()
})
after(() => toy.stop())

/** New cases with a word, as a command writes them; How long before that moment they stand in the list. */
const ADD = `with c as (select gen_random_uuid() as id, timestamptz '2026-01-01' + n * interval '1 minute' as at from generate_series(1, $2::int) n),
    rows as (insert into cases select id, 'toy', 'T-1', 'Hồ sơ', 'open', $1, null, '{}', null, '{}', at, at from c),
    seers as (insert into visible select $1, id, id, 3, 'owner', at from c),
    feeds as (insert into feed select $1, id, 'toy', 'open', 'owner', at - $4::interval from c)
  insert into search_doc select id, at, to_tsvector('vn', $3) from c`

const done = async () => {
  const { rows } = await toy.pools.system.query<{ fresh: string; given: string }>(
    'select d.fresh, s.last_value as given from search_done d, search_fresh_id_seq s',
  )
  return { fresh: Number(rows[0]?.fresh), given: Number(rows[0]?.given) }
}
const found = async (words: string) => (await readAs(toy.pools.read, actor, (db) => searchCases(db, names, words, undefined))).cases.length

test('searches begin behind the notes that are done, and never behind one that is still to come', async () => {
  await toy.pools.write.query(ADD, [actor.agencyId, CASES, 'chung', '0'])
  const command = await toy.pools.write.connect()
  const notes = new DoneNotes()
  try {
    // Has its number, and is seen by nobody yet; those after it are folded in and done with.
    await command.query('begin')
    await command.query(ADD, [actor.agencyId, 1, 'chung muon', '1 year'])
    const held = (await done()).given
    await toy.pools.write.query(ADD, [actor.agencyId, 300, 'chung khac', '1 year'])
    await foldFresh(toy.pools.system, 1)
    for (let look = 0; look < 3; look++) await notes.look(toy.pools.system)
    assert.ok((await done()).fresh < held, 'what is under way holds the number')
    await command.query('commit')
    assert.equal(await found('muộn'), 1)
    while ((await done()).fresh < held - 3) await notes.look(toy.pools.system)
    assert.equal(await found('muộn'), 1)
    await foldFresh(toy.pools.system, 1)
    for (let { fresh, given } = await done(); fresh < given; { fresh, given } = await done()) await notes.look(toy.pools.system)
    assert.equal(await found('muộn'), 1)
  } finally {
    command.release()
  }
  await toy.pools.write.query(ADD, [actor.agencyId, 1, 'chung moinhat', '1 year'])
  assert.equal(await found('moinhat'), 1)
})
