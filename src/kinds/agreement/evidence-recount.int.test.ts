import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { agreementScene, type AgreementScene } from '../../../testing/agreement-scene.ts'
import { agreementAssignment } from '../../../testing/builders/agreement.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { readAs } from '../../kernel/access/reader.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import { Problem } from '../../kernel/problems/problem.ts'
import { readEvidence, readEvidenceTable } from './evidence.ts'

let scene: AgreementScene
before(async () => {
  scene = await agreementScene()
})
after(() => scene.stop())

const TODAY = '2026-11-21'
/** Written by hand: the half-years from the day in force on, newest first. */
const PERIODS = [
  ['2026-06-15', '2026-12-14'],
  ['2025-12-15', '2026-06-14'],
  ['2025-06-15', '2025-12-14'],
] as const

type Act =
  | { do: 'entry'; by: 0 | 1; clause: 0 | 1; day: string; stated: boolean }
  | { do: 'withdraw-entry'; n: number }
  | { do: 'submit' | 'return' | 'confirm' | 'withdraw'; part: number; day: string; hour: string; key: string }
  | { do: 'tie' | 'untie'; clause: 0 | 1 }
  | { do: 'result-of-tied'; day: string; returned: boolean }

const spread = fc.integer({ min: 0, max: 518 }).map((n) => new Date(Date.UTC(2025, 5, 20 + n)).toISOString().slice(0, 10))
const border = fc.constantFrom('2025-06-20', '2025-12-14', '2025-12-15', '2026-06-14', '2026-06-15', '2026-11-20')
const day = fc.oneof(spread, border)
const side = fc.constantFrom<0 | 1>(0, 1)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('entry' as const), by: side, clause: side, day, stated: fc.boolean() }),
  fc.record({ do: fc.constant('withdraw-entry' as const), n: fc.nat(5) }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('submit' as const, 'submit' as const, 'return' as const, 'confirm' as const, 'withdraw' as const),
      part: fc.nat(3),
      day,
      // The day is that of Viet Nam, from its first minutes to its last.
      hour: fc.constantFrom('00:05', '06:59', '12:00', '23:55'),
      key: fc.constantFrom('2025-H2', '2026-H1', '2026-H2'),
    }),
  },
  fc.record({ do: fc.constantFrom('tie' as const, 'untie' as const), clause: side }),
  fc.record({ do: fc.constant('result-of-tied' as const), day, returned: fc.boolean() }),
)

/** What a person with a pencil would note down: one line for each thing done, crossed out where it was taken back. */
type Line = { clause: string; on: string; slot: string; live: boolean }

/** Plays a history on a new agreement; what the rules refuse did not happen. */
const play = async (acts: readonly Act[]) => {
  const { id, police, science, first, second } = await scene.inForce('2025-06-20')
  const clauses = [first, second] as const
  const lines: Line[] = []
  const entries: { id: string; by: Actor; line: Line }[] = []
  const ties = new Set<string>()
  const results: string[] = []
  const tied = randomUUID()
  await scene.give(police, 'toy', tied, 'open', { title: 'Chiến dịch', person: 'x', partyIds: [] })
  await scene.pools.write.query(`update cases set document_date = '2025-12-15' where id = $1`, [tied])

  const began = { effectiveAt: new Date('2025-06-20T11:00:00+07:00') }
  // Parts 0 and 1 of one order to both, 2 of an order for the other clause, 3 one that goes on for ever.
  const both = agreementAssignment(police.agencyId, { leadIds: [police.agencyId, science.agencyId], deadline: null })
  const other = agreementAssignment(science.agencyId, {
    deadline: { words: 'trước 15/12/2025', date: '2025-12-15', inclusive: false },
  })
  const forever = agreementAssignment(science.agencyId, { shape: 'continuous', deadline: null })
  const orders = [
    { of: both, clause: first, by: police, asker: police },
    { of: both, clause: first, by: science, asker: police },
    { of: other, clause: second, by: science, asker: police },
    { of: forever, clause: second, by: science, asker: police },
  ]
  for (const [assignment, clauseId] of [
    [both, first],
    [other, second],
    [forever, second],
  ] as const)
    await scene.give(police, 'agreement', id, 'assign', { clauseId, assignment }, began)
  const parts = orders.map(({ of, clause, by, asker }) => ({
    clause,
    by,
    asker,
    id: fulfilmentId(id, of.id, by.agencyId),
    ends: of !== forever,
  }))
  for (const part of parts) await scene.give(part.by, 'fulfilment', part.id, 'accept', {}, began)

  const tries = async (run: () => Promise<unknown>): Promise<boolean> => {
    try {
      await run()
      return true
    } catch (error) {
      if (error instanceof Problem) return false
      throw error
    }
  }
  for (const one of acts) {
    switch (one.do) {
      case 'entry': {
        const by = [police, science][one.by]!
        const payload = { clauseId: clauses[one.clause], title: 'Một việc', ...(one.stated ? { on: one.day } : {}) }
        const at = one.stated ? {} : { effectiveAt: new Date(`${one.day}T23:55:00+07:00`) }
        if (!(await tries(() => scene.give(by, 'agreement', id, 'addEvidence', payload, at)))) break
        const line = { clause: clauses[one.clause], on: one.day, slot: randomUUID(), live: true }
        lines.push(line)
        entries.push({ id: (await scene.stateOf(id, by))!.evidence.at(-1)!.id, by, line })
        break
      }
      case 'withdraw-entry': {
        const entry = entries[one.n]
        if (!entry) break
        const give = () => scene.give(entry.by, 'agreement', id, 'withdrawEvidence', { evidenceId: entry.id, reason: 'Ghi nhầm' })
        if (await tries(give)) entry.line.live = false
        break
      }
      case 'tie':
      case 'untie': {
        const clauseId = clauses[one.clause]
        if (await tries(() => scene.give(police, 'agreement', id, one.do, { clauseId, caseId: tied })))
          ties[one.do === 'tie' ? 'add' : 'delete'](clauseId)
        break
      }
      case 'result-of-tied':
        await scene.pools.write.query(
          `insert into evidence (id, case_id, stream_id, label, assignment_id, agency_id, on_day, title, state) values ($1, $2, $2, null, $1, $3, $4, 'Kết quả', $5)`,
          [randomUUID(), tied, police.agencyId, one.day, one.returned ? 'returned' : 'submitted'],
        )
        if (!one.returned) results.push(one.day)
        break
      default: {
        const part = parts[one.part]!
        const slot = part.ends ? part.id : `${part.id}/${one.key}`
        const key = part.ends ? {} : { periodKey: one.key }
        const words = { submit: { text: 'Kết quả', fileIds: [] }, return: { reason: 'Thiếu' }, confirm: {}, withdraw: {} }[one.do]
        const by = one.do === 'submit' || one.do === 'withdraw' ? part.by : part.asker
        const at = { effectiveAt: new Date(`${one.day}T${one.hour}:00+07:00`) }
        if (!(await tries(() => scene.give(by, 'fulfilment', part.id, one.do, { ...words, ...key }, at)))) break
        const last = lines.findLast((line) => line.slot === slot && line.live)
        if (one.do === 'submit') lines.push({ clause: part.clause, on: one.day, slot, live: true })
        else if (one.do !== 'confirm') last!.live = false
      }
    }
  }
  return { id, police, science, clauses, lines, tied, ties, results }
}

