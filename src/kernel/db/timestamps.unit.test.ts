import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { timestamp } from './timestamps.ts'

/** As PostgreSQL writes a moment with TimeZone=UTC: no zeros at the end of a second's parts. */
const written = (date: Date, micros: number): string => {
  const [day, time] = date.toISOString().slice(0, 19).split('T')
  const parts = `${String(date.getUTCMilliseconds()).padStart(3, '0')}${String(micros).padStart(3, '0')}`.replace(/0+$/, '')
  return `${day} ${time}${parts ? `.${parts}` : ''}+00`
}

test('reads every moment that a connection in UTC writes to its millisecond', () => {
  const moment = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 999 }), (date, micros) => {
      assert.deepEqual(timestamp(written(date, micros)), date)
    }),
    { numRuns: 2000 },
  )
})

test('reads the forms that are rare', () => {
  assert.equal(timestamp('infinity'), Number.POSITIVE_INFINITY)
  assert.equal(timestamp('-infinity'), Number.NEGATIVE_INFINITY)
  const forms: [string, string][] = [
    ['2026-11-22 08:47:40.5+07', '2026-11-22T01:47:40.500Z'],
    ['2026-11-22 01:47:40-03:30', '2026-11-22T05:17:40.000Z'],
    ['12026-11-22 01:47:40+00', '+012026-11-22T01:47:40.000Z'],
    ['12026-11-22 01:47:40.25+00', '+012026-11-22T01:47:40.250Z'],
    ['0044-03-15 12:00:00+00 BC', '-000043-03-15T12:00:00.000Z'],
    ['0099-01-01 00:00:00+00', '0099-01-01T00:00:00.000Z'],
  ]
  for (const [text, iso] of forms) assert.equal((timestamp(text) as Date).toISOString(), iso, text)
})
