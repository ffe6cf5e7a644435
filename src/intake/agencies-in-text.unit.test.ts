import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { agenciesAt } from './agencies-in-text.ts'
import { readWords } from './words.ts'

/** Text, the bodies at its start, and the word after them. */
const CASES: [string, string[], string][] = [
  ['Sở Tài chính thẩm định dự toán', ['Sở Tài chính'], 'thẩm'],
  ['Sở Văn hóa, Thể thao và Du lịch, Sở Y tế phối hợp', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Y tế'], 'phối'],
  ['Các Bộ: Quốc phòng, Công an, Y tế theo chức năng', ['Bộ Quốc phòng', 'Bộ Công an', 'Bộ Y tế'], 'theo'],
  ['các sở: Tài chính, Xây dựng; Công an tỉnh rà soát', ['Sở Tài chính', 'Sở Xây dựng', 'Công an tỉnh'], 'rà'],
  [
    'Các sở, ban, ngành, UBND các xã, phường và các cơ quan, tổ chức có liên quan căn cứ',
    ['Các sở, ban, ngành', 'UBND các xã, phường', 'các cơ quan, tổ chức có liên quan'],
    'căn',
  ],
  [
    'chính quyền địa phương và lực lượng Kiểm lâm, các chủ rừng trong công tác',
    ['chính quyền địa phương', 'lực lượng Kiểm lâm', 'các chủ rừng'],
    'trong',
  ],
  ['Ban Chỉ đạo 389 tỉnh chỉ đạo', ['Ban Chỉ đạo 389 tỉnh'], 'chỉ'],
  ['Văn phòng Ban chỉ đạo phòng thủ dân sự theo dõi', ['Văn phòng Ban chỉ đạo phòng thủ dân sự'], 'theo'],
  ['Quỹ Đầu tư phát triển tỉnh thẩm định', ['Quỹ Đầu tư phát triển tỉnh'], 'thẩm'],
  ['Văn phòng HĐND và UBND xã niêm yết', ['Văn phòng HĐND và UBND xã'], 'niêm'],
  [
    'Chủ tịch UBND các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa chỉ đạo',
    ['Chủ tịch UBND các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa'],
    'chỉ',
  ],
  ['Tập đoàn Điện lực Việt Nam (EVN), Công ty Điện lực Phú Lâm bảo đảm', ['Tập đoàn Điện lực Việt Nam', 'Công ty Điện lực Phú Lâm'], 'bảo'],
  ['UBND các xã: An Bình, Vĩnh Thạnh và Bình Khê khẩn trương', ['UBND các xã: An Bình, Vĩnh Thạnh và Bình Khê'], 'khẩn'],
  [
    'các doanh nghiệp bưu chính, viễn thông trên địa bàn tỉnh tuân thủ',
    ['các doanh nghiệp bưu chính, viễn thông trên địa bàn tỉnh'],
    'tuân',
  ],
]

describe('bodies named in running text', () => {
  for (const [text, names, next] of CASES) {
    it(text, () => {
      const words = readWords(text)
      const found = agenciesAt(words, 0, true, text)
      assert.deepEqual(
        found?.names.map((body) => body.name),
        names,
      )
      assert.equal(words[found?.next ?? -1]?.text, next)
    })
  }

  for (const text of [
    'Ban hành kế hoạch',
    'Báo cáo kết quả',
    'Hội nghị tổng kết',
    'Tổ chức tập huấn',
    'Bộ phận một cửa',
    'Trường hợp khẩn cấp',
    'sở hữu trí tuệ',
    'Phòng, chống lụt bão',
    'Đoàn kết nội bộ',
  ]) {
    it(`is no body: ${text}`, () => assert.equal(agenciesAt(readWords(text), 0, false, text), null))
  }
})
