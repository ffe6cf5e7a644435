import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaByCode } from '../../kernel/agencies/areas.ts'
import { documentArea } from './document-area.ts'

const named = (text: string, ...heads: string[]) => documentArea(text, heads)?.title ?? null

test('the province that a regulation names most is where it belongs', () => {
  assert.equal(named('Công an tỉnh và Sở Thông tin và Truyền thông tỉnh Lào Cai ký quy chế. Đoàn của Hà Tĩnh đến dự.'), 'tỉnh Lào Cai')
  assert.equal(named('CÔNG AN TỈNH GIA LAI\nQUY CHẾ PHỐI HỢP'), 'tỉnh Gia Lai')
  assert.equal(named('Công an TP. Đà Nẵng và Sở KH&CN thống nhất'), 'thành phố Đà Nẵng')
})

test('title and parties weigh more than the text', () => {
  assert.equal(named('Học tập kinh nghiệm của Lào Cai, Lào Cai và Lào Cai.', 'Quy chế phối hợp tại tỉnh Hà Tĩnh'), 'tỉnh Hà Tĩnh')
})

test('a province that has ended is told by its own code, in either spelling', () => {
  assert.equal(documentArea('Công an tỉnh Quảng Nam tiếp nhận nhiệm vụ', [])?.code, 'f:quang-nam')
  assert.equal(named('Công an tỉnh Hòa Bình phối hợp'), named('Công an tỉnh Hoà Bình phối hợp'))
  assert.match(named('Công an tỉnh Hòa Bình phối hợp') ?? '', /Bình$/)
  const code = documentArea('Công an tỉnh Khánh Hoà phối hợp', [])?.code
  assert.equal(areaByCode(code ?? '')?.name, 'Khánh Hòa')
})

test('nothing is guessed: no province, two alike, a word that is no name', () => {
  assert.equal(named('Công an tỉnh và Sở Khoa học và Công nghệ phối hợp'), null)
  assert.equal(named('Công an tỉnh Lào Cai phối hợp Công an tỉnh Hà Tĩnh'), null)
  assert.equal(named('Giữ gìn hòa bình, xây dựng nếp sống an giang sơn'), null)
})
