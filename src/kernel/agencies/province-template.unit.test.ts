import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayWithoutHolder, overlaps } from '../../../testing/mandate-days.ts'
import { type AgencyRecord, agencyId } from './agency-record.ts'
import { agencyTypeById, agencyTypes } from './agency-types.ts'
import { provinces } from './areas.ts'
import { domainById } from './domains.ts'
import { provinceMandates } from './mandate-template.ts'
import { nationAgencies } from './nation-template.ts'
import { provinceAgencies } from './province-template.ts'
import { asOf } from './succession.ts'
import { covers } from './validity.ts'

const all: AgencyRecord[] = [...nationAgencies(), ...provinces().flatMap((province) => provinceAgencies(province.code))]
const rows = new Map(all.map((record) => [record.key, record]))

describe('the directory of the whole nation', () => {
  it('has one record for each key, of a known type, below a known parent', () => {
    assert.equal(rows.size, all.length)
    for (const record of all) {
      assert.ok(agencyTypeById(record.typeId), record.key)
      assert.ok(record.parentKey === null || rows.has(record.parentKey), record.key)
      assert.ok(record.validUntil === null || record.validFrom <= record.validUntil, record.key)
    }
  })

  it('has a committee and police for each of the 3,321 communes', () => {
    for (const typeId of ['commune-peoples-committee', 'commune-police'])
      assert.equal(all.filter((record) => record.typeId === typeId).length, 3321)
    assert.equal(all.filter((record) => record.typeId === 'provincial-peoples-committee' && record.validUntil === null).length, 34)
  })

  it('lets nothing end without somebody who answers today', () => {
    for (const record of all) {
      for (const successor of record.successorKeys.map((key) => rows.get(key)))
        assert.ok(successor && (successor.validUntil === null || successor.validUntil > record.validUntil!), record.key)
      assert.ok(asOf(rows, record.key, null).length > 0, record.key)
    }
  })

  it('is a tree', () => {
    const parents = new Map(all.map((record) => [record.key, record.parentKey ?? undefined]))
    for (const record of all) {
      let above: string | undefined = record.key
      for (let depth = 0; above !== undefined; depth++) {
        assert.ok(depth < 6, record.key)
        above = parents.get(above)
      }
    }
  })

  it('gives every key its own name-based id, the same each time', () => {
    assert.equal(new Set(all.map((record) => agencyId(record.key))).size, all.length)
    assert.match(agencyId('gia-lai/so-khcn'), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.equal(agencyId('gia-lai/so-khcn'), '5b0c1f75-0be9-5c74-864a-f08ecd3937a7')
  })

  it('has types with ids of their own', () => {
    assert.equal(new Set(agencyTypes.map((type) => type.id)).size, agencyTypes.length)
  })
})

describe('a province', () => {
  it('is named by its kind', () => {
    assert.equal(rows.get('gia-lai/ubnd')?.name, 'Ủy ban nhân dân tỉnh Gia Lai')
    assert.equal(rows.get('da-nang/ubnd')?.name, 'Ủy ban nhân dân thành phố Đà Nẵng')
    assert.equal(rows.get('da-nang/tinh-uy')?.name, 'Thành ủy Đà Nẵng')
    assert.equal(rows.get('gia-lai/23737/ubnd')?.name, 'Ủy ban nhân dân xã Ia Mơ')
    assert.equal(rows.get('ha-noi/quan-su')?.name, 'Bộ Tư lệnh Thủ đô Hà Nội')
  })

  for (const [from, day, to] of [
    ['gia-lai/so-tttt', '2025-02-28', ['gia-lai/so-tttt']],
    ['gia-lai/so-tttt', '2025-03-01', ['gia-lai/so-khcn']],
    ['quang-nam/so-tttt', '2025-04-01', ['quang-nam/so-khcn']],
    ['quang-nam/so-tttt', '2025-07-01', ['da-nang/so-khcn']],
    ['binh-dinh/cong-an', null, ['gia-lai/cong-an']],
    ['gia-lai/qltt', null, ['gia-lai/chi-cuc-qltt']],
    ['yen-bai/bao', null, ['lao-cai/bao-ptth']],
    ['vn/bo-tttt', null, ['vn/bo-khcn']],
    ['quang-tri/huyen-con-co/ubnd', null, ['quang-tri/19742/ubnd']],
  ] as const) {
    it(`${from} is ${to.join(', ')} ${day ? `on ${day}` : 'today'}`, () => assert.deepEqual(asOf(rows, from, day), to))
  }

  it('is one of the 34', () => assert.throws(() => provinceAgencies('f:quang-nam'), RangeError))
})

describe('the usual mandates', () => {
  it('are held by known agencies over known domains, one at a time', () => {
    for (const province of provinces()) {
      const mandates = provinceMandates(province.code)
      assert.deepEqual(overlaps(mandates), [])
      for (const mandate of mandates) {
        assert.ok(rows.has(mandate.agencyKey), mandate.agencyKey)
        assert.ok(domainById(mandate.domainId), mandate.domainId)
        const holder = rows.get(mandate.agencyKey)
        assert.ok(
          holder && (holder.validUntil === null || (mandate.until !== null && mandate.until <= holder.validUntil)),
          mandate.agencyKey,
        )
        assert.ok(holder.validFrom <= mandate.from, mandate.agencyKey)
      }
    }
  })

  it('moved network information security to the police without a gap', () => {
    const mandates = provinceMandates('48')
    const held = mandates.filter((mandate) => mandate.domainId === 'network-information-security')
    const lead = (area: string, day: string) => held.find((mandate) => mandate.areaCode === area && covers(mandate, day))?.agencyKey
    assert.equal(lead('f:quang-nam', '2025-02-18'), 'quang-nam/so-tttt')
    assert.equal(lead('f:quang-nam', '2025-02-19'), 'quang-nam/cong-an/pa05', 'the day the record of the handover was signed')
    assert.equal(lead('48', '2025-07-01'), 'da-nang/cong-an/pa05')
    assert.equal(dayWithoutHolder(mandates, 'network-information-security', '48', '2020-01-01', '2026-06-30'), null)
  })
})
