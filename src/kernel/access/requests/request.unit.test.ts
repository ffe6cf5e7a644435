import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { Asked, officerOf } from '../../../../testing/asking.ts'
import { fakeLook } from '../../../../testing/fake-look.ts'
import { refused } from '../../../../testing/refused.ts'
import type { Actor } from '../actor.ts'
import { requestsId } from './ids.ts'
import { REQUESTS_A_DAY } from './limits.ts'
import { accessRequestDecider } from './request.ts'

const look = fakeLook({})
const BEGIN = Date.parse('2026-11-20T01:00:00Z')
const HOUR = 3600_000
const payload = { number: '1009/UBND-KGVX', reason: 'Phục vụ kiểm tra liên ngành' }

const agency = () => {
  const agencyId = randomUUID()
  const stream = new Asked(accessRequestDecider, requestsId(agencyId))
  const send = async (actor: Actor, after: number, given: object = payload) => {
    const { events } = await stream.give('send', given, { actor, look, now: new Date(BEGIN + after).toISOString() })
    return events
  }
  return { agencyId, stream, send }
}

test('an officer sends so many a day, and again once the oldest is a day old', async () => {
  const { agencyId, stream, send } = agency()
  const officer = officerOf(agencyId)
  for (let n = 0; n < REQUESTS_A_DAY.officer; n++) await send(officer, n * HOUR)
  await assert.rejects(send(officer, 10 * HOUR), refused('access-limit-officer'))
  await send(officerOf(agencyId), 10 * HOUR)
  await assert.rejects(send(officer, 24 * HOUR - 1), refused('access-limit-officer'))
  await send(officer, 24 * HOUR)
  assert.equal(stream.version, REQUESTS_A_DAY.officer + 2)
})

test('an agency sends so many a day, whoever types', async () => {
  const { agencyId, send } = agency()
  for (let n = 0; n < REQUESTS_A_DAY.agency; n++) await send(officerOf(agencyId), n)
  await assert.rejects(send(officerOf(agencyId), HOUR), refused('access-limit-agency'))
  await send(officerOf(agencyId), 25 * HOUR)
})

test('each request has an id of its own', async () => {
  const { agencyId, send } = agency()
  const officer = officerOf(agencyId)
  const ids = [...(await send(officer, 0)), ...(await send(officer, 0))].map(({ data }) => (data as { requestId: string }).requestId)
  assert.equal(new Set(ids).size, 2)
})

test('nobody sends in the name of another agency', async () => {
  const { send } = agency()
  await assert.rejects(send(officerOf(randomUUID(), 'issue', 'directory'), 0), refused('own-agency-only'))
})

test('what has no digit is no number, and a reason says something', async () => {
  const { agencyId, send } = agency()
  const officer = officerOf(agencyId)
  for (const wrong of [{ number: 'UBND-KGVX' }, { number: '' }, { number: '1'.repeat(61) }, { reason: '   .  ' }, { reason: '' }])
    await assert.rejects(send(officer, 0, { ...payload, ...wrong }), refused('bad-input'))
})
