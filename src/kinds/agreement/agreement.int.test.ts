import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { agreementAssignment, agreementText, clause, withClauses } from '../../../testing/builders/agreement.ts'
import { agreementScene, type AgreementScene } from '../../../testing/agreement-scene.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { readAs } from '../../kernel/access/reader.ts'
import { SYSTEM } from '../../kernel/access/system-actor.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import { localDate } from '../../kernel/clocks/zone.ts'
import { searchCases } from '../../kernel/search/search.ts'
import { evidenceRows } from './evidence-rows.ts'
import { readEvidence, readEvidenceTable } from './evidence.ts'

let scene: AgreementScene
let toy: AgreementScene['toy']
before(async () => {
  scene = await agreementScene()
  ;({ toy } = scene)
})
after(() => scene.stop())

const agency: AgreementScene['agency'] = (given) => scene.agency(given)
const stateOf: AgreementScene['stateOf'] = (id, actor) => scene.stateOf(id, actor)
const asks: AgreementScene['asks'] = (actor) => scene.asks(actor)
const inForce: AgreementScene['inForce'] = (on) => scene.inForce(on)
const names: AgreementScene['names'] = { ref: (id) => scene.names.ref(id) }

test('two parties negotiate over three versions; the other sees nothing before it is sent', async () => {
  const [police, science, stranger] = [await agency(), await agency(), await agency()]
  const id = randomUUID()
  const text = agreementText([police.agencyId, science.agencyId])
  await toy.give(police, 'agreement', id, 'create', { text })
  assert.equal(await stateOf(id, science), undefined)
  assert.deepEqual(await asks(police), ['finishDraft'])
  await toy.give(police, 'agreement', id, 'send', { note: 'Xin ý kiến' })
  assert.equal((await stateOf(id, science))?.status, 'negotiating')
  assert.equal(await stateOf(id, stranger), undefined)
  assert.deepEqual(await asks(science), ['agree'])

  const clauseId = text.articles[0]!.clauses[0]!.id
  await toy.give(science, 'agreement', id, 'comment', { version: 1, clauseId, text: 'Ghi rõ thời hạn trả lời' })
  assert.deepEqual(await asks(police), ['agree', 'resolve'])
  await assert.rejects(toy.give(science, 'agreement', id, 'agree', { version: 1 }), { code: 'own-comments-open' })
  const second = withClauses(text, ([one, two]) => [{ ...one!, text: `${one!.text}, trả lời trong 5 ngày` }, two!])
  await toy.give(police, 'agreement', id, 'revise', { text: second, note: 'Thêm thời hạn' })
  const comment = (await stateOf(id, police))!.comments[0]!
  await toy.give(police, 'agreement', id, 'resolve', { commentId: comment.id, answer: 'Đã thêm' })
  await toy.give(science, 'agreement', id, 'agree', { version: 2 })
  const third = withClauses(second, (clauses) => [...clauses, clause(3, 'Sơ kết mỗi năm')])
  await toy.give(police, 'agreement', id, 'revise', { text: third })
  const cleared = await stateOf(id, police)
  assert.deepEqual(
    cleared?.versions.map((version) => version.stage),
    ['superseded', 'superseded', 'negotiating'],
  )
  assert.deepEqual(cleared?.versions[2]?.agreed, [], 'a new version clears what was agreed')
  await assert.rejects(toy.give(science, 'agreement', id, 'agree', { version: 2 }), { code: 'version-passed' })
  for (const actor of [police, science]) await toy.give(actor, 'agreement', id, 'agree', { version: 3 })
  assert.deepEqual(await asks(science), ['sign'])
  await toy.give(police, 'agreement', id, 'sign', { version: 3, position: 'Giám đốc Công an tỉnh' })
  assert.equal((await stateOf(id, police))?.status, 'signing')
  await toy.give(science, 'agreement', id, 'sign', { version: 3, position: 'Giám đốc Sở' })
  const signed = await stateOf(id, science)
  assert.equal(signed?.status, 'in-force')
  assert.equal(signed?.current, 3)
  assert.match(signed?.caseNumber ?? '', /^QC-\d{4}-\d{3}$/)
  assert.deepEqual(await asks(science), [])
})

