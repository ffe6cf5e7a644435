import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { agreementScene, type AgreementScene } from '../../../testing/agreement-scene.ts'
import { agreementAssignment, agreementText, clause, withClauses } from '../../../testing/builders/agreement.ts'
import { readAs } from '../../kernel/access/reader.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import { compareTexts } from './compare.ts'
import { readEvidence, readEvidenceTable } from './evidence.ts'
import { versionOf } from './standing.ts'

let scene: AgreementScene
before(async () => {
  scene = await agreementScene()
})
after(() => scene.stop())

test('three versions, with comments of both parties on clauses in each round; every version is compared with every other', async () => {
  const { give, stateOf, asks } = scene
  const [police, science] = [await scene.agency(), await scene.agency()]
  const id = randomUUID()
  const first = agreementText([police.agencyId, science.agencyId], {
    briefing: { months: [6, 12], hosts: [police.agencyId], firstHost: police.agencyId, extraordinary: false },
  })
  const [exchange, check] = first.articles[0]!.clauses as [ReturnType<typeof clause>, ReturnType<typeof clause>]
  const comment = (who: typeof police, version: number, clauseId: string | null, text: string) =>
    give(who, 'agreement', id, 'comment', { version, clauseId, text })
  const open = async () => (await stateOf(id, police))!.comments.filter((one) => one.resolved === null)
  const answerAll = async () => {
    for (const one of await open()) await give(police, 'agreement', id, 'resolve', { commentId: one.id, answer: 'Đã tiếp thu' })
  }

  await give(police, 'agreement', id, 'create', { text: first })
  await give(police, 'agreement', id, 'send', { note: 'Lần một' })
  await comment(science, 1, exchange.id, 'Ghi rõ thời hạn trả lời')
  await comment(police, 1, check.id, 'Tự xem lại số lần kiểm tra')
  await comment(science, 1, null, 'Nêu rõ luân phiên giao ban')
  assert.deepEqual(await asks(science), ['agree'])
  assert.deepEqual(await asks(police), ['agree', 'resolve'])

  const second = {
    ...withClauses(first, ([one, two]) => [{ ...one!, text: `${one!.text}, trả lời trong 5 ngày` }, two!]),
    briefing: { ...first.briefing!, hosts: [police.agencyId, science.agencyId] },
  }
  await answerAll()
  await give(police, 'agreement', id, 'revise', { text: second, note: 'Lần hai' })
  await assert.rejects(comment(science, 1, exchange.id, 'Muộn'), { code: 'version-passed' })
  await comment(science, 2, exchange.id, 'Năm ngày là dài, đề nghị ba')
  await comment(police, 2, check.id, 'Gộp vào kế hoạch năm')
  await assert.rejects(give(science, 'agreement', id, 'agree', { version: 2 }), { code: 'own-comments-open' })
  await give(science, 'agreement', id, 'resolve', {
    commentId: (await open()).find((one) => one.agencyId === science.agencyId)!.id,
    answer: '',
  })
  await give(science, 'agreement', id, 'agree', { version: 2 })

  const third = withClauses(second, ([one]) => [
    { ...one!, text: `${exchange.text}, trả lời trong 3 ngày làm việc` },
    clause(2, 'Tập huấn chung mỗi năm'),
  ])
  await answerAll()
  await give(police, 'agreement', id, 'revise', { text: third, note: 'Lần ba' })
  await comment(science, 3, third.articles[0]!.clauses[1]!.id, 'Đồng ý nội dung, xin ghi tháng')
  const state = (await stateOf(id, science))!
  assert.deepEqual(
    state.versions.map((one) => [one.n, one.stage, one.note, one.agreed.length]),
    [
      [1, 'superseded', 'Lần một', 0],
      [2, 'superseded', 'Lần hai', 1],
      [3, 'negotiating', 'Lần ba', 0],
    ],
  )
  assert.deepEqual(
    state.comments.map((one) => [one.version, one.agencyId === police.agencyId ? 'police' : 'science', one.resolved !== null]),
    [
      [1, 'science', true],
      [1, 'police', true],
      [1, 'science', true],
      [2, 'science', true],
      [2, 'police', true],
      [3, 'science', false],
    ],
    'what was said of every version stays, with its answer',
  )

  const compare = (from: number, to: number) => compareTexts(versionOf(state, from)!, versionOf(state, to)!, (agencyId) => agencyId)
  assert.deepEqual(compare(1, 2).counts, { same: 1, changed: 1, added: 0, removed: 0 })
  assert.deepEqual(compare(2, 3).counts, { same: 0, changed: 1, added: 1, removed: 1 })
  assert.deepEqual(compare(1, 3).counts, { same: 0, changed: 1, added: 1, removed: 1 })
  const words = (from: number, kind: 'added' | 'removed') =>
    compare(from, 3)
      .clauses.find((one) => one.clauseId === exchange.id)!
      .pieces.filter((piece) => piece.kind === kind)
      .map((piece) => piece.text.trim())
      .join(' ')
  assert.match(words(1, 'added'), /trả lời trong 3 ngày làm việc/)
  assert.deepEqual([words(2, 'removed'), words(2, 'added')], ['5 ngày', '3 ngày làm việc'])
  assert.deepEqual(
    [compare(1, 3), compare(2, 3)].map((one) => one.fields.map((field) => field.field)),
    [['briefing'], []],
  )
  assert.deepEqual(
    compare(1, 3)
      .clauses.map((one) => one.change)
      .sort(),
    compare(3, 1)
      .clauses.map((one) => ({ added: 'removed', removed: 'added', changed: 'changed', same: 'same' })[one.change])
      .sort(),
    'backwards it is the other way round',
  )

  await give(police, 'agreement', id, 'resolve', { commentId: (await open())[0]!.id, answer: 'Ghi trong kế hoạch' })
  for (const party of [science, police]) await give(party, 'agreement', id, 'agree', { version: 3 })
  for (const party of [science, police]) await give(party, 'agreement', id, 'sign', { version: 3, position: 'Giám đốc' })
  assert.equal((await stateOf(id, police))?.current, 3)
})

