import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, toTsquery } from './query.ts'

test('folds case, diacritics and đ', () => {
  assert.equal(fold('Sự Cố Mã ĐỘC'), 'su co ma doc')
  assert.equal(fold('sự cố'.normalize('NFD')), 'su co')
})

test('all words must occur, the last may be a beginning', () => {
  assert.equal(toTsquery('Sự cố mã độc'), 'su & co & ma & doc:*')
  assert.equal(toTsquery('1009/UBND-KGVX'), '1009 & ubnd & kgvx:*')
  assert.equal(toTsquery('x'), 'x')
})

test('operators and empty input never reach the query language', () => {
  assert.equal(toTsquery("a' | !b & (c:*)"), 'a & b & c')
  assert.equal(toTsquery(' - : * '), null)
  assert.equal((toTsquery('từ '.repeat(500)) ?? '').split('&').length, 12)
})
