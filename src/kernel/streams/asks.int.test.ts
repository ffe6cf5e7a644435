import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { type ToyKernel, toyActor, toyKernel } from '../../../testing/toy-kernel.ts'
import type { AskRow } from './change.ts'
import type { Decider, NewEvent } from './decider.ts'

type Asked = Pick<AskRow, 'act' | 'title'> & { officerId: string | null; dueAt: string | null }
type Asking = { type: 'asking.asked'; data: { asks: Asked[] } }

const asks = z.array(z.object({ act: z.string(), title: z.string(), officerId: z.string().nullable(), dueAt: z.string().nullable() }))
const summary = { vi: 'Thử', en: 'Try' }
const SINCE = new Date('2026-01-05T01:00:00Z')

/** A case that asks whatever it is told to. */
const asking: Decider<{ opened: boolean }, Asking & NewEvent, null> = {
  type: 'asking',
  stateVersion: 1,
  initial: () => ({ opened: false }),
  evolve: () => ({ opened: true }),
  events: { 'asking.asked': { version: 1, schema: z.object({ asks }) } },
  commands: { ask: { creates: 'also', summary, payload: z.object({ asks }) } },
  available: () => ({ ask: true }),
  decide: (_state, command) => ({ events: [{ type: 'asking.asked', data: command.payload as { asks: Asked[] } }] }),
  project: (_before, _after, { streamId, caseId, agencyId, data }) => [
    {
      table: 'case',
      caseId,
      kind: 'asking',
      number: caseId.slice(0, 8),
      title: 'x',
      status: 'open',
      ownerAgencyId: agencyId,
      areaCode: null,
      domains: [],
      documentDate: null,
      fields: {},
    },
    {
      table: 'asks',
      streamId,
      caseId,
      rows: data.asks.map((one) => ({
        ...one,
        agencyId,
        askerId: agencyId,
        verb: 'giao',
        dueAt: one.dueAt === null ? null : new Date(one.dueAt),
        since: SINCE,
      })),
    },
  ],
}

let toy: ToyKernel
before(async () => {
  toy = await toyKernel([asking as never])
})
after(() => toy.stop())

const owner = toyActor()
const give = (id: string, ...asked: Asked[]) => toy.give(owner, 'asking', id, 'ask', { asks: asked })
const rowsOf = async (id: string) =>
  (
    await toy.pools.system.query<{
      id: string
      act: string
      title: string
      version: number
      due: string
      remind_at: Date | null
      kind: string
    }>('select id, act, title, version, due_at::text as due, remind_at, kind from ask where stream_id = $1 order by act, id', [id])
  ).rows
const submit: Asked = { act: 'submit', title: 'Báo cáo', officerId: null, dueAt: '2099-06-01T10:00:00.000Z' }

test('an ask keeps its row while the same is asked of the same, with the newest version, title and limit', async () => {
  const id = randomUUID()
  await give(id, submit)
  const [first] = await rowsOf(id)
  assert.deepEqual([first?.version, first?.title, first?.kind], [1, 'Báo cáo', 'asking'])
  await give(id, submit)
  assert.deepEqual(await rowsOf(id), [{ ...first, version: 2 }])
  await give(id, { ...submit, title: 'Báo cáo ngay', dueAt: '2099-05-01T10:00:00.000Z' })
  const [moved] = await rowsOf(id)
  assert.deepEqual([moved?.id, moved?.version, moved?.title, moved?.due.slice(0, 10)], [first?.id, 3, 'Báo cáo ngay', '2099-05-01'])
})

test('a reminder that a late sweep has yet to give stays as long as the limit does', async () => {
  const id = randomUUID()
  await give(id, submit)
  const due = new Date('2026-02-01T01:00:00Z')
  await toy.pools.system.query('update ask set remind_at = $2 where stream_id = $1', [id, due])
  await give(id, submit)
  assert.deepEqual((await rowsOf(id))[0]?.remind_at, due)
  await give(id, { ...submit, dueAt: '2099-05-01T10:00:00.000Z' })
  assert.notDeepEqual((await rowsOf(id))[0]?.remind_at, due)
})

test('what is asked no longer, or of another officer, goes; what is asked twice stands twice', async () => {
  const id = randomUUID()
  const confirm: Asked = { act: 'confirm', title: 'Xác nhận', officerId: null, dueAt: null }
  await give(id, confirm, submit, submit)
  const [first, second, third] = await rowsOf(id)
  assert.equal(new Set([first?.id, second?.id, third?.id]).size, 3)
  await give(id, submit, { ...submit, officerId: owner.officerId })
  const [kept, handed, ...rest] = (await rowsOf(id)).toSorted((a) => ([second?.id, third?.id].includes(a.id) ? -1 : 1))
  assert.deepEqual([[second?.id, third?.id].includes(kept?.id), handed?.id === first?.id, rest], [true, false, []])
  await give(id)
  assert.deepEqual(await rowsOf(id), [])
})
