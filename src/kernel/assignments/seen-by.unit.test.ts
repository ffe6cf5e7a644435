import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fulfilmentAssigned } from '../../../testing/builders/fulfilment.ts'
import { specification } from '../../../testing/specification.ts'
import type { FulfilmentEvent } from './events.ts'
import { fulfilmentDecider } from './fulfilment.ts'
import { fulfilmentSeenBy } from './seen-by.ts'

const [own, asker] = [randomUUID(), randomUUID()]
const handedOn: FulfilmentEvent = {
  type: 'fulfilment.handedOn',
  data: { officerId: randomUUID(), unitId: null, instruction: 'Xử lý', due: null },
}
const delegated: FulfilmentEvent = {
  type: 'fulfilment.delegated',
  data: { children: [{ id: randomUUID(), agencyId: randomUUID(), title: 'Rà soát', dueAt: null }], instruction: null },
}

describe('the inside of an agency', () => {
  const { state } = specification(fulfilmentDecider).given(fulfilmentAssigned({ agencyId: own, askerId: asker }), handedOn, delegated)

  it('is read by that agency alone', () => {
    assert.deepEqual(fulfilmentSeenBy(state, own), state)
    const seen = fulfilmentSeenBy(state, asker)
    assert.equal(seen.handedOn, null)
    assert.deepEqual(seen.children, [])
    assert.equal(seen.assignment, state.assignment)
  })
})
