import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { communesOf, provinceOf, provinces } from './areas.ts'
import { foldName } from './fold-name.ts'
import { nationAgencies } from './nation-template.ts'
import { provinceAgencies } from './province-template.ts'
import { buildNameIndex, resolveName } from './resolve-name.ts'
import { asOf } from './succession.ts'

const all = [...nationAgencies(), ...provinces().flatMap((province) => provinceAgencies(province.code))]
const index = buildNameIndex({ agencies: () => all })
const resolve = (written: string, areaCode = '52', date: string | null = '2026-03-02') => resolveName(index, written, { areaCode, date })
const [GIA_LAI, DA_NANG, HA_TINH, LAO_CAI, QUANG_TRI] = ['52', '48', '42', '15', '44']

describe('one name', () => {
  const cases: readonly (readonly [string, string, string, ReturnType<typeof resolve>['via']])[] = [
    ['Sở Khoa học và Công nghệ', GIA_LAI, 'gia-lai/so-khcn', 'name'],
    ['Sở KH&CN', GIA_LAI, 'gia-lai/so-khcn', 'short'],
    ['sở khcn', GIA_LAI, 'gia-lai/so-khcn', 'short'],
    ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', GIA_LAI, 'gia-lai/so-khcn', 'name'],
    ['Sở Văn hoá - Thể thao và Du lịch', HA_TINH, 'ha-tinh/so-vhttdl', 'name'],
    ['Sở VHTT&DL', HA_TINH, 'ha-tinh/so-vhttdl', 'short'],
    ['Sở Giáo dục - Đào tạo Lào Cai', GIA_LAI, 'lao-cai/so-gddt', 'name'],
    ['Công an tỉnh', LAO_CAI, 'lao-cai/cong-an', 'name'],
    ['CA tỉnh', LAO_CAI, 'lao-cai/cong-an', 'short'],
    ['Công an Thành phố', DA_NANG, 'da-nang/cong-an', 'name'],
    ['PA05', GIA_LAI, 'gia-lai/cong-an/pa05', 'short'],
    ['Công an tỉnh (PA05)', GIA_LAI, 'gia-lai/cong-an/pa05', 'short'],
    ['Phòng An ninh mạng và PCTP công nghệ cao, Công an tỉnh', GIA_LAI, 'gia-lai/cong-an/pa05', 'short'],
    ['Bộ CHQS tỉnh', GIA_LAI, 'gia-lai/quan-su', 'short'],
    ['Chủ tịch UBND tỉnh', GIA_LAI, 'gia-lai/ubnd', 'short'],
    ['Giám đốc Sở Nội vụ', GIA_LAI, 'gia-lai/so-noi-vu', 'name'],
    ['Chánh Thanh tra tỉnh', GIA_LAI, 'gia-lai/thanh-tra', 'name'],
    ['Chánh Văn phòng UBND tỉnh', GIA_LAI, 'gia-lai/van-phong-ubnd', 'short'],
    ['tỉnh Đắk Lắk', 'VN', 'dak-lak/ubnd', 'short'],
    ['Viettel', GIA_LAI, 'gia-lai/viettel', 'name'],
    ['Viettel', 'VN', 'vn/viettel', 'short'],
    ['VNPT Lào Cai', LAO_CAI, 'lao-cai/vnpt', 'name'],
    ['UBND xã Ia Mơ', GIA_LAI, 'gia-lai/23737/ubnd', 'short'],
    ['UBND xã', '23737', 'gia-lai/23737/ubnd', 'short'],
    ['UBND tỉnh', '23737', 'gia-lai/ubnd', 'short'],
    ['Công an phường Pleiku', GIA_LAI, 'gia-lai/23575/cong-an', 'name'],
    ['UBND TP.HCM', '79', 'ho-chi-minh/ubnd', 'short'],
    ['Bộ trưởng Bộ Công an', GIA_LAI, 'vn/bo-cong-an', 'name'],
    ['Cục Công nghiệp công nghệ thông tin', 'VN', 'vn/cuc-cntt', 'name'],
  ]
  for (const [written, area, key, via] of cases) {
    it(`${written} (${area})`, () => {
      const found = resolve(written, area)
      assert.deepEqual([found.agencies, found.via, found.ambiguous, found.reason], [[key], via, false, null])
    })
  }
})

