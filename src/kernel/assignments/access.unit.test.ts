import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { fulfilmentAssigned } from '../../../testing/builders/fulfilment.ts'
import { specification } from '../../../testing/specification.ts'
import { fulfilmentPayloads, type FulfilmentCommandName } from './commands.ts'
import { fulfilmentDecider } from './fulfilment.ts'

const ACCOUNTABLE = ['accept', 'decline', 'report', 'submit', 'withdraw', 'reportNothing', 'askExtension', 'handOn', 'delegate']
const ASKER = ['confirm', 'return', 'grantExtension', 'refuseExtension', 'uphold', 'suspend', 'resume', 'cancel', 'chase', 'changeDeadline']
const CASE = ['finish', 'limit', 'resumeBelow']
const NAMES = Object.keys(fulfilmentPayloads) as FulfilmentCommandName[]

const [answering, asking, coordinating, stranger] = [actor(), actor(), actor(), actor()]
const fulfilment = specification(fulfilmentDecider).given(
  fulfilmentAssigned({ agencyId: answering.agencyId, askerId: asking.agencyId, coordinatingIds: [coordinating.agencyId] }),
)

/** Refusals of side and right come before those of the state, so any state shows them. */
const code = (name: string, by: ReturnType<typeof actor>): string | null => {
  const verdict = fulfilment.available({ by })[name]
  return verdict === true ? null : (verdict?.code ?? 'missing')
}

describe('who may act on a fulfilment', () => {
  it('names a side for every command', () => assert.deepEqual([...ACCOUNTABLE, ...ASKER, ...CASE].sort(), [...NAMES].sort()))

  for (const name of NAMES) {
    const side = ACCOUNTABLE.includes(name) ? 'accountable' : ASKER.includes(name) ? 'asker' : 'case'
    it(`${name} is refused to those who only look`, () => {
      const expected = side === 'case' ? 'by-the-case' : 'not-yours'
      assert.equal(code(name, stranger), expected)
      assert.equal(code(name, coordinating), expected)
    })
    if (side === 'case') continue
    const [own, other, right] = side === 'asker' ? [asking, answering, 'issue'] : [answering, asking, 'answer']
    it(`${name} is refused to the other side`, () => assert.equal(code(name, other!), `${side}-only`))
    it(`${name} is refused to an officer without the right '${right}'`, () => {
      const rights = (['draft', 'issue', 'answer', 'directory'] as const).filter((one) => one !== right)
      assert.equal(code(name, actor({ ...(own as object), rights })), 'no-right')
      assert.ok(!['not-yours', 'no-right', `${side}-only`].includes(code(name, own as typeof stranger) ?? ''))
    })
  }

  it('lets nobody do anything before it is assigned', () => {
    const none = specification(fulfilmentDecider).given().available({ by: answering })
    for (const name of NAMES) assert.equal((none[name] as { code: string }).code, 'not-begun')
  })
})
