import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toldOnce } from './told-once.ts'

type Row = Record<string, unknown>
type Told = Record<string, Row[]> & { same?: Record<string, Row> }

const value = fc.constantFrom<unknown>(null, 1, 2, 'x', 'y', true, undefined)
const row = fc.record({ id: fc.uuid(), act: value, due: value, params: fc.constant({ n: 1 }) }, { requiredKeys: ['id'] })

test('whatever is told once, every row reads as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 80 }), fc.array(row, { maxLength: 3 }), async (asks, files) => {
      const told = JSON.parse(await toldOnce({ asks, files })) as Told
      const read = told['asks']?.map((one) => ({ ...told.same?.['asks'], ...one }))
      const bare = (rows: Row[]) => JSON.parse(JSON.stringify(rows)) as Row[]
      assert.deepEqual(read, bare(asks))
      assert.deepEqual(told['files'], bare(files))
    }),
  )
})

test('of thousands of rows alike only what differs is written, of few rows all', async () => {
  const rows = Array.from({ length: 1000 }, (_, n) => ({ id: n, title: 'Rà soát', due_at: null, params: { n: 1 } }))
  const told = JSON.parse(await toldOnce({ notify: rows })) as Told
  assert.deepEqual(told.same, { notify: { title: 'Rà soát', due_at: null } })
  assert.deepEqual(told['notify']?.[7], { id: 7, params: { n: 1 } })
  assert.deepEqual(JSON.parse(await toldOnce({ notify: rows.slice(0, 3) })), { notify: rows.slice(0, 3) })
  assert.deepEqual(JSON.parse(await toldOnce({ rows: { agency: rows } })), { rows: { agency: rows } })
})