describe('a former name', () => {
  const cases: readonly (readonly [string, string, string | null, string])[] = [
    ['Sở TT&TT', HA_TINH, '2021-11-19', 'ha-tinh/so-khcn'],
    ['Sở Thông tin & Truyền thông Lào Cai', LAO_CAI, null, 'lao-cai/so-khcn'],
    ['Sở Thông tin - Truyền thông', 'f:quang-nam', '2025-02-19', 'da-nang/so-khcn'],
    ['Công an tỉnh', 'f:quang-nam', '2025-02-19', 'da-nang/cong-an'],
    ['Công an tỉnh', DA_NANG, '2025-02-19', 'da-nang/cong-an'],
    ['Công an tỉnh Bình Định', GIA_LAI, null, 'gia-lai/cong-an'],
    ['Cục Quản lý thị trường tỉnh', GIA_LAI, null, 'gia-lai/chi-cuc-qltt'],
    ['Sở LĐ-TB&XH', GIA_LAI, '2024-05-02', 'gia-lai/so-noi-vu'],
    ['Đài PT-TH tỉnh', GIA_LAI, '2024-05-02', 'gia-lai/bao-ptth'],
    ['Bộ TT&TT', 'VN', '2024-05-02', 'vn/bo-khcn'],
    ['UBND xã Ia Bang, huyện Chư Prông', GIA_LAI, '2023-01-05', 'gia-lai/23908/ubnd'],
    ['UBND tỉnh Thừa Thiên Huế', '46', '2023-01-05', 'hue/ubnd'],
  ]
  for (const [written, area, date, key] of cases) {
    it(`${written} (${area}, ${date})`, () => {
      const found = resolve(written, area, date)
      assert.deepEqual([found.agencies, found.via, found.ambiguous], [[key], 'former', false])
      assert.ok(found.note)
    })
  }

  it('says since when whose duties were taken over', () => {
    const found = resolve('Sở TT&TT', GIA_LAI, '2023-05-02')
    assert.deepEqual(found.note, { vi: 'kế thừa Sở TT&TT từ 01/3/2025', en: 'took over from Sở TT&TT on 01/3/2025' })
    assert.deepEqual(found.named, ['gia-lai/so-tttt'])
  })

  it('stays with the old body when it is asked as of its own day', () => {
    const context = { areaCode: GIA_LAI, date: '2023-05-02', asOf: '2024-01-01' }
    assert.deepEqual(resolveName(index, 'Sở TT&TT', context).agencies, ['gia-lai/so-tttt'])
  })

  it('that was given again means the body that bore it on the document’s day', () => {
    const base = { typeId: 'centre', name: 'Trung tâm Số', shortName: 'TT Số', formerNames: [], areaCode: '52', parentKey: null }
    const first = { ...base, key: 'first', validFrom: '2000-01-01', validUntil: '2019-12-31', successorKeys: ['heir'] }
    const second = { ...base, key: 'second', validFrom: '2020-01-01', validUntil: null, successorKeys: [] }
    const heir = { ...second, key: 'heir', name: 'Trung tâm Khác', shortName: 'TT Khác' }
    const small = buildNameIndex({ agencies: () => [first, second, heir] })
    const on = (date: string | null) => resolveName(small, 'Trung tâm Số', { areaCode: '52', date }).agencies
    assert.deepEqual([on('2018-05-02'), on('2020-01-01'), on(null)], [['heir'], ['second'], ['second']])
  })

  it('of a district is answered by the communes on its land', () => {
    const found = resolve('UBND huyện Chư Prông', GIA_LAI, '2023-05-02')
    assert.equal(found.agencies.length, 8)
    assert.equal(found.via, 'former')
  })

  it('is ambiguous where several provinces of that kind became one', () => {
    const found = resolve('Công an tỉnh', '79', '2024-01-01')
    assert.deepEqual([found.agencies, found.ambiguous], [['ho-chi-minh/cong-an'], true])
    assert.deepEqual(found.named.toSorted(), ['ba-ria-vung-tau/cong-an', 'binh-duong/cong-an'])
  })
})

