import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseView } from '../../http/views.ts'
import { caseJson, sizeOf, stateJson } from './state-json.ts'

const view = (state: unknown) => ({ id: 'a', title: '"state":null}', partyCount: 1, state, actions: [] }) as unknown as CaseView

test('a case is sent as plain JSON would tell it, whatever its state', () => {
  for (const state of [{ a: 1, text: 'Điều 5' }, {}, [], null]) {
    // The second time it is taken as it was written.
    for (let turn = 0; turn < 2; turn++) assert.deepEqual(JSON.parse(caseJson(view(state))), view(state))
  }
  assert.equal((JSON.parse(caseJson(view(undefined))) as CaseView).state, null)
})

test('each state is written as it is, and counted as what stands in memory', () => {
  const [one, other] = [{ n: 1 }, { n: 22 }]
  assert.deepEqual([stateJson(one), stateJson(other), stateJson({ ...one, n: 3 })], ['{"n":1}', '{"n":22}', '{"n":3}'])
  assert.equal(sizeOf(one), 28)
})
