import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readRegulation } from './regulation.ts'

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
const POLICE = 'Công an tỉnh Phú Lâm'
const SCIENCE = 'Sở Khoa học và Công nghệ tỉnh Phú Lâm'

test('a regulation of two bodies is read with its parties, its structure and who signs', () => {
  const draft = readRegulation(fixture('quy-che-cong-an-so.txt'))
  assert.equal(draft.number.value, '15/QC-CAT-SKHCN')
  assert.equal(draft.signedOn.value, '2026-09-10')
  assert.match(draft.title.value ?? '', /^Quy chế phối hợp giữa Công an tỉnh Phú Lâm và Sở Khoa học và Công nghệ/)
  assert.deepEqual(
    draft.parties.map(({ name, position }) => [name, position]),
    [
      [POLICE, 'Phó Giám đốc'],
      [SCIENCE, 'Giám đốc'],
    ],
  )
  assert.deepEqual(
    draft.articles.map(({ ordinal, chapter, heading, clauses }) => [ordinal, chapter, heading, clauses.length]),
    [
      [1, 'Chương I. Quy định chung', 'Phạm vi và đối tượng', 1],
      [2, 'Chương I. Quy định chung', 'Nguyên tắc', 2],
      [3, 'Chương II. Nội dung phối hợp', 'Trao đổi thông tin', 3],
      [4, 'Chương II. Nội dung phối hợp', 'Kiểm tra', 1],
      [5, 'Chương III. Tổ chức thực hiện', 'Đầu mối', 2],
      [6, 'Chương III. Tổ chức thực hiện', 'Giao ban, sơ kết, tổng kết', 2],
      [7, 'Chương III. Tổ chức thực hiện', 'Kinh phí', 1],
      [8, 'Chương III. Tổ chức thực hiện', 'Hiệu lực', 1],
    ],
  )
  assert.equal(
    draft.articles[1]?.clauses[1]?.text,
    'Kịp thời, đúng pháp luật:\na) Không cản trở hoạt động bình thường của tổ chức, cá nhân;\nb) Giữ bí mật thông tin chưa công bố.',
  )
})

test('rules of exchange have a direction, a channel and a reply time; a promise in general is no rule', () => {
  const { exchange } = readRegulation(fixture('quy-che-cong-an-so.txt'))
  assert.deepEqual(
    exchange.map(({ from, to, channel, replyTime }) => [from, to, channel, replyTime]),
    [
      [SCIENCE, POLICE, 'văn bản', { amount: 5, unit: 'working-day' }],
      [POLICE, SCIENCE, 'đường dây nóng', { amount: 2, unit: 'hour' }],
    ],
  )
})

test('briefing, review, funding, term and contact points come from their sentences', () => {
  const draft = readRegulation(fixture('quy-che-cong-an-so.txt'))
  const { months, hosts, firstHost, extraordinary } = draft.briefing!
  assert.deepEqual([months, hosts, firstHost, extraordinary], [[6, 12], [POLICE, SCIENCE], POLICE, true])
  assert.deepEqual([draft.review?.preliminaryYearly, draft.review?.finalEveryYears], [true, 5])
  assert.equal(draft.funding.value, 'Mỗi bên tự bảo đảm kinh phí từ dự toán được giao hằng năm.')
  assert.deepEqual([draft.term?.from, draft.term?.until], ['2026-09-15', '2031-09-14'])
  assert.deepEqual(
    draft.contactPoints.map(({ party, title }) => [party, title]),
    [
      [POLICE, 'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao'],
      [SCIENCE, 'Phòng Chuyển đổi số'],
    ],
  )
  assert.deepEqual(draft.doubts, [])
})

test('what a text does not say stays empty, and what is open is told', () => {
  const draft = readRegulation(fixture('quy-che-doanh-nghiep.txt'))
  assert.deepEqual(
    draft.parties.map((party) => party.name),
    [POLICE, 'Viettel Phú Lâm'],
  )
  assert.equal(draft.title.value, 'Quy chế phối hợp bảo đảm an ninh thông tin')
  assert.equal(draft.articles[0]?.clauses.length, 3)
  assert.deepEqual([draft.exchange, draft.review, draft.funding.value, draft.contactPoints], [[], null, null, []])
  assert.deepEqual(draft.briefing?.months, [])
  assert.deepEqual([draft.term?.from, draft.term?.until], [null, null])
  assert.deepEqual(
    draft.doubts.map(({ field }) => field),
    ['signers', 'number', 'signedOn', 'briefing'],
  )
})

