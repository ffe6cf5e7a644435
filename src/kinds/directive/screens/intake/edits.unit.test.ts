import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { add, change, cutPlace, emptyAssignment, groupsOf, merge, missingOf, remove, screenOrder, split, type Draft } from './edits.ts'

const AGENCY = { kind: 'agency' as const, agencyId: '11111111-1111-4111-8111-111111111111', as: 'Sở Y tế' }
const OTHER = { kind: 'agency' as const, agencyId: '22222222-2222-4222-8222-222222222222', as: 'Công an tỉnh' }
const TEXT = 'Giao Sở Y tế rà soát hệ thống; báo cáo kết quả trước ngày 10. Công an tỉnh kiểm tra.'

const draft = (): Draft => {
  const first = {
    ...emptyAssignment('a'),
    content: 'Rà soát hệ thống; báo cáo kết quả',
    leads: [AGENCY],
    span: { start: 0, end: 61 },
    quote: TEXT.slice(0, 61),
    confirmed: true,
  }
  const second = { ...emptyAssignment('b'), ordinal: 2, content: 'Kiểm tra', leads: [OTHER], span: { start: 62, end: TEXT.length } }
  const document = {
    type: 'cong-van' as const,
    number: '1',
    date: null,
    dateWords: null,
    place: '',
    issuerId: null,
    issuerName: '',
    subject: '',
    urgency: 'normal' as const,
    signer: null,
    legalBases: [],
    fileId: null,
    sourceText: TEXT,
  }
  return { document, recipients: [], assignments: [first, second] }
}

test('whatever changes must be confirmed again', () => {
  assert.equal(change(draft(), 'a', { content: 'khác' }).assignments[0]?.confirmed, false)
  assert.equal(change(draft(), 'b', { confirmed: true }).assignments[1]?.confirmed, true)
})

test('a split keeps the agencies, cuts the words once, and moves the span where the words stand in the text', () => {
  const [first, second, third] = split(draft(), 'a', 'c')?.assignments ?? []
  assert.deepEqual([first?.content, second?.content, third?.content], ['Rà soát hệ thống', 'báo cáo kết quả', 'Kiểm tra'])
  assert.deepEqual([first?.ordinal, second?.ordinal, third?.ordinal], [1, 2, 3])
  assert.deepEqual(second?.leads, [AGENCY])
  const cut = TEXT.indexOf('báo cáo')
  assert.deepEqual(
    [first?.span, second?.span],
    [
      { start: 0, end: cut },
      { start: cut, end: 61 },
    ],
  )
  assert.equal(first?.confirmed, false)
  assert.equal(split(draft(), 'b', 'c'), null, 'one sentence cannot be cut without a caret')
})

test('the caret decides where a content is cut', () => {
  assert.equal(cutPlace('một hai ba', 4), 4)
  assert.equal(cutPlace('một hai ba', 0), null)
  assert.equal(cutPlace('aa. b b b; c', null), 3)
})

test('a merge joins words, agencies and spans; the last has nothing to merge with', () => {
  const joined = merge(draft(), 'a')
  assert.equal(joined?.assignments.length, 1)
  assert.equal(joined?.assignments[0]?.content, 'Rà soát hệ thống; báo cáo kết quả; Kiểm tra')
  assert.deepEqual(joined?.assignments[0]?.leads, [AGENCY, OTHER])
  assert.deepEqual(joined?.assignments[0]?.span, { start: 0, end: TEXT.length })
  assert.equal(merge(draft(), 'b'), null)
})

test('what is unsure or incomplete stands first, what is confirmed last', () => {
  const one = change(draft(), 'b', { unsure: [{ code: 'reading', text: { vi: '?', en: '?' } }] })
  const more = add(one, 'c', null)
  assert.deepEqual(
    screenOrder(more).map((other) => other.id),
    ['b', 'c', 'a'],
  )
  assert.equal(groupsOf(more).confirmed.length, 1)
  assert.equal(missingOf(more.assignments[2] ?? emptyAssignment('x')), 'lead')
  assert.equal(missingOf({ ...emptyAssignment('x'), leads: [{ kind: 'unknown', as: 'Tổ 1' }] }), 'unknown')
  const led = { ...emptyAssignment('x'), content: 'rà soát', leads: [{ kind: 'agency' as const, agencyId: 'a', as: 'Sở A' }] }
  assert.equal(missingOf({ ...led, coordinating: [{ kind: 'unknown', as: 'các cơ quan liên quan' }] }), null)
})

test('any run of edits keeps ids apart, ordinals in a row and every assignment in one group', () => {
  const step = fc.record({ act: fc.constantFrom('add', 'remove', 'split', 'merge', 'change'), at: fc.nat(8) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let now = draft()
      let n = 0
      for (const { act, at } of steps) {
        const id = now.assignments[at % Math.max(1, now.assignments.length)]?.id ?? ''
        const fresh = `n${(n += 1)}`
        if (act === 'add') now = add(now, fresh, id)
        else if (act === 'remove') now = remove(now, id)
        else if (act === 'split') now = split(now, id, fresh, at) ?? now
        else if (act === 'merge') now = merge(now, id) ?? now
        else now = change(now, id, { content: `một; hai ${n}` })
      }
      assert.deepEqual(
        now.assignments.map((one) => one.ordinal),
        now.assignments.map((_one, index) => index + 1),
      )
      assert.equal(new Set(now.assignments.map((one) => one.id)).size, now.assignments.length)
      assert.equal(screenOrder(now).length, now.assignments.length)
    }),
  )
})
