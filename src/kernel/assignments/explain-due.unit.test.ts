import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countDue } from './due.ts'
import { explainDue } from './explain-due.ts'
import { firstPeriods } from './reporting.ts'
import { openPeriods } from './evolve-periods.ts'
import { initialFulfilment, type FulfilmentState } from './state.ts'

const since = '2026-11-02T01:00:00.000Z'
const withDue = (article: string | null, inclusive = true): FulfilmentState => ({
  ...initialFulfilment(),
  due: countDue({ date: '2026-11-25', inclusive, article, since, after: 0 }),
})
const first = (state: FulfilmentState) => explainDue(state)[0]

test('the document says its own day; what was granted or changed later says so, in both languages', () => {
  assert.match(first(withDue(null))?.vi ?? '', /^Văn bản ghi đến hết ngày 25\/11\/2026/)
  assert.deepEqual(first(withDue('Gia hạn ngày 12/11/2026')), {
    vi: 'Gia hạn ngày 12/11/2026, đến hết ngày 25/11/2026.',
    en: 'Extended on 12/11/2026, to the end of 25/11/2026.',
  })
  assert.deepEqual(first(withDue('Đổi hạn ngày 12/11/2026', false)), {
    vi: 'Đổi hạn ngày 12/11/2026, trước ngày 25/11/2026.',
    en: 'Changed on 12/11/2026, to before 25/11/2026.',
  })
  for (const { vi, en } of explainDue(withDue('Gia hạn ngày 12/11/2026'))) {
    assert.doesNotMatch(vi, /Văn bản ghi/)
    assert.doesNotMatch(en, /Gia hạn|The document says/)
  }
  assert.match(first(withDue('Khoản 1 Điều 5'))?.vi ?? '', /^Căn cứ: Khoản 1 Điều 5/, 'a legal source stays as it is cited')
})

test('a report of a period is due by the rhythm, not by a day in the document; without a limit there is nothing to explain', () => {
  const state = { ...initialFulfilment(), periods: openPeriods([], firstPeriods('recurring', 'six-monthly', '2026-11-02'), 0) }
  assert.deepEqual(first(state), {
    vi: 'Báo cáo 6 tháng cuối năm 2026 đến hết ngày 14/12/2026.',
    en: 'Report for second half of 2026: due by the end of 14/12/2026.',
  })
  assert.deepEqual(explainDue(initialFulfilment()), [])
})