test('where a decision issues a regulation, the regulation’s own articles are read', () => {
  const draft = readRegulation(fixture('quyet-dinh-quy-che.txt'))
  assert.equal(draft.articles[0]?.heading, 'Phạm vi điều chỉnh')
  assert.equal(draft.number.value, '1187/QĐ-UBND')
  assert.match(draft.title.value ?? '', /^Quy chế phối hợp bảo đảm an toàn, an ninh mạng/)
})

test('a report that retells a regulation gives its promises and says that it is no regulation', () => {
  const draft = readRegulation(`Phú Lâm: phối hợp giữ an toàn mạng lưới

Sáng 12/8, Công an tỉnh Phú Lâm và Viettel Phú Lâm đã ký kết quy chế phối hợp.

Hai bên thống nhất ký kết các nội dung như: Phối hợp bảo vệ tuyến cáp và trạm; vận động nhân dân ủng hộ thi công; trao đổi thủ đoạn lừa đảo.

Hai bên luân phiên tổ chức giao ban vào tháng 6 và tháng 12 hằng năm.

Sáng 12/8, Công an tỉnh Phú Lâm và Viettel Phú Lâm đã ký kết quy chế phối hợp.`)
  assert.deepEqual(
    draft.parties.map((party) => party.name),
    [POLICE, 'Viettel Phú Lâm'],
  )
  assert.deepEqual(
    draft.articles.map(({ heading, clauses }) => [heading, clauses.length]),
    [
      ['Nội dung phối hợp', 3],
      ['Giao ban', 1],
    ],
  )
  assert.deepEqual(
    [draft.briefing?.months, draft.briefing?.hosts],
    [
      [6, 12],
      [POLICE, 'Viettel Phú Lâm'],
    ],
  )
  assert.ok(draft.doubts.some(({ field }) => field === 'articles'))
})

test('every clause stands where its span says', () => {
  for (const name of ['quy-che-cong-an-so.txt', 'quy-che-doanh-nghiep.txt', 'quyet-dinh-quy-che.txt']) {
    const draft = readRegulation(fixture(name))
    for (const clause of draft.articles.flatMap((article) => article.clauses)) {
      const lines = clause.text.split('\n')
      assert.ok(draft.text.slice(clause.start, clause.end).includes(lines.at(-1)!.replace(/\.$/, '')), clause.text)
    }
    for (const party of draft.parties) assert.ok(party.span.end <= draft.text.length)
  }
})

test('any text is read without a fault, and a stamped one is refused', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'Điều 1. ',
          'Bên A: ',
          'giữa ',
          'Sở Y tế',
          ' và ',
          'Công an tỉnh',
          '\n',
          '1. ',
          'tháng 6',
          'KT. GIÁM ĐỐC',
          'x',
          '.',
        ),
        { minLength: 1, maxLength: 60 },
      ),
      (parts) => {
        const text = `${parts.join('')} z`
        const draft = readRegulation(text)
        assert.ok(draft.articles.every((article) => article.end <= draft.text.length))
      },
    ),
  )
  assert.throws(() => readRegulation('  '), { code: 'empty' })
  assert.throws(() => readRegulation(`MẬT\n\n${fixture('quy-che-doanh-nghiep.txt')}`), { code: 'secret-stamp' })
})

test('a day that a report tells without its year is said to lack it, and stands for no day of signing', () => {
  for (const day of ['Sáng 3/4', 'Chiều nay 19/2', 'Chiều 13-12', 'Sáng ngày 19/11']) {
    const { signedOn } = readRegulation(
      `Phú Lâm: Ký kết quy chế phối hợp\n\n${day}, Công an tỉnh Phú Lâm và Viettel Phú Lâm ký kết quy chế phối hợp.\n`,
    )
    assert.equal(signedOn.value, null, day)
    assert.equal(signedOn.unsure?.vi, `"${day}" không ghi năm`)
  }
})
