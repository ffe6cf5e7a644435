import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readHtml } from './html.ts'
import { readDocument } from './read-document.ts'

const page = (rows: string) =>
  `<html><body><p>SỞ NỘI VỤ</p><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Số: 15/KH-SNV</p><p>KẾ HOẠCH</p><p>PHỤ LỤC</p><table><tr><th>STT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Phối hợp</th><th>Thời hạn</th></tr>${rows}</table></body></html>`
const tasksOf = (rows: string) =>
  readDocument(readHtml(page(rows))).assignments.map((one) => [
    one.lead.map(({ name }) => name).join(' + '),
    one.coordinate.map(({ name }) => name).join(' + '),
    one.deadline?.words ?? null,
  ])

describe('task tables of a web page', () => {
  it('keep every cell in its column where cells are merged', () => {
    const rows =
      '<tr><td>I</td><td colspan="4">Công việc chung</td></tr>' +
      '<tr><td>1</td><td>Tập huấn cho cán bộ lưu trữ</td><td rowspan="2">UBND các xã, phường</td><td>Sở Tài chính</td><td>Quý I/2027</td></tr>' +
      '<tr><td>2</td><td>Thay thiết bị hết hạn bảo hành</td><td>Sở Xây dựng</td><td>Hằng năm</td></tr>' +
      '<tr><td>3</td><td>Kiểm kê hồ sơ tại các kho</td><td>Công an tỉnh</td><td></td><td>Trước ngày 30/6/2027</td></tr>'
    assert.deepEqual(tasksOf(rows), [
      ['UBND các xã, phường', 'Sở Tài chính', 'Quý I/2027'],
      ['UBND các xã, phường', 'Sở Xây dựng', 'Hằng năm'],
      ['Công an tỉnh', '', 'Trước ngày 30/6/2027'],
    ])
  })

  it('are read within a bound, whatever a crafted page merges', () => {
    const rows = '<tr><td rowspan="9999" colspan="9999">a</td></tr>'.repeat(5_000)
    const text = readHtml(page(`${rows}<tr><td>1</td></tr>`))
    assert.ok(text.split('\n').filter((line) => line === '|').length < 35_000)
    assert.doesNotThrow(() => readHtml(page('<tr><td rowspan="-3" colspan="x">a</td></tr>')))
  })
})
