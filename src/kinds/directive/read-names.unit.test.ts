import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agencyId } from '../../kernel/agencies/agency-record.ts'
import { communesOf } from '../../kernel/agencies/areas.ts'
import { nationAgencies } from '../../kernel/agencies/nation-template.ts'
import { provinceAgencies } from '../../kernel/agencies/province-template.ts'
import { buildNameIndex } from '../../kernel/agencies/resolve-name.ts'
import { target } from './contract.ts'
import { readName } from './read-names.ts'

const GIA_LAI = '52'
const index = buildNameIndex({ agencies: () => [...nationAgencies(), ...provinceAgencies(GIA_LAI)] })
const book = { nameIndex: () => index, idOf: agencyId, ref: (id: string) => ({ id, name: id, shortName: id, typeId: '' }) }
const read = (as: string, date: string | null) => readName(book, as, { areaCode: GIA_LAI, date })

test('a former department is the agency that took over, with the note that says so', () => {
  const found = read('Sở Thông tin và Truyền thông', '2024-05-02')
  assert.deepEqual(found.targets, [{ kind: 'agency', agencyId: agencyId('gia-lai/so-khcn'), as: 'Sở Thông tin và Truyền thông' }])
  assert.equal(found.note?.vi, 'kế thừa Sở TT&TT từ 01/3/2025')
})

test('all communes of a province are one class, resolved again on the day of issue', () => {
  const found = read('UBND các xã, phường', '2026-03-02')
  assert.deepEqual(found.targets, [{ kind: 'class', typeIds: ['commune-peoples-committee'], areaCode: GIA_LAI, as: 'UBND các xã, phường' }])
  assert.equal(found.count, communesOf(GIA_LAI).length)
  assert.equal(found.agencies.length, 8)
})

test('what type and area alone cannot name stands agency by agency', () => {
  const wards = read('UBND các phường', '2026-03-02')
  assert.ok(wards.count > 0 && wards.count < communesOf(GIA_LAI).length)
  assert.equal(wards.targets.length, wards.count)
  const land = read('UBND các huyện, thị xã, thành phố', '2024-05-02')
  assert.ok(land.count > 0 && land.count < communesOf(GIA_LAI).length, 'only the land that the province had then')
  assert.ok(land.targets.every((one) => one.kind === 'agency' && one.as === 'UBND các huyện, thị xã, thành phố'))
})

test('a list keeps each name, the unknown part among them', () => {
  const found = read('Sở Tư pháp, Sở Nội vụ, Tổ công tác 117', '2026-03-02')
  assert.deepEqual(
    found.targets.map((one) => [one.kind, one.as]),
    [
      ['agency', 'Sở Tư pháp'],
      ['agency', 'Sở Nội vụ'],
      ['unknown', 'Tổ công tác 117'],
    ],
  )
  for (const one of found.targets) assert.deepEqual(target.parse(one), one)
})

test('an unknown name has no target, and close names beside it', () => {
  const found = read('Chi cục Quản lí thị trừơng', '2026-03-02')
  assert.deepEqual(found.targets, [])
  assert.ok(found.suggestions.length > 0)
})

test('words that name nobody in particular are kept apart from the names beside them', () => {
  assert.deepEqual(read('các cơ quan liên quan', '2026-03-02').open, ['các cơ quan liên quan'])
  const list = read('Sở Nội vụ và các cơ quan liên quan', '2026-03-02')
  assert.deepEqual(list.open, ['các cơ quan liên quan'])
  assert.deepEqual(
    list.targets.map((one) => one.as),
    ['Sở Nội vụ'],
  )
})
