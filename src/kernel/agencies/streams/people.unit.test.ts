import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Asked, officerOf } from '../../../../testing/asking.ts'
import { agencyFact } from '../../../../testing/builders/agency.ts'
import { fakeLook } from '../../../../testing/fake-look.ts'
import { refused } from '../../../../testing/refused.ts'
import { isPersonal } from '../../streams/personal.ts'
import { contactPointDecider } from './contact-point.ts'
import { officerDecider } from './officer.ts'

const agency = agencyFact()
const keeper = officerOf(agency.id, 'directory')
const by = { actor: keeper, look: fakeLook({ agencies: [agency] }) }
const CANARY = 'Canary Nguyễn'

/** The text with every personal value taken out: what would stand unsealed. */
const plain = (x: unknown): string => JSON.stringify(x, (_key, value: unknown) => (isPersonal(value) ? 'sealed' : value))

describe('an officer', () => {
  const made = async () => {
    const stream = new Asked(officerDecider)
    await stream.give('create', { account: 'PA05.TrucBan', name: CANARY }, by)
    return stream
  }

  test('has a name that stands nowhere unsealed, under a key of their own', async () => {
    const stream = await made()
    assert.deepEqual(stream.state.name, { personal: true, subject: stream.id, value: CANARY })
    assert.equal(stream.state.account, 'pa05.tructban'.replace('tructban', 'trucban'))
    const rows = officerDecider.project(officerDecider.initial(), stream.state, stream.events[0]!)
    for (const thing of [stream.events, stream.state, rows]) assert.ok(!plain(thing).includes('Canary'), plain(thing))
  })

  test('belongs to the agency of who enters them, or to one named', async () => {
    assert.equal((await made()).state.homeAgencyId, agency.id)
    const elsewhere = agencyFact({ areaCode: '48' })
    const give = new Asked(officerDecider).give('create', { account: 'a.b.c', name: 'X', agencyId: elsewhere.id }, by)
    await assert.rejects(give, refused('not-your-directory'))
  })

  test('is kept by the agency in which they serve now', async () => {
    const stream = await made()
    const serving = agencyFact({ areaCode: '48' })
    const look = fakeLook({ agencies: [agency, serving], officers: [{ id: stream.id, agencyId: serving.id, unitId: serving.id }] })
    await assert.rejects(stream.give('rename', { name: 'Y' }, { actor: keeper, look }), refused('not-your-directory'))
    await stream.give('rename', { name: 'Y' }, { actor: officerOf(serving.id, 'directory'), look })
    assert.equal(stream.state.name?.value, 'Y')
  })

  test('who serves in two agencies is kept by who keeps both, so that nobody sets a password for another agency’s post', async () => {
    const stream = await made()
    const serving = agencyFact({ areaCode: '48' })
    const look = fakeLook({
      agencies: [agency, serving],
      officers: [agency, serving].map(({ id }) => ({ id: stream.id, agencyId: id, unitId: id })),
    })
    for (const { id } of [agency, serving])
      await assert.rejects(stream.give('rename', { name: 'Y' }, { actor: officerOf(id, 'directory'), look }), refused('not-your-directory'))
  })

  test('is deactivated once and then stays so', async () => {
    const stream = await made()
    await stream.give('deactivate', {}, by)
    assert.equal(stream.state.active, false)
    await assert.rejects(stream.give('deactivate', {}, by), refused('officer-inactive'))
    await assert.rejects(new Asked(officerDecider).give('create', { account: 'có dấu', name: 'X' }, by), refused('bad-input'))
  })

  test('whose name was erased is still known', async () => {
    const stream = await made()
    stream.apply([{ type: 'officer.renamed', data: { name: { personal: true, subject: stream.id, value: null } } }])
    assert.equal(stream.state.name?.value, null)
    const erased = officerDecider.evolve(stream.state, { ...stream.events[0]!, data: { erased: true } } as never)
    assert.deepEqual([erased.known, erased.name], [true, null])
  })
})

describe('a contact point', () => {
  const entry = { agencyId: agency.id, title: 'Trực ban 24/7', phone: '0269 3 824 000', email: 'canary@example.vn', hours: '24/7' }
  const made = async () => {
    const stream = new Asked(contactPointDecider)
    await stream.give('create', entry, by)
    return stream
  }

  test('has its telephone and mail address sealed', async () => {
    const stream = await made()
    assert.equal(stream.state.phone?.value, '0269 3 824 000')
    const rows = contactPointDecider.project(contactPointDecider.initial(), stream.state, stream.events[0]!)
    for (const thing of [stream.events, stream.state, rows]) {
      assert.ok(!plain(thing).includes('3 824') && !plain(thing).includes('canary'), plain(thing))
    }
  })

  test('changes as a whole and ends', async () => {
    const stream = await made()
    await stream.give('change', { title: 'Trực ban', phone: '113', hours: 'giờ hành chính' }, by)
    assert.deepEqual([stream.state.phone?.value, stream.state.email, stream.state.hours], ['113', null, 'giờ hành chính'])
    await stream.give('end', { on: '2026-11-18' }, by)
    await assert.rejects(
      stream.give('change', { title: 'X', phone: '113' }, { ...by, now: '2026-11-19T03:00:00Z' }),
      refused('contact-over'),
    )
  })

  test('needs a way to be reached, in a form that can be used', async () => {
    const give = (change: object) => new Asked(contactPointDecider).give('create', { ...entry, ...change }, by)
    await assert.rejects(give({ phone: null, email: null }), refused('contact-empty'))
    await assert.rejects(give({ phone: 'gọi sau' }), refused('bad-input'))
    await assert.rejects(give({ email: 'không phải' }), refused('bad-input'))
  })

  test('is not given to an agency that has ended', async () => {
    const ended = agencyFact({ id: agency.id, validUntil: '2025-02-28' })
    const give = new Asked(contactPointDecider).give('create', entry, { actor: keeper, look: fakeLook({ agencies: [ended] }) })
    await assert.rejects(give, refused('agency-ended-alone'))
  })
})
