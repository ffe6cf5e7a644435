import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { partGluedWords } from './glued-words.ts'
import { readDocument } from './read-document.ts'
import { isSyllable } from './syllables.ts'

describe('words that a site or a scan has glued together', () => {
  const cases: [string, string][] = [
    ['Giaocho Sở Xây dựng', 'Giao cho Sở Xây dựng'],
    ['kếhoạch, phốihợp, đềnghị', 'kế hoạch, phối hợp, đề nghị'],
    ['Ủyban nhân dân, Côngan tỉnh, Banhành', 'Ủy ban nhân dân, Công an tỉnh, Ban hành'],
    ['cácSở, tạiTờ trình, UBNDtỉnh', 'các Sở, tại Tờ trình, UBND tỉnh'],
    ['ngày10tháng5năm2026', 'ngày 10 tháng 5 năm 2026'],
    ['đã xong.Giao Sở Y tế làm', 'đã xong. Giao Sở Y tế làm'],
  ]
  for (const [glued, parted] of cases) it(glued, () => assert.equal(partGluedWords(glued), parted))

  it('leaves single syllables, names, foreign words, addresses and abbreviations alone', () => {
    const text =
      'Huỳnh, Nguyễn, Quỳnh, khuỷu tay, Thuỵ Khuê, Thủy, Đắk Lắk, Krông Búk, Mnông, TikTok, VNeID, MobiFone, kilôgam, Lênin, www.phulam.gov.vn, TP.HCM, QĐ-UBND, NN&PTNT'
    assert.equal(partGluedWords(text), text)
  })

  it('changes no text twice', () => {
    const syllables = fc.constantFrom('kế', 'hoạch', 'phối', 'hợp', 'Sở', 'tỉnh', 'yêu', 'cầu', 'an', 'ninh', '2026', ', ', '. ', ' ')
    fc.assert(
      fc.property(fc.array(syllables, { maxLength: 12 }), (parts) => {
        const once = partGluedWords(parts.join(''))
        assert.equal(partGluedWords(once), once)
      }),
    )
  })

  it('knows syllables by their letters and tone', () => {
    for (const word of ['nghiêng', 'quyết', 'giường', 'khuya', 'uỷ', 'gìn', 'thuở']) assert.equal(isSyllable(word), true, word)
    for (const word of ['kếhoạch', 'hat', 'ngê', 'cê', 'đắk', 'bb', 'ti\u0301\u0300nh']) assert.equal(isSyllable(word), false, word)
  })

  it('finds the order in a glued line, with its span in the text that is shown', () => {
    const draft = readDocument(
      'Công văn số 7/UBND-NC\n\nSố: 7/UBND-NC\n\nKính gửi: Sở Xây dựng\n\nGiaocho Sở Xây dựng chủ trì, phốihợp vớiSở Tài chính lập kếhoạch.',
    )
    const [task] = draft.assignments
    assert.equal(task?.lead[0]?.name, 'Sở Xây dựng')
    assert.deepEqual(
      task?.coordinate.map(({ name }) => name),
      ['Sở Tài chính'],
    )
    assert.equal(draft.text.slice(task?.start, task?.end), 'Giao cho Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập kế hoạch.')
  })
})