test('work of a clause runs through an amendment; what was done before and after it counts for the clause it was done for', async () => {
  const { id, police, science, text, first, second } = await scene.inForce('2025-07-01')
  const { give } = scene
  const at = (day: string) => ({ effectiveAt: new Date(`${day}T10:00:00+07:00`) })
  const [kept, dropped] = [
    agreementAssignment(science.agencyId, { deadline: null }),
    agreementAssignment(science.agencyId, { deadline: null }),
  ]
  for (const [clauseId, assignment] of [
    [first, kept],
    [second, dropped],
  ] as const)
    await give(police, 'agreement', id, 'assign', { clauseId, assignment }, at('2025-09-01'))
  await give(police, 'agreement', id, 'addEvidence', { clauseId: first, title: 'Trước sửa đổi', on: '2025-10-01' })
  await give(police, 'agreement', id, 'addEvidence', { clauseId: second, title: 'Của khoản sẽ bỏ', on: '2025-10-02' })

  const third = clause(2, 'Tập huấn chung mỗi năm')
  const amended = withClauses(text, ([one]) => [{ ...one!, text: `${one!.text}, hằng tuần` }, third])
  await give(police, 'agreement', id, 'propose', { text: amended, note: 'Sửa khoản 1, thay khoản 2' }, at('2026-01-10'))
  for (const party of [police, science]) await give(party, 'agreement', id, 'agree', { version: 2 }, at('2026-01-20'))
  for (const party of [police, science])
    await give(party, 'agreement', id, 'sign', { version: 2, position: 'Giám đốc', on: '2026-02-02' }, at('2026-02-02'))

  for (const one of [kept, dropped]) {
    const part = fulfilmentId(id, one.id, science.agencyId)
    await give(science, 'fulfilment', part, 'accept', {}, at('2026-02-03'))
    await give(science, 'fulfilment', part, 'submit', { text: 'Xong sau sửa đổi', fileIds: [] }, at('2026-03-01'))
    await give(police, 'fulfilment', part, 'confirm', {}, at('2026-07-01'))
  }
  await give(science, 'agreement', id, 'addEvidence', { clauseId: first, title: 'Sau sửa đổi', on: '2026-03-02' })
  await give(science, 'agreement', id, 'addEvidence', { clauseId: third.id, title: 'Tập huấn', on: '2026-03-03' })
  await assert.rejects(
    give(police, 'agreement', id, 'assign', { clauseId: second, assignment: agreementAssignment(science.agencyId, { deadline: null }) }),
    { code: 'clause-unknown' },
    'a clause that is past gives rise to no new work',
  )

  const state = (await scene.stateOf(id, science))!
  assert.deepEqual(
    state.assignments.map((one) => [one.clauseId, one.version, one.cancelled]),
    [
      [first, 1, null],
      [second, 1, null],
    ],
    'work keeps its clause and the version it was given under',
  )
  assert.equal(state.versions[0]?.text.articles[0]?.clauses[1]?.text, text.articles[0]!.clauses[1]!.text, 'the old text is readable')
  const table = await readAs(scene.pools.read, police, (db) => readEvidenceTable(db, scene.kernel, id, '2026-07-10'))
  assert.deepEqual(
    table.rows.map((row) => [row.clauseId, row.past, row.counts]),
    [
      [first, false, [1, 2, 0]],
      [third.id, false, [0, 1, 0]],
      [second, true, [1, 1, 0]],
    ],
    'confirmed in July, but done in March',
  )
  const half = { from: '2025-12-15', until: '2026-06-14', caseId: id, today: '2026-07-10' }
  const view = await readAs(scene.pools.read, science, (db) => readEvidence(db, scene.kernel, scene.names, half))
  assert.deepEqual(view.totals, { clauses: 2, withEvidence: 2, items: 4, itemsBefore: 2 })
  assert.deepEqual(
    view.clauses.map((one) => one.before.count),
    [1, 0, 1],
  )

  // It ends when both say so; what was done stays, also of the amendment that was never answered.
  await give(police, 'agreement', id, 'proposeEnd', { reason: 'Thay bằng quy chế mới', on: '2026-11-01' })
  assert.equal((await scene.stateOf(id, science))?.status, 'in-force', 'one party alone ends nothing')
  await give(science, 'agreement', id, 'refuseEnd', { reason: 'Chưa xong tập huấn' })
  assert.equal((await scene.stateOf(id, science))?.ending, null)
  await assert.rejects(give(science, 'agreement', id, 'agreeEnd', {}), { code: /no-ending|end|not/ })
  await give(science, 'agreement', id, 'proposeEnd', { reason: 'Đã xong', on: '2026-11-01' })
  await give(police, 'agreement', id, 'agreeEnd', {})
  const ended = await scene.stateOf(id, police)
  assert.deepEqual([ended?.status, ended?.ended?.on], ['ended', '2026-11-01'])
  const after = await readAs(scene.pools.read, police, (db) => readEvidenceTable(db, scene.kernel, id, '2027-07-10'))
  assert.equal(after.periods.at(-1)?.key, '2026-H2', 'no period after the end')
  assert.deepEqual(
    after.rows.map((row) => row.counts.reduce((sum, n) => sum + n)),
    [3, 1, 2],
  )
})
