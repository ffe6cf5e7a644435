import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { agreementScene, type AgreementScene } from '../../../testing/agreement-scene.ts'
import { agreementAssignment, agreementText } from '../../../testing/builders/agreement.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { readAs } from '../../kernel/access/reader.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import { countKinds, readComing } from '../../kernel/cases/reads/coming.ts'
import { readDesk } from '../../kernel/cases/reads/desk.ts'
import { agreement } from './kind.ts'

let scene: AgreementScene
before(async () => {
  scene = await agreementScene()
})
after(() => scene.stop())

const comingOf = (actor: Actor, now: Date) =>
  readAs(scene.pools.read, actor, async (db) => (await readComing(db, actor, [agreement], scene.names, now)).rows)

/** An agreement of two new agencies with briefings in June and December and yearly reviews, in force since 02/3/2026. */
const withRhythm = async () => {
  const [police, science] = [await scene.agency(), await scene.agency()]
  const id = randomUUID()
  const hosts = [police.agencyId, science.agencyId]
  const text = agreementText(hosts, {
    briefing: { months: [6, 12], hosts, firstHost: police.agencyId, extraordinary: false },
    review: { preliminaryYearly: true, finalEveryYears: null },
  })
  const at = { effectiveAt: new Date('2026-03-02T03:00:00Z') }
  const give = (actor: Actor, command: string, payload: object) => scene.give(actor, 'agreement', id, command, payload, at)
  await give(police, 'create', { text })
  await give(police, 'send', {})
  for (const actor of [police, science]) await give(actor, 'agree', { version: 1 })
  await give(police, 'sign', { version: 1, position: 'Giám đốc', on: '2026-03-02' })
  const sign = () => give(science, 'sign', { version: 1, position: 'Giám đốc', on: '2026-03-02' })
  return { id, police, science, clauseId: text.articles[0]!.clauses[0]!.id, sign }
}

test('what agreements in force bring stands on the desks of their parties, soonest first, and nobody else’s', async () => {
  const { police, science, sign } = await withRhythm()
  const stranger = await scene.agency()
  const now = new Date('2027-01-20T03:00:00Z')
  assert.deepEqual(await comingOf(police, now), [], 'nothing before it is in force')
  await sign()
  for (const actor of [police, science]) {
    assert.deepEqual(
      (await comingOf(actor, now)).map((row) => `${row.on} ${row.text.vi}`),
      ['2027-03-02 Tròn 1 năm quy chế'],
    )
    const [briefing] = await comingOf(actor, new Date('2026-05-02T03:00:00Z'))
    assert.deepEqual([briefing?.on, briefing?.month, briefing?.text.vi], ['2026-06-14', true, 'Giao ban tháng 6/2026'])
    assert.match(briefing?.note?.vi ?? '', new RegExp(`^${police.agencyId.slice(0, 4)} đăng cai`))
  }
  assert.deepEqual(await comingOf(stranger, now), [])
  const counts = (actor: Actor) => readAs(scene.pools.read, actor, (db) => countKinds(db, actor))
  assert.deepEqual(await counts(police), [{ kind: 'agreement', status: 'in-force', n: 1 }])
  assert.deepEqual(await counts(stranger), [])
})

test('asks without a limit stand last in the order in which they began to wait; recurring reports are foreseen', async () => {
  const { id, police, science, clauseId, sign } = await withRhythm()
  await sign()
  const began = ['2026-06-05', '2026-04-03', '2026-05-04']
  for (const on of began) {
    const assignment = agreementAssignment(science.agencyId, { content: `Việc nộp ngày ${on}`, deadline: null })
    const at = { effectiveAt: new Date(`${on}T03:00:00Z`) }
    await scene.give(police, 'agreement', id, 'assign', { clauseId, assignment }, at)
    const part = fulfilmentId(id, assignment.id, science.agencyId)
    await scene.give(science, 'fulfilment', part, 'accept', {}, at)
    await scene.give(science, 'fulfilment', part, 'submit', { text: 'Đã làm', fileIds: [] }, at)
  }
  const desk = await readAs(scene.pools.read, police, (db) => readDesk(db, police, scene.names, { scope: 'mine' }))
  assert.deepEqual(
    desk.rows.map((row) => [row.title, row.act, row.group]),
    began.toSorted().map((on) => [`Việc nộp ngày ${on}`, 'confirm', 'open']),
  )
  assert.deepEqual(desk.counts, { overdue: 0, today: 0, week: 0, later: 0, open: 3 })

  const monthly = agreementAssignment(science.agencyId, { shape: 'recurring', recurrence: 'monthly', deadline: null })
  await scene.give(police, 'agreement', id, 'assign', { clauseId, assignment: monthly })
  const reports = (await comingOf(science, new Date())).filter((row) => /báo cáo định kỳ/.test(row.text.vi))
  const own = await readAs(scene.pools.read, science, (db) => readDesk(db, science, scene.names, { scope: 'mine' }))
  const asked = own.rows.filter((row) => row.caseId === id && row.clock.dueAt !== null)
  assert.equal(asked.length, 1)
  // What falls due on this very day, the last of a period, stands on the desk; from tomorrow on it is foreseen.
  assert.deepEqual(
    reports.map((row) => [row.caseId, row.month]),
    asked[0]?.group === 'today' ? [] : [[id, false]],
  )
})
