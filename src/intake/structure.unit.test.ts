import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { normalise } from './normalise.ts'
import { readStructure } from './structure.ts'

const regulation = readFileSync(join(import.meta.dirname, 'fixtures', 'quyet-dinh-quy-che.txt'), 'utf8')

it('splits a regulation into articles with their chapter, clauses and points', () => {
  const source = normalise(regulation)
  const articles = readStructure(source).filter((article) => article.chapter !== null)
  assert.deepEqual(
    articles.map((article) => [article.chapter?.label, article.label, article.title, article.clauses.map((clause) => clause.label).join()]),
    [
      ['I', '1', 'Phạm vi điều chỉnh', ''],
      ['I', '2', 'Nguyên tắc phối hợp', '1,2'],
      ['II', '3', 'Trách nhiệm của Công an tỉnh', '1,2'],
      ['II', '4', 'Trách nhiệm của Sở Khoa học và Công nghệ', '1,2'],
      ['II', '5', 'Trách nhiệm của doanh nghiệp viễn thông', ''],
      ['II', '6', 'Chế độ giao ban, báo cáo', '1,2'],
    ],
  )
  assert.equal(articles[2]?.chapter?.title, 'TRÁCH NHIỆM PHỐI HỢP')
  const clause = articles[5]?.clauses[0]
  assert.match(source.text.slice(clause?.start, clause?.end), /^1\. Công an tỉnh và Sở .* một lần\.$/)
})

it('keeps points inside their clause and unmarked lines with what they follow', () => {
  const source = normalise(
    'Điều 7. Thông tin\n\n1. Hai bên trao đổi:\n\na) tình hình;\n\nb) số liệu.\n\nBằng văn bản hoặc điện tử.\n\nĐiều 8. Kinh phí\n\nDo mỗi bên bảo đảm.',
  )
  const [first, second] = readStructure(source)
  assert.deepEqual(
    first?.clauses[0]?.points.map((point) => source.text.slice(point.start, point.end)),
    ['a) tình hình;', 'b) số liệu.\nBằng văn bản hoặc điện tử.'],
  )
  assert.equal(second?.clauses.length, 1)
})
