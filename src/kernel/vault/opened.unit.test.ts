import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Opened } from './opened.ts'

test('a value is worth keeping when it is asked for again, and for as long as it is kept', () => {
  const opened = new Opened(1000)
  assert.deepEqual([opened.worth('a'), opened.worth('b'), opened.worth('a')], [false, false, true])
  opened.keep('b', 1, 'kept by a command', 10)
  assert.equal(opened.worth('b'), true)
})

test('what was asked for once is forgotten behind many others', () => {
  const opened = new Opened(1000)
  opened.worth('first')
  for (let n = 0; n < 20_001; n++) opened.worth(`other ${n}`)
  assert.equal(opened.worth('first'), true, 'it is remembered while no more came than are remembered')
  for (let n = 0; n < 40_001; n++) opened.worth(`another ${n}`)
  assert.equal(opened.worth('first'), false)
})

test('all is forgotten when it is asked to be', () => {
  const opened = new Opened(1000)
  opened.worth('a')
  opened.clear()
  assert.equal(opened.worth('a'), false)
})
