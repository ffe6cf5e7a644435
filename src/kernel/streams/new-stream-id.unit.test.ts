import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { newStreamId } from './new-stream-id.ts'

const [officer, other] = [randomUUID(), randomUUID()]
const timely = '019aa9b5-3c1f-7abc-8def-0123456789ab'

test('the same key of the same officer opens one stream, of another another', () => {
  for (const key of [timely, randomUUID(), 'paper:12345']) {
    const id = newStreamId(officer, key, true)
    assert.ok(z.uuid().safeParse(id).success, id)
    assert.equal(newStreamId(officer, key, true), id)
    assert.notEqual(newStreamId(other, key, true), id)
  }
})

test('a time-ordered key gives an id of its moment, once that may be', () => {
  assert.equal(newStreamId(officer, timely, true).slice(0, 15), '019aa9b5-3c1f-7')
  assert.notEqual(newStreamId(officer, timely, false).slice(0, 13), '019aa9b5-3c1f')
  assert.equal(newStreamId(officer, timely, false)[14], '8')
})
