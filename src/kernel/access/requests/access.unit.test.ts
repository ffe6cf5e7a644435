import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { officerOf, system } from '../../../../testing/asking.ts'
import { specification } from '../../../../testing/specification.ts'
import { accessDecider } from './access.ts'
import type { AccessEvent } from './access-contract.ts'
import { requestsId } from './ids.ts'

const [asker, owner, stranger] = [randomUUID(), randomUUID(), randomUUID()]
const leader = officerOf(owner, 'issue')
const request = () => ({
  requestId: randomUUID(),
  agencyId: asker,
  officerId: randomUUID(),
  number: '1009/UBND-KGVX',
  reason: 'Phục vụ kiểm tra liên ngành',
  at: '2026-11-20T01:00:00.000Z',
})
const asked = (): AccessEvent => ({ type: 'access.asked', data: { ...request(), ownerAgencyId: owner } })
const granted = (until: string | null, endsAt: string | null): AccessEvent => ({
  type: 'access.granted',
  data: { agencyId: asker, until, endsAt, note: '' },
})
const { given } = specification(accessDecider)

test('only the worker brings an ask, and a second request of the same agency joins the open one once', () => {
  const first = request()
  given()
    .when('ask', { ...first, ownerAgencyId: owner }, { by: system })
    .gives({ type: 'access.asked' })
  given()
    .when('ask', { ...first, ownerAgencyId: owner }, { by: leader })
    .refuses('by-the-case')
  const open = given({ type: 'access.asked', data: { ...first, ownerAgencyId: owner } })
  open.when('ask', { ...request(), ownerAgencyId: owner }, { by: system }).gives({ type: 'access.repeated' })
  open.when('ask', { ...first, ownerAgencyId: owner }, { by: system }).gives()
  given(asked(), granted(null, null))
    .when('ask', { ...request(), ownerAgencyId: owner }, { by: system })
    .refuses('access-answered')
})

test('the agency that runs the case answers, by an officer who may bind it, and once', () => {
  const payloads: Record<string, object> = {
    grant: { until: '2026-12-31', note: 'Chỉ để tham khảo' },
    refuse: { reason: 'Hồ sơ chưa kết thúc' },
    leave: {},
  }
  for (const [name, payload] of Object.entries(payloads)) {
    given(asked()).when(name, payload, { by: leader }).decide()
    given(asked())
      .when(name, payload, { by: officerOf(owner, 'answer', 'draft', 'directory') })
      .refuses('no-right')
    given(asked())
      .when(name, payload, { by: officerOf(asker, 'issue') })
      .refuses('owner-only')
    given(asked())
      .when(name, payload, { by: officerOf(stranger, 'issue') })
      .refuses('owner-only')
    given(asked(), { type: 'access.left', data: { agencyId: asker, reason: '' } })
      .when(name, payload, { by: leader })
      .refuses('access-answered')
  }
})

test('a grant runs to the end of its day, which may not lie behind', () => {
  given(asked())
    .when('grant', { until: '2026-11-20' }, { by: leader, now: '2026-11-20T10:00:00Z' })
    .gives({ type: 'access.granted', data: { until: '2026-11-20', endsAt: '2026-11-20T17:00:00.000Z' } })
  given(asked()).when('grant', { until: '2026-11-19' }, { by: leader, now: '2026-11-20T10:00:00Z' }).refuses('day-past')
  given(asked())
    .when('grant', {}, { by: leader })
    .gives({ type: 'access.granted', data: { until: null, endsAt: null } })
})

test('a grant is withdrawn with a reason, and ended by the worker alone once its time is over', () => {
  const running = given(asked(), granted('2026-12-31', '2026-12-31T17:00:00.000Z'))
  running.when('withdraw', { reason: 'Hết mục đích kiểm tra' }, { by: leader }).gives({ type: 'access.withdrawn' })
  running.when('withdraw', { reason: 'Hết mục đích kiểm tra' }, { by: officerOf(asker, 'issue') }).refuses('owner-only')
  running.when('end', {}, { by: system }).refuses('access-not-granted')
  running.when('end', {}, { by: leader, now: '2027-01-01T00:00:00Z' }).refuses('by-the-case')
  running.when('end', {}, { by: system, now: '2026-12-31T17:00:00Z' }).gives({ type: 'access.ended' })
  running.when('withdraw', { reason: 'Hết mục đích kiểm tra' }, { by: leader, now: '2027-01-01T00:00:00Z' }).refuses('access-not-granted')
  given(asked(), granted(null, null)).when('end', {}, { by: system, now: '2099-01-01T00:00:00Z' }).refuses('access-not-granted')
})

test('until it is told, no row names the agency that asked; what is told but no grant names the case to nobody', () => {
  const changesOf = (...events: AccessEvent[]) => {
    const { events: logged } = given(...events)
    let state = accessDecider.initial()
    return logged.map((event) => {
      const after = accessDecider.evolve(state, event)
      const changes = accessDecider.project(state, after, event)
      state = after
      return { event, changes }
    })
  }
  const naming = (changes: unknown[]) => JSON.stringify(changes).includes(asker)
  for (const silent of [
    changesOf(asked()),
    changesOf(asked(), { type: 'access.left', data: { agencyId: asker, reason: 'Không rõ mục đích' } }),
  ]) {
    // The row of case_access and the owner's notice name it, under policies of their own.
    const others = silent.flatMap(({ changes }) => changes).filter((change) => !(change.table === 'row' || change.table === 'notify'))
    assert.ok(others.length > 0 && !naming(others))
    for (const change of silent.flatMap(({ changes }) => changes)) if (change.table === 'notify') assert.equal(change.agencyId, owner)
  }
  const told: AccessEvent[][] = [
    [asked(), { type: 'access.refused', data: { agencyId: asker, reason: 'Hồ sơ chưa kết thúc' } }],
    [asked(), granted(null, null), { type: 'access.withdrawn', data: { agencyId: asker, reason: 'Hết mục đích' } }],
    [asked(), granted('2026-11-20', '2026-11-20T17:00:00.000Z'), { type: 'access.ended', data: { agencyId: asker } }],
  ]
  for (const events of told) {
    const last = changesOf(...events).at(-1)!
    const notice = last.changes.find((change) => change.table === 'notify' && change.agencyId === asker)
    assert.equal(notice?.table === 'notify' && notice.caseId, requestsId(asker))
    for (const change of last.changes) if (change.table === 'visible') assert.equal(change.streamId, last.event.streamId)
  }
})

test('an erased body leaves an ask that nobody answers', () => {
  const erased = { type: 'access.granted', data: { erased: true } } as unknown as AccessEvent
  given(asked(), erased).when('withdraw', { reason: 'Hết mục đích' }, { by: leader }).refuses('erased')
})