test('an amendment is negotiated while work runs; the old text stays readable and work keeps its clause', async () => {
  const { id, police, science, text, first, second } = await inForce()
  const assignment = agreementAssignment(science.agencyId, { deadline: null })
  await toy.give(police, 'agreement', id, 'assign', { clauseId: second, assignment })
  const shorter = withClauses(text, ([one]) => [{ ...one!, text: 'Trao đổi thông tin hằng tuần' }])
  await toy.give(science, 'agreement', id, 'propose', { text: shorter, note: 'Bỏ kiểm tra' })
  assert.equal((await stateOf(id, police))?.status, 'in-force')
  for (const actor of [police, science]) await toy.give(actor, 'agreement', id, 'agree', { version: 2 })
  for (const actor of [police, science]) await toy.give(actor, 'agreement', id, 'sign', { version: 2, position: 'Giám đốc' })
  const state = (await stateOf(id, police))!
  assert.equal(state.current, 2)
  assert.equal(state.versions[0]?.stage, 'past')
  assert.equal(state.versions[0]?.text.articles[0]?.clauses.length, 2)
  const { rows: toRead } = await toy.pools.system.query('select version, clause_ids, open from clause_text where id = $1', [id])
  assert.deepEqual(toRead, [{ version: 2, clause_ids: [first], open: true }], 'the new version is the one to read')
  const part = fulfilmentId(id, assignment.id, science.agencyId)
  await toy.give(science, 'fulfilment', part, 'accept', {})
  await toy.give(science, 'fulfilment', part, 'submit', { text: 'Đã kiểm tra mười trạm', fileIds: [] })
  const today = localDate(new Date().toISOString())
  const view = await readAs(toy.pools.read, police, (db) => readEvidence(db, toy.kernel, names, { caseId: id, today }))
  assert.deepEqual(
    view.clauses.map((one) => [one.clauseId, one.past, one.items.length]),
    [
      [first, false, 0],
      [second, true, 1],
    ],
  )
  assert.equal(view.clauses[1]?.items[0]?.title, 'Đã kiểm tra mười trạm')
})

test('evidence of a period agrees with plain SQL, for each reader by what they may see', async () => {
  const { id, police, science, first, second } = await inForce()
  const add = (actor: Actor, clauseId: string, on: string, title = 'Trao đổi một vụ việc') =>
    toy.give(actor, 'agreement', id, 'addEvidence', { clauseId, title, on })
  await add(police, first, '2026-06-14')
  await add(police, first, '2026-06-15')
  await add(science, first, '2026-11-02')
  await add(science, first, '2026-11-03', '=SUM(A1)')
  const withdrawn = (await stateOf(id, science))!.evidence.at(-1)!.id
  await toy.give(science, 'agreement', id, 'withdrawEvidence', { evidenceId: withdrawn, reason: 'Ghi nhầm' })
  const mine = agreementAssignment(science.agencyId, { shape: 'continuous', deadline: null })
  await toy.give(
    police,
    'agreement',
    id,
    'assign',
    { clauseId: second, assignment: mine },
    { effectiveAt: new Date('2026-04-01T03:00:00Z') },
  )
  const part = fulfilmentId(id, mine.id, science.agencyId)
  await toy.give(science, 'fulfilment', part, 'accept', {}, { effectiveAt: new Date('2026-04-02T03:00:00Z') })
  await toy.give(science, 'fulfilment', part, 'submit', { text: 'Quý I', fileIds: [] }, { effectiveAt: new Date('2026-06-01T03:00:00Z') })
  await toy.give(science, 'fulfilment', part, 'submit', { text: 'Quý III', fileIds: [] }, { effectiveAt: new Date('2026-10-01T03:00:00Z') })
  await toy.give(police, 'fulfilment', part, 'return', { reason: 'Thiếu số liệu', periodKey: '2026-H2' })
  const tied = randomUUID()
  await toy.give(police, 'toy', tied, 'open', { title: 'Chiến dịch', person: 'x', partyIds: [] })
  await toy.give(police, 'agreement', id, 'tie', { clauseId: second, caseId: tied, note: 'Thực hiện điều này' })
  await assert.rejects(toy.give(science, 'agreement', id, 'tie', { clauseId: first, caseId: tied }), { code: 'not-found' })
  await toy.pools.write.query(`update cases set document_date = '2026-09-01' where id = $1`, [tied])

  for (const [actor, sees] of [
    [police, 4],
    [science, 3],
  ] as const) {
    const counts = await readAs(toy.pools.read, actor, async (db) => {
      const view = await readEvidence(db, toy.kernel, names, { caseId: id, today: '2026-11-21' })
      const { rows } = await db.query(
        `select l.label as clause, count(distinct x.id)::int as n from (
           select label, id::text from evidence where case_id = $1 and label is not null and state = 'recorded' and on_day between '2026-06-15' and '2026-12-14'
           union all select l.label, e.id::text from link l join evidence e on e.assignment_id = l.to_id where l.from_case = $1 and l.what = 'assignment'
             and e.state in ('submitted', 'confirmed') and on_day between '2026-06-15' and '2026-12-14'
           union all select l.label, c.id::text from link l join cases c on c.id = l.to_id where l.from_case = $1 and l.what = 'case'
             and c.document_date between '2026-06-15' and '2026-12-14') x join (select distinct label from link union select distinct label from evidence) l
           on l.label = x.label group by 1`,
        [id],
      )
      const table = await readEvidenceTable(db, toy.kernel, id, '2026-11-21')
      return { view, table, plain: new Map(rows.map((row) => [row.clause, row.n])) }
    })
    assert.equal(counts.view.period.key, '2026-H2')
    for (const one of counts.view.clauses) assert.equal(one.items.length, counts.plain.get(one.clauseId) ?? 0, `${one.label.vi}`)
    assert.deepEqual(counts.view.totals.items, sees - 1)
    assert.deepEqual(
      counts.table.rows.map((row) => row.counts.at(-1)),
      counts.view.clauses.map((one) => one.items.length),
    )
    assert.equal(counts.view.clauses[0]?.before.count, 1, '14/6 belongs to the period before')
  }
  const { rows } = await toy.pools.system.query(
    `select count(*)::int as n from event where stream_id = $1 and type = 'agreement.evidenceAdded'`,
    [id],
  )
  assert.equal(rows[0].n, 4)
  assert.equal((await readAs(toy.pools.read, await agency(), (db) => evidenceRows(db, id))).length, 0)
})

