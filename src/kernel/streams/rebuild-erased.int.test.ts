import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type RunningServer, startServer } from '../../../testing/running-server.ts'
import { CASE_SUBJECT } from '../vault/keyring.ts'
import { rebuildNext } from './rebuild.ts'

let server: RunningServer
before(async () => {
  server = await startServer()
})
after(() => server.stop())

test('after a rebuild no word of a case whose key was destroyed is left in what screens and searches read', async () => {
  const { kernel, pools } = server.service
  const { rows } = await pools.system.query<{ id: string }>(
    `select c.id from cases c join search_doc d on d.case_id = c.id
     where c.kind = 'directive' and c.status = 'issued' order by c.id limit 2`,
  )
  const [gone, other] = rows as [{ id: string }, { id: string }]
  const stands = async (id: string) =>
    (
      await pools.system.query(
        `select c.number, c.title, c.fields, length(d.tsv) as words, (select count(*)::int from visible v where v.case_id = c.id) as seers,
           (select count(*)::int from fulfilment f where f.case_id = c.id) as parts
         from cases c join search_doc d on d.case_id = c.id where c.id = $1`,
        [id],
      )
    ).rows[0]
  const before = await stands(other.id)
  await kernel.keyring.destroy(pools.write, gone.id, CASE_SUBJECT)
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  while (after !== null) after = (await rebuildNext(kernel, pools.system, after, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 50)).last
  assert.deepEqual(await stands(gone.id), { number: '', title: '', fields: {}, words: 0, seers: 0, parts: 0 })
  assert.deepEqual(await stands(other.id), before)
})
