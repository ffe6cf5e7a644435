import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { emptyAssignment } from './intake/edits.ts'
import { spansOf } from './source-spans.ts'

const agency = (as: string) => ({ kind: 'unknown' as const, as })
const order = (text: string, more: object) => ({ ...emptyAssignment('a'), span: { start: 0, end: text.length }, ...more })
const words = (text: string, more: object) =>
  spansOf(order(text, more), text).flatMap(({ start, end, role }) => (role === 'quote' ? [] : [`${role} ${text.slice(start, end)}`]))

test('verb, lead, coordinating agencies and deadline are found in their sentence', () => {
  const text = 'Yêu cầu Sở Y tế phối hợp với Công an tỉnh, Sở Tài chính rà soát trước ngày 20/12/2026.'
  const deadline = { words: 'trước ngày 20/12/2026', date: '2026-12-20', inclusive: false }
  assert.deepEqual(
    words(text, { verb: 'yeu-cau', leads: [agency('Sở Y tế')], coordinating: [agency('công an tỉnh'), agency('Sở Tài chính')], deadline }),
    ['verb Yêu cầu', 'lead Sở Y tế', 'coordinating Công an tỉnh', 'coordinating Sở Tài chính', 'deadline trước ngày 20/12/2026'],
  )
})

test('"Sở" alone stands for the department named before, but not the head of another name', () => {
  const leads = [agency('Sở Thông tin và Truyền thông')]
  assert.deepEqual(words('Đồng thời, Sở phối hợp với Sở Y tế thanh tra.', { leads }), ['lead Sở'])
  assert.deepEqual(words('Đồng thời phối hợp với Sở Y tế thanh tra.', { leads }), [])
})

test('the verb is the one before the agency; the same word later is part of the task', () => {
  assert.deepEqual(words('Sở Y tế tập huấn nhân viên giao dịch và giao ban.', { leads: [agency('Sở Y tế')] }), ['lead Sở Y tế'])
})

test('spans stay inside the sentence and never overlap, whatever the words are', () => {
  const word = fc.constantFrom('Sở', 'Y', 'tế', 'giao', 'yêu cầu', 'Công an', 'tỉnh', 'trước', ',', '(a+b)*')
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 30 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      (all, lead, other) => {
        const text = all.join(' ')
        const one = order(text, { leads: [agency(lead.join(' '))], coordinating: [agency(other.join(' '))] })
        const spans = spansOf(one, text).filter((span) => span.role !== 'quote')
        for (const [index, span] of spans.entries()) {
          assert.ok(span.start >= 0 && span.end <= text.length && span.start < span.end)
          const next = spans[index + 1]
          if (next) assert.ok(span.end <= next.start)
        }
      },
    ),
  )
})

test('a span that does not fit the text gives nothing', () => {
  assert.deepEqual(spansOf({ ...emptyAssignment('a'), span: { start: 5, end: 99 } }, 'ngắn'), [])
})
