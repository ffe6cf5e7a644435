import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noteServerTime } from '../shell/server-time.ts'
import { language } from '../shell/i18n.ts'
import { clockTime, dayOf, fileSize, longDay, moment, officialDay, shortDay } from './dates.ts'

noteServerTime('2026-11-18T02:48:00Z')

test('days and moments are those of Viet Nam, whatever the machine says', () => {
  assert.equal(dayOf(new Date('2026-11-17T17:00:00Z')), '2026-11-18')
  assert.equal(clockTime('2026-11-18T02:48:00Z'), '09:48')
  assert.equal(longDay(new Date('2026-11-18T02:48:00Z')), 'Thứ Tư 18/11/2026')
})

test('this year needs no year, another does', () => {
  assert.equal(shortDay('2026-11-08'), '08/11')
  assert.equal(shortDay('2024-05-02'), '02/5/2024')
  assert.equal(moment('2026-11-18T01:00:00Z'), '08:00')
  assert.equal(moment('2026-11-17T09:40:00Z'), '17/11 16:40')
})

test('the official form puts a zero before January and February only', () => {
  assert.equal(officialDay('2024-05-02'), '02/5/2024')
  assert.equal(officialDay('2026-02-09'), '09/02/2026')
  assert.equal(officialDay('2026-12-16'), '16/12/2026')
})

test('sizes are written as the language writes numbers', () => {
  assert.equal(fileSize(1_300_000), '1,2 MB')
  language.set('en')
  assert.equal(fileSize(1_300_000), '1.2 MB')
  language.set('vi')
  assert.equal(fileSize(10), '1 kB')
})
