import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { remaining } from '../../kernel/clocks/remaining.ts'
import { VIET_NAM_CALENDAR } from '../../kernel/clocks/viet-nam.ts'
import { endOfDay, instantAt, instantOf } from '../../kernel/clocks/zone.ts'
import { clockWords, formatDue, formatRemaining, timeLeft, waitingWords } from './clock-words.ts'

const now = instantAt('2026-11-18', '09:48')
const words = (dueAt: string, unit: 'working' | 'elapsed', language: 'vi' | 'en' = 'vi', at = now) => {
  const time = remaining(dueAt, at, VIET_NAM_CALENDAR, unit)
  return `${formatRemaining(time, language)} | ${formatDue(time, language)}`
}

test('the words of the desk', () => {
  assert.equal(words(endOfDay('2026-11-16'), 'working'), 'quá hạn 2 ngày làm việc | hạn thứ Hai 16/11')
  assert.equal(words(endOfDay('2026-11-17'), 'working'), 'quá hạn 1 ngày làm việc | hạn thứ Ba 17/11')
  assert.equal(words(instantAt('2026-11-18', '13:00'), 'elapsed'), 'còn 3 giờ 12 phút | hạn 13:00')
  assert.equal(words(instantAt('2026-11-18', '13:48'), 'elapsed'), 'còn 4 giờ | hạn 13:48')
  assert.equal(words(endOfDay('2026-11-20'), 'working'), 'còn 2 ngày làm việc | hạn thứ Sáu 20/11')
  assert.equal(words(endOfDay('2026-11-26'), 'working'), 'còn 5 ngày làm việc | hạn thứ Năm 26/11')
  assert.equal(words(instantAt('2026-11-18', '09:30'), 'elapsed'), 'quá hạn 18 phút | hạn 09:30')
  assert.equal(words(instantAt('2026-11-20', '13:00'), 'elapsed'), 'còn 2 ngày 3 giờ 12 phút | hạn 13:00 thứ Sáu 20/11')
  assert.equal(words(instantAt('2026-11-23', '13:00'), 'elapsed'), 'còn 5 ngày | hạn 13:00 thứ Hai 23/11')
})

test('to the minute on the due day, on a weekend after it, and in the last minute', () => {
  assert.equal(words(endOfDay('2026-11-18'), 'working'), 'còn 14 giờ 12 phút | hạn thứ Tư 18/11')
  assert.equal(words(endOfDay('2026-11-20'), 'working', 'vi', instantAt('2026-11-21', '00:18')), 'quá hạn 18 phút | hạn thứ Sáu 20/11')
  assert.equal(
    words(endOfDay('2026-11-20'), 'working', 'vi', instantAt('2026-11-22', '10:22')),
    'quá hạn 1 ngày 10 giờ | hạn thứ Sáu 20/11',
  )
  assert.equal(words(endOfDay('2026-02-13'), 'working', 'vi', instantAt('2026-02-20', '08:00')), 'quá hạn 6 ngày | hạn thứ Sáu 13/02')
  assert.equal(words(instantOf(Date.parse(now) + 59_000), 'elapsed').split(' | ')[0], 'còn dưới 1 phút')
})

test('another year is written out, thousands have a dot', () => {
  assert.equal(words(endOfDay('2027-01-04'), 'working').split(' | ')[1], 'hạn thứ Hai 04/01/2027')
  assert.match(words(endOfDay('2032-01-05'), 'working'), /^còn 1\.2\d\d ngày làm việc/)
})

test('in English', () => {
  assert.equal(words(endOfDay('2026-11-20'), 'working', 'en'), '2 working days left | due Friday 20/11')
  assert.equal(words(instantAt('2026-11-18', '09:47'), 'elapsed', 'en'), '1 minute overdue | due 09:47')
})

test('a clock without a limit, suspended, done, late or soon', () => {
  const at = new Date(now)
  const clock = { dueAt: endOfDay('2026-11-20'), status: 'in-time', workingDays: 2, suspendedSince: null }
  assert.deepEqual(clockWords(clock, at, 'vi'), { main: 'còn 2 ngày làm việc', moment: 'hạn thứ Sáu 20/11', tone: null })
  assert.equal(clockWords({ ...clock, status: 'due-soon' }, at, 'vi').tone, 'amber')
  assert.equal(clockWords({ ...clock, dueAt: instantAt('2026-11-18', '13:00'), workingDays: null }, at, 'vi').tone, 'amber')
  assert.equal(clockWords({ ...clock, dueAt: endOfDay('2026-11-16') }, at, 'vi').tone, 'seal')
  assert.deepEqual(clockWords({ ...clock, dueAt: null, workingDays: null }, at, 'vi'), { main: 'không đặt hạn', moment: null, tone: null })
  const suspended = { dueAt: null, status: 'suspended', workingDays: null, suspendedSince: instantAt('2026-11-12', '10:00') }
  assert.deepEqual(clockWords(suspended, at, 'vi'), { main: 'tạm dừng từ 12/11', moment: null, tone: null })
  const done = { ...clock, dueAt: endOfDay('2026-11-16'), status: 'done-late', workingDays: null }
  assert.deepEqual(clockWords(done, at, 'vi'), { main: '', moment: 'hạn thứ Hai 16/11', tone: null })
})

test('what has no limit says since when it waits', () => {
  const waits = (since: string, answers = true, language: 'vi' | 'en' = 'vi') => {
    const { main, moment, tone } = waitingWords(since, answers, new Date(now), language)
    assert.equal(tone, null)
    return `${main} | ${moment}`
  }
  assert.equal(waits(instantAt('2026-11-18', '06:36')), 'chờ 3 giờ | từ 06:36')
  assert.equal(waits(instantAt('2026-11-18', '09:30')), 'chờ 18 phút | từ 09:30')
  assert.equal(waits(instantAt('2026-11-17', '10:00')), 'chờ gần 1 ngày | từ thứ Ba 17/11')
  assert.equal(waits(instantAt('2026-11-16', '09:49')), 'chờ gần 2 ngày | từ thứ Hai 16/11')
  assert.equal(waits(instantAt('2026-11-16', '09:49'), true, 'en'), 'waiting nearly 2 days | since Monday 16/11')
  assert.equal(waits(instantAt('2026-11-16', '06:36')), 'chờ 2 ngày | từ thứ Hai 16/11')
  assert.equal(waits(instantAt('2025-11-13', '16:00')), 'chờ 369 ngày | từ thứ Năm 13/11/2025')
  assert.equal(waits(instantAt('2026-11-13', '16:00'), true, 'en'), 'waiting 4 days | since Friday 13/11')
  assert.equal(waits(instantAt('2026-11-13', '16:00'), false), 'không đặt hạn | từ thứ Sáu 13/11')
})

test('the page counts the same numbers as the server', () => {
  const minute = fc.integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minute, fc.integer({ min: -200_000, max: 200_000 }), fc.boolean(), (at, later, atMidnight) => {
      const from = instantOf(at * 60_000)
      const due = atMidnight ? endOfDay(from.slice(0, 10)) : instantOf((at + later) * 60_000)
      const server = remaining(due, from, VIET_NAM_CALENDAR, 'working')
      assert.deepEqual(timeLeft(due, server.workingDays, from), server)
    }),
  )
})
