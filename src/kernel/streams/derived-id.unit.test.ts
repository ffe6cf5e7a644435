import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { derivedId, followsTime, idBeside } from './derived-id.ts'

const MOMENT = '019aa9b5-3c1f-7abc-8def-0123456789ab'

test('an id follows from its name alone', () => {
  assert.equal(derivedId('a'), derivedId('a'))
  assert.notEqual(derivedId('a'), derivedId('b'))
  assert.equal(idBeside(MOMENT, 'order', 'a'), idBeside(MOMENT, 'order', 'a'))
})

test('only a time-ordered UUID is said to follow the time', () => {
  assert.ok(followsTime(MOMENT))
  for (const other of [
    randomUUID(),
    derivedId('a'),
    MOMENT.toUpperCase(),
    `${MOMENT}0`,
    MOMENT.replace('-7', '-6'),
    MOMENT.replace('-8', '-c'),
  ]) {
    assert.equal(followsTime(other), false, other)
  }
})

test('ids beside another begin as it does, stand together by group, differ by name, and follow the time themselves', () => {
  const ids = ['order 1', 'order 2'].flatMap((group) => Array.from({ length: 4000 }, (_, i) => idBeside(MOMENT, group, `${group}/${i}`)))
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids) {
    assert.ok(id.startsWith('019aa9b5-3c1f-7'), id)
    assert.ok(followsTime(id) && z.uuid().safeParse(id).success, id)
  }
  const groups = ids.toSorted().map((id) => id.slice(0, 18))
  assert.equal(groups.filter((group, i) => group !== groups[i - 1]).length, 2, 'each group lies in one piece')
})
