import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import {
  areaByCode,
  areaChain,
  areaTitle,
  communesOf,
  communesOnLandOf,
  formerAreaByCode,
  formerAreas,
  formerDistrictsOf,
  formerProvincesOf,
  provinceOf,
  provinces,
  todaysAreas,
} from './areas.ts'

describe('today’s areas', () => {
  it('are 34 provinces, six of them cities, and 3,321 communes of three kinds', () => {
    assert.equal(provinces().length, 34)
    assert.equal(provinces().filter((province) => province.kind === 'thành phố').length, 6)
    const kinds = Object.groupBy(communesOf('VN'), (commune) => commune.kind)
    assert.deepEqual([communesOf('VN').length, kinds.xã?.length, kinds.phường?.length, kinds['đặc khu']?.length], [3321, 2621, 687, 13])
  })

  for (const [code, title, count] of [
    ['15', 'tỉnh Lào Cai', 99],
    ['42', 'tỉnh Hà Tĩnh', 69],
    ['48', 'thành phố Đà Nẵng', 94],
    ['52', 'tỉnh Gia Lai', 135],
  ] as const) {
    it(`${title} has code ${code} and ${count} communes`, () => {
      const area = areaByCode(code)
      assert.ok(area)
      assert.equal(areaTitle(area), title)
      assert.equal(communesOf(code).length, count)
    })
  }

  it('have clean names and climb to the nation', () => {
    for (const commune of communesOf('VN')) {
      assert.match(commune.name, /^\S+( \S+)*$/u)
      assert.equal(commune.name, commune.name.normalize('NFC'))
      assert.deepEqual(areaChain(commune.code), [commune.code, commune.parentCode, 'VN'])
    }
  })

  it('do not know other codes', () => {
    assert.equal(areaByCode('99'), undefined)
    assert.deepEqual(communesOf('99'), [])
    assert.deepEqual(todaysAreas('f:nowhere'), [])
    assert.equal(provinceOf('VN'), null)
  })
})

describe('former areas', () => {
  it('are the 63 provinces of before, one renamed, and their districts and communes', () => {
    const levels = Object.groupBy(formerAreas(), (area) => area.level)
    assert.deepEqual([levels.province?.length, levels.district?.length, levels.commune?.length], [64, 698, 10804])
  })

  it('a former province leads to one province of today', () => {
    assert.deepEqual(todaysAreas('f:quang-nam'), ['48'])
    assert.deepEqual(todaysAreas('f:yen-bai'), ['15'])
    assert.deepEqual(formerAreaByCode('f:thua-thien-hue')?.until, '2024-12-31')
    assert.deepEqual(
      formerProvincesOf('52')
        .map((area) => area.name)
        .toSorted(),
      ['Bình Định', 'Gia Lai'],
    )
  })

  it('a former district leads to today’s communes, the ones without communes to their special zone', () => {
    const chuProng = formerAreaByCode('f:gia-lai/huyen-chu-prong')
    assert.equal(chuProng?.successorCodes.length, 8)
    assert.ok(chuProng.successorCodes.every((code) => areaByCode(code)?.parentCode === '52'))
    assert.deepEqual(
      todaysAreas('f:da-nang/huyen-hoang-sa').map((code) => areaByCode(code)?.name),
      ['Hoàng Sa'],
    )
    assert.equal(formerDistrictsOf('f:gia-lai').length, 17)
  })

  it('a former commune leads to the commune that took it in, though the code beside the mapping is another’s', () => {
    // The package gives Hiệp Đức (Quảng Nam) a code that belongs to a commune of Đồng Tháp.
    const codes = todaysAreas('f:quang-nam/huyen-hiep-duc/xa-que-tho')
    assert.ok(codes.length > 0)
    for (const code of codes) assert.equal(provinceOf(code)?.code, '48')
  })

  it('the old bounds of Gia Lai and Bình Định make up today’s Gia Lai', () => {
    const [gialai, binhdinh] = [communesOnLandOf('f:gia-lai').length, communesOnLandOf('f:binh-dinh').length]
    assert.deepEqual([gialai, binhdinh], [77, 58])
    assert.equal(gialai + binhdinh, communesOf('52').length)
  })

  it('always resolve to areas of today in one province', () => {
    const all = [...formerAreas()]
    fc.assert(
      fc.property(fc.constantFrom(...all), (area) => {
        const today = todaysAreas(area.code)
        assert.ok(today.length > 0)
        assert.equal(new Set(today.map((code) => provinceOf(code)?.code)).size, 1)
        assert.ok(today.every((code) => areaByCode(code) !== undefined))
      }),
      { numRuns: 2000 },
    )
  })

  it('cover every commune of today', () => {
    const reached = new Set([...formerAreas()].flatMap((area) => area.successorCodes))
    assert.deepEqual(
      communesOf('VN').filter((commune) => !reached.has(commune.code)),
      [],
    )
  })
})