/** Plain SQL over the tables, with the days of the period written out. */
const RECOUNT = `
  select count(*)::int as n from (
    select e.id from evidence e where e.case_id = $1 and e.label = $2 and e.state = 'recorded' and e.on_day >= $3 and e.on_day <= $4
    union all
    select e.id from evidence e where e.case_id = $1 and e.state in ('submitted', 'confirmed') and e.on_day >= $3 and e.on_day <= $4
      and e.assignment_id in (select to_id from link where from_case = $1 and what = 'assignment' and label = $2)
    union all
    select c.id from cases c where c.id in (select to_id from link where from_case = $1 and what = 'case' and label = $2 and until = 'infinity')
      and (c.document_date between $3 and $4
        or exists (select 1 from evidence e where e.case_id = c.id and e.state <> 'returned' and e.on_day between $3 and $4))) x`

test(
  'whatever was done, late, returned, taken back or confirmed afterwards: the evidence is what pencil and SQL count',
  { timeout: 300_000 },
  async () => {
    let counted = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 18 }), async (acts) => {
        const { id, police, science, clauses, lines, ties, results } = await play(acts)
        for (const reader of [police, science]) {
          await readAs(scene.pools.read, reader, async (db) => {
            const table = await readEvidenceTable(db, scene.kernel, id, TODAY)
            for (const [nth, [from, until]] of PERIODS.entries()) {
              const view = await readEvidence(db, scene.kernel, scene.names, { caseId: id, from, until, today: TODAY })
              assert.equal(view.previous.until, ['2026-06-14', '2025-12-14', '2025-06-14'][nth])
              for (const [i, clauseId] of clauses.entries()) {
                const inside = (on: string) => on >= from && on <= until
                const pencil = lines.filter((line) => line.live && line.clause === clauseId && inside(line.on)).length
                // Who does not see the tied case learns nothing of it.
                const seesTie = reader === police && ties.has(clauseId) && (inside('2025-12-15') || results.some(inside))
                const items = view.clauses[i]!.items
                assert.equal(items.length, pencil + (seesTie ? 1 : 0), `${clauseId} ${from}`)
                assert.equal(items.find((item) => item.kind === 'case')?.results ?? 0, seesTie ? results.filter(inside).length : 0)
                const { rows } = await db.query<{ n: number }>(RECOUNT, [id, clauseId, from, until])
                assert.equal(items.length, rows[0]!.n, 'SQL')
                assert.equal(table.rows[i]!.counts[PERIODS.length - 1 - nth], items.length, 'the table')
                assert.ok(items.every((item) => inside(item.on)))
                counted += items.length
              }
            }
          })
        }
      }),
      { numRuns: 12 },
    )
    assert.ok(counted > 5, `histories in which something was done: ${counted}`)
  },
)
