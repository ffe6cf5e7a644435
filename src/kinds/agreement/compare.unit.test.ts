import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { agreementText, clause, withClauses } from '../../../testing/builders/agreement.ts'
import { compareTexts } from './compare.ts'

const [A, B] = [randomUUID(), randomUUID()]
const nameOf = (id: string) => (id === A ? 'Công an tỉnh' : 'Sở KH&CN')

test('each clause is compared by its id, and a removed one stands where it stood', () => {
  const before = withClauses(agreementText([A, B]), () => [clause(1, 'Một', A), clause(2, 'Hai', B), clause(3, 'Ba bốn')])
  const [first, second, third] = before.articles[0]!.clauses
  const added = clause(3, 'Năm')
  const after = withClauses(before, () => [{ ...third!, ordinal: 1, text: 'Ba năm' }, { ...first!, ordinal: 2 }, added])
  const view = compareTexts({ n: 1, text: before }, { n: 2, text: after }, nameOf)
  assert.deepEqual(
    view.clauses.map((one) => [one.clauseId, one.change]),
    [
      [third!.id, 'changed'],
      [first!.id, 'same'],
      [second!.id, 'removed'],
      [added.id, 'added'],
    ],
  )
  assert.deepEqual(view.counts, { same: 1, changed: 1, added: 1, removed: 1 })
  assert.equal(view.clauses[2]?.label.vi, 'Khoản 2 Điều 1', 'a removed clause is called as it was')
  assert.deepEqual(view.fields, [])
})

test('other parts that differ are told in words', () => {
  const before = agreementText([A, B])
  const after = {
    ...before,
    title: 'Quy chế mới',
    briefing: { months: [6, 12], hosts: [A, B], firstHost: B, extraordinary: true },
    exchange: [
      {
        id: randomUUID(),
        content: 'Tin về sự cố',
        fromId: B,
        toId: A,
        channel: 'Văn bản',
        replyTime: { amount: 3, unit: 'working-day' as const },
      },
    ],
  }
  const { fields } = compareTexts({ n: 1, text: before }, { n: 2, text: after }, nameOf)
  assert.deepEqual(
    fields.map(({ field, before: was, after: now }) => [field, was.vi, now.vi]),
    [
      ['title', before.title, 'Quy chế mới'],
      ['exchange', 'không có', 'Sở KH&CN → Công an tỉnh: Tin về sự cố (Văn bản), trả lời trong 3 ngày làm việc'],
      ['briefing', 'không có', 'tháng 6, 12; chủ trì luân phiên Công an tỉnh, Sở KH&CN, đầu tiên Sở KH&CN; có họp đột xuất'],
    ],
  )
})
