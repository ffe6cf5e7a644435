import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hasSecretStamp } from './secret-stamp.ts'

const head = (stamp: string) =>
  `UBND TỈNH PHÚ LÂM\n${stamp}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-UBND\n\nKẾ HOẠCH\n\nTuần tra biên giới\n`

describe('a secrecy stamp', () => {
  for (const stamp of [
    'MẬT',
    'TỐI MẬT',
    'TUYỆT MẬT',
    'Mật',
    'Tối mật',
    '**MẬT**',
    '***TUYỆT MẬT***',
    'M Ậ T',
    'T Ố I   M Ậ T',
    '**T U Y Ệ T  M Ậ T**',
    '(MẬT)',
    '[ TỐI MẬT ]',
    '"MẬT"',
    'Độ mật: Tối mật',
    'Độ mật: mật',
    'ĐỘ MẬT: TUYỆT MẬT',
    'Mức độ mật: Mật',
    'Dấu chỉ độ mật: TỐI MẬT',
    'Dấu: MẬT',
    'MẬT - HỎA TỐC',
    'HỎA TỐC – TỐI MẬT',
    'MẬT; Bản số: 01',
    'TUYỆT MẬT Bản số 03',
    'Số: 5/KH-UBND\tMẬT',
    '| TỐI MẬT |',
    '|\nMẬT\n|',
    'SỞ NỘI VỤ          MẬT',
    'MẬT.',
    '> MẬT',
    'TỐI MẬT'.normalize('NFD'),
    'M\u200bẬT',
    'MẬT\u00a0',
    '«MẬT»',
    'DẤU MẬT',
    'Số: 5/KH-UBND (TỐI MẬT)',
    'M·Ậ·T',
    'ＭẬＴ',
    '\u041cẬ\u0422',
  ]) {
    it(`is seen in ${JSON.stringify(stamp)}`, () => assert.equal(hasSecretStamp(head(stamp)), true))
  }

  for (const line of [
    'MẶT TRẬN TỔ QUỐC VIỆT NAM',
    'ỦY BAN MẶT TRẬN',
    'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'Về công tác bảo mật',
    'MẬT ONG BẠC HÀ',
    'MẬT ĐỘ DÂN SỐ',
    'Luật quy định ba độ mật: Tuyệt mật, Tối mật, Mật',
    'LUẬT BẢO VỆ BÍ\nMẬT',
    '**VỀ CÔNG TÁC BẢO**\n**MẬT**',
    'Độ mật: Không',
    'Độ mật: Thường',
    'MẤT',
    'MẶT',
    'ĐÃ GIẢI MẬT',
    'Dấu mật mã',
    'Số: 5/KH-UBND',
    'mật',
    'CƠ\nMẬT',
    'Tài liệu tối mật bị lộ',
    'KHẨN',
    'MẬT MÃ',
    'BAN CƠ YẾU - MẬT MÃ',
  ]) {
    it(`is not seen in ${JSON.stringify(line)}`, () => assert.equal(hasSecretStamp(head(line)), false))
  }

  it('is only a mention below the head: laws and forms that name the levels pass', () => {
    const law = `QUỐC HỘI\nLuật số: 29/2018/QH14\n\nLUẬT\nBẢO VỆ BÍ MẬT NHÀ NƯỚC\n\nCăn cứ Hiến pháp;\n\nĐiều 8. Phân loại\n\nMẬT\n\nTỐI MẬT\n\nTUYỆT MẬT\n`
    assert.equal(hasSecretStamp(law), false)
    assert.equal(
      hasSecretStamp(`${head('')}${'Nội dung kế hoạch được triển khai theo từng giai đoạn. '.repeat(8)}\n\nMẫu dấu:\n\nMẬT\n`),
      false,
    )
  })

  it('is seen whatever line ends the file uses', () => {
    assert.equal(hasSecretStamp('UBND XÃ\r\nMẬT\r\nSố: 1/BC-UBND'), true)
    assert.equal(hasSecretStamp('UBND XÃ\rTỐI MẬT\rSố: 1/BC-UBND'), true)
  })
})