describe('a class', () => {
  const cases: readonly (readonly [string, string, string | null, string, number])[] = [
    ['UBND các xã, phường', GIA_LAI, '2026-01-05', 'commune-peoples-committee', 135],
    ['Ủy ban nhân dân cấp xã', LAO_CAI, '2026-01-05', 'commune-peoples-committee', 99],
    ['Ủy ban nhân dân xã/phường', HA_TINH, '2026-01-05', 'commune-peoples-committee', 69],
    ['Ủy ban nhân dân các xã, phường, đặc khu Cồn Cỏ', QUANG_TRI, '2025-11-25', 'commune-peoples-committee', 78],
    ['Trưởng Công an các xã, phường', GIA_LAI, '2026-01-05', 'commune-police', 135],
    ['Công an các địa phương', GIA_LAI, null, 'commune-police', 135],
    ['Ủy ban nhân dân các huyện, thị xã, thành phố', GIA_LAI, null, 'district-peoples-committee', 77],
    ['UBND cấp huyện', HA_TINH, '2021-11-19', 'district-peoples-committee', 69],
    ['UBND các xã, phường, thị trấn', GIA_LAI, '2023-05-02', 'commune-peoples-committee', 77],
    ['các doanh nghiệp bưu chính, viễn thông trên địa bàn tỉnh', GIA_LAI, null, 'postal-enterprise', 6],
    ['các doanh nghiệp viễn thông', LAO_CAI, null, 'telecom-enterprise', 4],
    ['các cơ quan thông tấn báo chí', GIA_LAI, null, 'press', 1],
    ['UBND các tỉnh, thành phố trực thuộc Trung ương', 'VN', null, 'provincial-peoples-committee', 34],
    ['Mặt trận Tổ quốc và các đoàn thể', GIA_LAI, null, 'fatherland-front', 8],
  ]
  for (const [written, area, date, typeId, count] of cases) {
    it(`${written} (${area}, ${date}) is ${count}`, () => {
      const found = resolve(written, area, date)
      assert.deepEqual([found.via, found.class?.typeId, found.agencies.length, found.ambiguous], ['class', typeId, count, false])
    })
  }

  it('is marked ambiguous where its words leave members open', () => {
    const branches = resolve('Các sở, ban, ngành liên quan')
    assert.deepEqual([branches.via, branches.ambiguous, branches.agencies.length], ['class', true, 15])
    assert.ok(branches.agencies.includes('gia-lai/so-khcn'))
    assert.ok(!branches.agencies.includes('gia-lai/so-tttt'))
    assert.equal(resolve('UBND các xã').ambiguous, true)
    assert.equal(resolve('Chính quyền địa phương').ambiguous, true)
    assert.equal(resolve('Chủ tịch UBND các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa', 'VN').agencies.length, 8)
  })

  it('of divisions in communes is answered by their committees', () => {
    const found = resolve('Phòng Văn hóa - Xã hội xã/phường', HA_TINH)
    assert.deepEqual([found.class?.typeId, found.agencies.length], ['commune-division', 69])
    assert.ok(found.agencies.every((key) => key.endsWith('/ubnd')))
  })
})

describe('a list', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Sở Tư pháp, Sở Nội vụ và Sở Y tế', ['so-tu-phap', 'so-noi-vu', 'so-y-te']],
    ['Sở Tư pháp, Nội vụ và Y tế', ['so-tu-phap', 'so-noi-vu', 'so-y-te']],
    ['Giám đốc các Sở: Tư pháp, Văn hóa, Thể thao và Du lịch; Chánh Thanh tra tỉnh', ['so-tu-phap', 'so-vhttdl', 'thanh-tra']],
    ['Công an tỉnh, Sở KH&CN', ['cong-an', 'so-khcn']],
    ['UBND các xã, phường: Pleiku, Ia Mơ', ['23575/ubnd', '23737/ubnd']],
    ['UBND các xã Ia Mơ, Ia Púch', ['23737/ubnd', '23917/ubnd']],
    ['VNPT, Viettel, MobiFone', ['vnpt', 'viettel', 'mobifone']],
  ]
  for (const [written, keys] of cases) {
    it(written, () => {
      const found = resolve(written)
      assert.deepEqual([found.agencies, found.reason], [keys.map((key) => `gia-lai/${key}`), null])
    })
  }

  it('gives each part, and says when one is unknown', () => {
    const found = resolve('Sở Tư pháp và Hội Những người bạn')
    assert.deepEqual([found.agencies, found.reason], [['gia-lai/so-tu-phap'], 'partly-unknown'])
    assert.deepEqual(
      found.parts.map((part) => [part.written, part.reason]),
      [
        ['Sở Tư pháp', null],
        ['Hội Những người bạn', 'unknown'],
      ],
    )
  })

  it('reads "Công an" after a ministry as the ministry', () => {
    assert.deepEqual(resolve('Bộ Quốc phòng, Công an').agencies, ['vn/bo-quoc-phong', 'vn/bo-cong-an'])
  })
})

