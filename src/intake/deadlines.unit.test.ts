import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deadlineFromLabel, readDeadline } from './deadlines.ts'
import { readRecurrence, recurrenceFromLabel } from './recurrence.ts'

describe('deadlines keep the words, the date and whether the day is included', () => {
  const cases: [string, string | null, string | null, boolean?][] = [
    ['báo cáo UBND tỉnh trước ngày 30/11/2026.', 'trước ngày 30/11/2026', '2026-11-30', false],
    ['hoàn thành trước hết ngày 05 tháng 6 năm 2026', 'trước hết ngày 05 tháng 6 năm 2026', '2026-06-05', true],
    ['gửi về Sở đến hết ngày 1/2/2027', 'đến hết ngày 1/2/2027', '2027-02-01', true],
    ['chậm nhất là ngày 15-3-2026', 'chậm nhất là ngày 15-3-2026', '2026-03-15', true],
    ['xong trước 17h00 ngày 20/12/2026', 'trước 17h00 ngày 20/12/2026', '2026-12-20', false],
    ['trước ngày 30-6', 'trước ngày 30-6', null, false],
    ['trước ngày 25 hằng tháng', 'trước ngày 25 hằng tháng', null, false],
    ['trước ngày 01/6 và 15/11 hằng năm', 'trước ngày 01/6 và 15/11 hằng năm', null, false],
    ['trong thời hạn 05 ngày làm việc, kể từ ngày nhận hồ sơ', 'trong thời hạn 05 ngày làm việc, kể từ ngày nhận hồ sơ', null, true],
    ['báo cáo chậm nhất 10 ngày kể từ ngày nhận văn bản này.', 'chậm nhất 10 ngày kể từ ngày nhận văn bản này', null, true],
    ['gửi trước 17 giờ ngày 20/10/2026', 'trước 17 giờ ngày 20/10/2026', '2026-10-20', false],
    ['không muộn hơn ngày 05/11/2026', 'không muộn hơn ngày 05/11/2026', '2026-11-05', true],
    ['hạn chót là 05/11/2026', 'hạn chót là 05/11/2026', '2026-11-05', true],
    ['hoàn thành trong tháng 11', 'trong tháng 11', null, true],
    ['xong trước cuối tháng 12/2026', 'trước cuối tháng 12/2026', null, false],
    ['báo cáo nhanh trước 15 giờ hằng ngày', 'trước 15 giờ hằng ngày', null, false],
    ['báo cáo trước 16h00 thứ Năm hằng tuần', 'trước 16h00 thứ Năm hằng tuần', null, false],
    [
      'theo Công văn số 12/UBND-NC ban hành trước ngày 01/01/2020 có hiệu lực, gửi trước ngày 05/11/2026',
      'trước ngày 05/11/2026',
      '2026-11-05',
      false,
    ],
    ['trình trong quý II/2026', 'trong quý II/2026', null, true],
    ['trước ngày 31/02/2026', 'trước ngày 31/02/2026', null, false],
    ['thực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ', null, null],
    ['kể từ ngày 01/01/2026', null, null],
  ]
  for (const [text, words, date, inclusive] of cases) {
    it(text, () => {
      const found = readDeadline(text, 100)
      assert.equal(found?.words ?? null, words)
      if (!found) return
      assert.equal(found.date, date)
      assert.equal(found.inclusive, inclusive)
      assert.equal(text.slice(found.span.start - 100, found.span.end - 100), words)
    })
  }

  it('takes a whole label with its date', () => {
    assert.deepEqual(deadlineFromLabel('30/5/2026', 7), {
      words: '30/5/2026',
      span: { start: 7, end: 16 },
      date: '2026-05-30',
      inclusive: true,
    })
    assert.equal(deadlineFromLabel('Từ 01/7/2026.', 0)?.date, null)
    assert.equal(deadlineFromLabel(' . ', 0), null)
  })
})

describe('recurrence is read only where the task itself returns', () => {
  const cases: [string, ReturnType<typeof readRecurrence>][] = [
    ['trước ngày 20 hằng tháng', 'monthly'],
    ['định kỳ hằng quý báo cáo', 'quarterly'],
    ['Hàng quý, tổng hợp số liệu', 'quarterly'],
    ['giao ban 6 tháng một lần', 'six-monthly'],
    ['định kỳ 6 tháng, hằng năm báo cáo', 'six-monthly'],
    ['trước ngày 15/12 hằng năm', 'yearly'],
    ['diễn tập mỗi năm ít nhất một lần', 'yearly'],
    ['theo kết quả rà soát hộ nghèo hằng năm của xã', null],
    ['hỗ trợ 500.000 đồng mỗi tháng', null],
    ['trong 6 tháng đầu năm 2026', null],
  ]
  for (const [text, recurrence] of cases) it(text, () => assert.equal(readRecurrence(text), recurrence))

  it('reads the value of a time line', () => {
    assert.equal(recurrenceFromLabel('Thường xuyên, hằng năm'), 'yearly')
    assert.equal(recurrenceFromLabel('Theo kế hoạch hằng năm'), null)
  })
})