test('it ends when both parties say so, and its work ends with it', async () => {
  const { id, police, science, first } = await inForce()
  const assignment = agreementAssignment(science.agencyId, { deadline: null })
  await toy.give(police, 'agreement', id, 'assign', { clauseId: first, assignment })
  await toy.give(police, 'agreement', id, 'proposeEnd', { reason: 'Hết nhiệm vụ', on: '2026-11-01' })
  assert.deepEqual(await asks(science), ['accept', 'agreeEnd'])
  assert.equal((await stateOf(id, police))?.status, 'in-force')
  await assert.rejects(toy.give(police, 'agreement', id, 'agreeEnd', {}), { code: 'end-agreed' })
  await toy.give(science, 'agreement', id, 'agreeEnd', {})
  assert.equal((await stateOf(id, police))?.status, 'ended')
  const { rows } = await toy.pools.system.query('select state from fulfilment where case_id = $1', [id])
  assert.deepEqual(
    rows.map((row) => row.state),
    ['finished'],
  )
  await assert.rejects(
    toy.give(police, 'agreement', id, 'assign', { clauseId: first, assignment: agreementAssignment(science.agencyId) }),
    { code: 'agreement-ended' },
  )
})

test('a party that leaves by amendment signs it and then sees nothing more', async () => {
  const { id, police, science, text } = await inForce()
  const third = await agency()
  const without: typeof text = {
    ...text,
    parties: [text.parties[0]!, { ...text.parties[1]!, agencyId: third.agencyId }],
  }
  await toy.give(police, 'agreement', id, 'propose', { text: without, note: 'Đổi bên' })
  for (const actor of [police, science, third]) await toy.give(actor, 'agreement', id, 'agree', { version: 2 })
  for (const actor of [police, third]) await toy.give(actor, 'agreement', id, 'sign', { version: 2, position: 'Giám đốc' })
  assert.equal((await stateOf(id, police))?.current, 1)
  await toy.give(science, 'agreement', id, 'sign', { version: 2, position: 'Giám đốc' })
  assert.equal((await stateOf(id, third))?.current, 2)
  assert.equal(await stateOf(id, science), undefined)
})

test('the system officer is no party: it can neither sign nor agree for one', async () => {
  const { id } = await inForce()
  await assert.rejects(toy.give(SYSTEM, 'agreement', id, 'propose', { text: agreementText([]), note: '' }), { code: 'party-only' })
})

test('search finds an agreement for its parties, once it was put to them, and for nobody else', async () => {
  const [police, science, stranger] = [await agency(), await agency(), await agency()]
  const id = randomUUID()
  const found = async (actor: Actor) => {
    const hits = await readAs(toy.pools.read, actor, (db) => searchCases(db, names, 'ra soat bien cap ngam', undefined))
    return hits.cases.map((hit) => hit.caseId)
  }
  const text = withClauses(agreementText([police.agencyId, science.agencyId]), () => [clause(1, 'Rà soát biển cáp ngầm')])
  await toy.give(police, 'agreement', id, 'create', { text })
  assert.deepEqual([await found(police), await found(science)], [[id], []])
  await toy.give(police, 'agreement', id, 'send', {})
  assert.deepEqual([await found(science), await found(stranger)], [[id], []])
})
