import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { agreementScene, type AgreementScene } from '../../../testing/agreement-scene.ts'
import { agreementAssignment, withClauses } from '../../../testing/builders/agreement.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { seesText } from '../../kernel/acknowledgements/reads.ts'
import { readAs } from '../../kernel/access/reader.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import type { FulfilmentState } from '../../kernel/assignments/state.ts'
import { readCase } from '../../kernel/cases/reads/case-view.ts'
import { readStream } from '../../kernel/cases/reads/stream-view.ts'
import { localDate } from '../../kernel/clocks/zone.ts'
import { keepFile, openFile } from '../../kernel/documents/files.ts'
import { readEvidence, readEvidenceTable } from './evidence.ts'

let scene: AgreementScene
before(async () => {
  scene = await agreementScene()
})
after(() => scene.stop())

const caseOf = (actor: Actor, id: string) => readAs(scene.pools.read, actor, (db) => readCase(db, scene.kernel, actor, scene.names, id))
const fulfilmentOf = (actor: Actor, id: string) =>
  readAs(scene.pools.read, actor, async (db) => (await readStream(db, scene.kernel, id))?.state as FulfilmentState | undefined)

test('a subordinate that only has work sees the header, its own part and the clause it comes from, nothing else', async () => {
  const { id, police, science, text, first, second } = await scene.inForce()
  const [below, helper] = [await scene.agency({ parentId: police.agencyId }), await scene.agency({ parentId: police.agencyId })]
  // What the parties said of the text before, an amendment that is negotiated, evidence of others.
  const amended = withClauses(text, ([one, two]) => [{ ...one!, text: `${one!.text}, hằng tuần` }, two!])
  await scene.give(science, 'agreement', id, 'propose', { text: amended, note: 'Rõ hơn' })
  await scene.give(police, 'agreement', id, 'comment', { version: 2, clauseId: first, text: 'Chỉ các bên đọc' })
  await scene.give(police, 'agreement', id, 'addEvidence', { clauseId: first, title: 'Việc của Công an tỉnh' })
  const theirs = agreementAssignment(science.agencyId, { content: 'Việc của Sở', deadline: null })
  await scene.give(police, 'agreement', id, 'assign', { clauseId: first, assignment: theirs })
  const order = agreementAssignment(below.agencyId, { coordinatingIds: [helper.agencyId], deadline: null })
  await scene.give(police, 'agreement', id, 'assign', { clauseId: second, assignment: order })
  const part = fulfilmentId(id, order.id, below.agencyId)

  for (const actor of [below, helper]) {
    const view = await caseOf(actor, id)
    assert.equal(view.title, text.title)
    assert.deepEqual([view.state, view.parties, view.actions], [null, [], []])
    assert.deepEqual((await scene.stateOf(id, actor))?.versions ?? [], [], 'nothing of the text is opened')
    const own = await fulfilmentOf(actor, part)
    assert.equal(own?.assignment?.instruction, `Khoản 2 Điều 1: ${text.articles[0]!.clauses[1]!.text}`)
    assert.equal(await fulfilmentOf(actor, fulfilmentId(id, theirs.id, science.agencyId)), undefined)
    await readAs(scene.pools.read, actor, async (db) => {
      const count = async (sql: string) => (await db.query(sql, [id])).rows[0].n
      assert.equal(await count('select count(*)::int as n from event where stream_id = $1'), 0, 'the log of the agreement')
      assert.equal(await count('select count(*)::int as n from link where from_case = $1'), 0)
      assert.equal(await count('select count(*)::int as n from evidence where case_id = $1'), 0)
      assert.equal(await count('select count(*)::int as n from clause_text where id = $1'), 0)
      assert.equal(await count('select count(*)::int as n from party where case_id = $1'), 0)
    })
    const reads = [
      () => readAs(scene.pools.read, actor, (db) => readEvidence(db, scene.kernel, scene.names, { caseId: id, today: '2026-11-21' })),
      () => readAs(scene.pools.read, actor, (db) => readEvidenceTable(db, scene.kernel, id, '2026-11-21')),
    ]
    for (const read of reads) await assert.rejects(read, { code: 'not-found' })
    assert.equal(await readAs(scene.pools.read, actor, (db) => seesText(db, id)), false, 'nothing to read and confirm')
    await assert.rejects(scene.give(actor, 'agreement', id, 'addEvidence', { clauseId: second, title: 'Việc' }), {
      code: /not-found|party-only/,
    })
  }
  assert.equal(await readAs(scene.pools.read, science, (db) => seesText(db, id)), true)
  // Its work goes on as any other, and the parties see what came of it.
  await scene.give(below, 'fulfilment', part, 'accept', {})
  await scene.give(below, 'fulfilment', part, 'submit', { text: 'Đã kiểm tra', fileIds: [] })
  const seen = await readAs(scene.pools.read, science, (db) =>
    readEvidence(db, scene.kernel, scene.names, { caseId: id, today: localDate(new Date().toISOString()) }),
  )
  assert.equal(seen.clauses[1]?.items[0]?.title, 'Đã kiểm tra')
})

test('the signed scan and the signed pages are for the parties alone', async () => {
  const { id, police, science } = await scene.inForce()
  const [below, stranger] = [await scene.agency({ parentId: police.agencyId }), await scene.agency()]
  const order = agreementAssignment(below.agencyId, { deadline: null })
  const clauseId = (await scene.stateOf(id, police))!.versions[0]!.text.articles[0]!.clauses[0]!.id
  await scene.give(police, 'agreement', id, 'assign', { clauseId, assignment: order })
  const store = { write: scene.pools.write, read: scene.pools.read, keyring: scene.kernel.keyring, inspect: async () => {} }
  const kept = await keepFile(store, police, { name: 'quy-che-da-ky.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.4 ký') })
  await assert.rejects(openFile(store, science, kept.id), { code: 'not-found' }, 'before it is attached it is its officer’s own')
  await scene.give(police, 'agreement', id, 'attachScan', { fileId: kept.id, number: '12/QCPH' })
  for (const party of [police, science]) {
    const { ref, bytes } = await openFile(store, party, kept.id)
    assert.deepEqual([ref.name, bytes.toString()], ['quy-che-da-ky.pdf', '%PDF-1.4 ký'])
  }
  for (const other of [below, stranger]) await assert.rejects(openFile(store, other, kept.id), { code: 'not-found' })
})