describe('what cannot be told', () => {
  it('comes back empty with a reason', () => {
    assert.equal(resolve('các cơ quan, đơn vị liên quan').reason, 'open-ended')
    assert.equal(resolve('Thủ trưởng các cơ quan, đơn vị').reason, 'open-ended')
    assert.equal(resolve('  – ').reason, 'empty')
    assert.equal(resolve('Tập đoàn Dầu khí').reason, 'unknown')
    assert.equal(resolve('UBND thành phố', GIA_LAI).reason, 'unknown')
  })

  it('offers up to five close names, the closest first', () => {
    const { agencies, suggestions } = resolve('Sở Khoa học và Kỹ thuật')
    assert.deepEqual(agencies, [])
    assert.equal(suggestions[0]?.key, 'gia-lai/so-khcn')
    assert.ok(suggestions.length <= 5)
    assert.ok(suggestions.every((one, at) => at === 0 || one.score <= (suggestions[at - 1]?.score ?? 0)))
  })

  it('never takes one tone mark for another', () => {
    // Two communes of Hải Phòng differ by a tone mark alone.
    assert.notDeepEqual(resolve('UBND xã Cẩm Giang', '31').agencies, resolve('UBND xã Cẩm Giàng', '31').agencies)
    assert.equal(resolve('UBND xa Cam Giang', '31').ambiguous, true)
  })
})

describe('every agency of the nation', () => {
  const today = all.filter((record) => record.validUntil === null)

  it('is found by its name from its own province, or the doubt is shown', () => {
    for (const record of all) {
      const areaCode = provinceOf(record.areaCode)?.code ?? 'VN'
      const found = resolve(record.name, areaCode, record.validUntil ?? '2026-03-02')
      for (const heir of asOf(index.rows, record.key, null)) assert.ok(found.agencies.includes(heir), `${record.name} → ${heir}`)
    }
  })

  it('is found by its name without marks, in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...today), fc.boolean(), (record, upper) => {
        const written = upper ? record.name.toUpperCase() : foldName(record.name)
        assert.ok(resolve(written, provinceOf(record.areaCode)?.code ?? 'VN').agencies.includes(record.key), written)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps its place’s name apart from short forms, in capitals too', () => {
    assert.deepEqual(resolve('CÔNG AN XÃ CA THÀNH', '04').agencies, ['cao-bang/01738/cong-an'])
  })

  it('that is given as an answer exists today', () => {
    const words = fc.constantFrom(
      'Sở',
      'TT&TT',
      'UBND',
      'các',
      'xã',
      'phường,',
      'huyện',
      'Công an',
      'tỉnh',
      'Gia Lai',
      'và',
      'Bình Định',
      'cũ',
      '(',
      ')',
      ':',
      'đặc khu',
    )
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 8 }),
        fc.constantFrom('52', '48', 'VN', '23737', 'f:quang-nam', 'nowhere'),
        (parts, area) => {
          for (const key of resolve(parts.join(' '), area, null).agencies) assert.equal(index.rows.get(key)?.validUntil, null)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('does not make any text fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void resolve(text)))
  })

  it('is indexed once: a hundred names cost look-ups only', () => {
    const names = communesOf('52')
      .slice(0, 100)
      .map((commune) => `UBND ${commune.kind} ${commune.name}`)
    // Time at work, which a busy machine does not lengthen.
    const before = process.cpuUsage()
    names.forEach((name) => resolve(name))
    const { user, system } = process.cpuUsage(before)
    assert.ok(user + system < 500_000, `${user + system} µs`)
  })
})
