import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { paperBlocks } from './paper-blocks.ts'

const LETTER = `ỦY BAN NHÂN DÂN TỈNH GIA LAI
Số: 12/UBND-KGVX
V/v rà soát thuê bao
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
_______________
Gia Lai, ngày 02 tháng 11 năm 2026

Kính gửi: Sở Khoa học và Công nghệ.
1. Yêu cầu Sở Khoa học và Công nghệ rà soát các điểm đăng ký thuê bao trên địa bàn tỉnh theo quy định.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH`

const looks = (text: string) => paperBlocks(text).map(({ start, end, look }) => `${look}: ${text.slice(start, end).slice(0, 14)}`)

test('an official letter is set with its letterhead in two columns and its signature on the right', () => {
  assert.deepEqual(looks(LETTER), [
    'left-strong: ỦY BAN NHÂN DÂ',
    'left: Số: 12/UBND-KG',
    'left: V/v rà soát th',
    'right-strong: CỘNG HÒA XÃ HỘ',
    'right-strong: Độc lập - Tự d',
    'right-date: Gia Lai, ngày ',
    'body: Kính gửi: Sở K',
    'item: 1. Yêu cầu Sở ',
    'sign: TM. ỦY BAN NHÂ',
    'sign: KT. CHỦ TỊCH',
    'sign: PHÓ CHỦ TỊCH',
  ])
})

test('a report without a letterhead keeps its headline and paragraphs', () => {
  assert.deepEqual(looks('Tăng cường bảo đảm an toàn\n(GLO)- Ngày 2-5, UBND tỉnh có công văn về an toàn hạ tầng trên địa bàn tỉnh.'), [
    'title: Tăng cường bảo',
    'body: (GLO)- Ngày 2-',
  ])
})

test('no letter of the text is lost or shown twice', () => {
  const line = fc.constantFrom(
    'KẾ HOẠCH',
    'Độc lập - Tự do - Hạnh phúc',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    '1. Giao Sở Y tế',
    'TM. UBND',
    '',
    '-----',
    '  a b  ',
    'Gia Lai, ngày 1',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const text = lines.join('\n')
      const blocks = paperBlocks(text)
      const shown = blocks.map(({ start, end }) => text.slice(start, end)).join('')
      assert.equal(
        shown.replace(/\s/g, ''),
        lines
          .filter((one) => /[\p{L}\d]/u.test(one))
          .join('')
          .replace(/\s/g, ''),
      )
      for (const [index, block] of blocks.entries()) assert.ok(block.end <= (blocks[index + 1]?.start ?? text.length))
    }),
  )
})
