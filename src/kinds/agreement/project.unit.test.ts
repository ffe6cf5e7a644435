import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { agencyFact } from '../../../testing/builders/agency.ts'
import { agreementText, clause, withClauses } from '../../../testing/builders/agreement.ts'
import { CaseInMemory } from '../../../testing/case-in-memory.ts'
import { agreementDecider } from './rules.ts'

const AT = new Date('2026-03-02T03:00:00Z')

test('only an act that changes the text in force tells search of it', async () => {
  const agencies = [agencyFact(), agencyFact()]
  const [lead, other] = agencies.map((agency) => actor({ agencyId: agency.id }))
  const id = randomUUID()
  const kept = new CaseInMemory(id, [agreementDecider], agencies)
  const text = agreementText(agencies.map((agency) => agency.id))
  /** How often one command told search. */
  const give = async (by: typeof lead, name: string, payload: object) => {
    await kept.give('agreement', id, name, payload, { by: by!, at: AT })
    return kept.streams.get(id)!.changes.filter((change) => change.table === 'search').length
  }
  assert.equal(await give(lead, 'create', { text }), 1)
  assert.equal(await give(lead, 'send', {}), 0)
  assert.equal(await give(other, 'comment', { version: 1, clauseId: null, text: 'Đề nghị nêu rõ đầu mối' }), 0)
  assert.equal(await give(lead, 'revise', { text: withClauses(text, (clauses) => [...clauses, clause(3, 'Sơ kết mỗi năm')]) }), 1)
  assert.equal(await give(lead, 'agree', { version: 2 }), 0)
})
