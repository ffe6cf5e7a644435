import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writtenAhead } from './write-ahead.ts'

type Row = Record<string, unknown>
type Document = Record<string, Row[]>

/** The documents that are written one after the other, what all rows of a section have in common told with each row again. */
const writtenOf = async (document: Document & { asksOf?: string[] }) => {
  const texts: string[] = []
  const db = { query: async ({ values: [text] }: { values: string[] }) => void texts.push(text as string) }
  const rest = await writtenAhead(db as never, document)
  return [...texts, JSON.stringify(rest)].map((text) => {
    const { same = {}, ...sections } = JSON.parse(text) as { same?: Record<string, Row>; asksOf?: string[] }
    const whole = ([name, rows]: [string, unknown]) => [
      name,
      (rows as Row[]).map((row) => (typeof row === 'object' ? { ...same[name], ...row } : row)),
    ]
    return Object.fromEntries(Object.entries(sections).map(whole)) as Document & { asksOf?: string[] }
  })
}

const rows = (most: number) =>
  fc.array(fc.record({ id: fc.uuid(), act: fc.constantFrom('a', 'b') }, { noNullPrototype: true }), { maxLength: most })
const events = (most: number) => rows(most).map((all) => all.map((row) => ({ ...row, body: 'AAEC' })))
/** Bodies of events go beside the text. */
const bare = (row: Row): Row => ({ ...row, body: undefined })
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 40 })
const SECTIONS = ['newStreams', 'events', 'cases', 'parties', 'feed', 'asks', 'notify']

test('a document written in pieces tells the same rows, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ newStreams: rows(900), events: events(900), cases: rows(1), feed: rows(600), notify: rows(300), outbox: rows(1) }),
      async (document) => {
        const written = await writtenOf(document)
        for (const [section, all] of Object.entries(document))
          assert.deepEqual(written.flatMap((piece) => piece[section] ?? []).map(bare), all.map(bare), section)
        // None comes before one that is written before it.
        const order = written.flatMap((piece) => SECTIONS.filter((section) => piece[section]?.length))
        assert.deepEqual(
          order,
          order.toSorted((a, b) => SECTIONS.indexOf(a) - SECTIONS.indexOf(b)),
        )
        for (const piece of written) assert.ok(SECTIONS.reduce((sum, section) => sum + (piece[section]?.length ?? 0), 0) <= 256)
        assert.deepEqual(written.at(-1)?.outbox ?? [], document.outbox)
      },
    ),
    { numRuns: 30 },
  )
})

test('what a stream asks now goes with its name, and once: what it asked before is deleted there', async () => {
  await fc.assert(
    fc.asyncProperty(ids, ids, fc.integer({ min: 0, max: 30 }), async (known, fresh, each) => {
      const of = (streams: string[], n: number) =>
        streams.flatMap((id) => Array.from({ length: n }, (_, i) => ({ stream_id: id, act: `${i}` })))
      const asks = [...of(fresh, 20), ...of(known, each)]
      const written = await writtenOf({ asksOf: known, asks } as unknown as Document & { asksOf: string[] })
      assert.deepEqual(
        written.flatMap((piece) => piece.asksOf ?? []),
        known,
      )
      for (const id of known) {
        const home = written.find((piece) => piece.asksOf?.includes(id))
        assert.equal(home?.asks?.filter((row) => row.stream_id === id).length ?? 0, each)
      }
      const told = written.flatMap((piece) => piece.asks ?? [])
      assert.equal(told.length, asks.length)
    }),
    { numRuns: 50 },
  )
})

test('a short document is written with its command', async () => {
  const document = { events: Array.from({ length: 200 }, (_, n) => ({ n })), asksOf: [], notify: [] }
  assert.equal((await writtenOf(document as never)).length, 1)
})
