import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toyDecider } from '../../../testing/toy-decider.ts'
import { CATALOGUE, problemsWith } from '../problems/catalogue.ts'
import type { NotifyChange } from './change.ts'
import type { AnyDecider, Decider, NewEvent, NotificationTexts } from './decider.ts'
import { Registry } from './registry.ts'

const other: AnyDecider = { ...toyDecider, type: 'other', events: {} }
const opened = { vi: '{asker} mở {number}', en: '{asker} opened {number}' }
const late = { status: 422, vi: 'Chọn ngày sớm hơn {day}.', en: 'Choose a day before {day}.' }

test('a stream type brings its own problems and notifications; the general ones are there as well', () => {
  const registry = new Registry([{ ...toyDecider, problems: { 'toy-late': late }, notifications: { 'toy.opened': opened } } as AnyDecider])
  const { reason } = problemsWith({ 'toy-late': late })
  const refused = registry.refusal(reason('toy-late', { day: '21/11/2026' }))
  assert.deepEqual(
    [refused.status, refused.code, refused.text],
    [422, 'toy-late', { vi: 'Chọn ngày sớm hơn 21/11/2026.', en: 'Choose a day before 21/11/2026.' }],
  )
  assert.equal(registry.refusal(reason('owner-only')).status, CATALOGUE['owner-only'].status)
  assert.deepEqual(registry.notification('toy.opened'), opened)
  assert.ok(registry.notification('reminder.overdue'))
  assert.equal(registry.notification('other.opened'), undefined)
})

test('a server does not start with a text that lacks a language, takes other values in one, or has the key of another', () => {
  const start =
    (declared: { problems?: Record<string, unknown>; notifications?: Record<string, unknown> }, beside: AnyDecider = toyDecider) =>
    () =>
      new Registry([beside, { ...other, ...declared } as AnyDecider])
  assert.doesNotThrow(start({ problems: { 'other-late': late }, notifications: { 'other.opened': opened } }))
  assert.throws(start({ problems: { 'other-late': { ...late, en: '' } } }), /problem other-late has no text in English/)
  assert.throws(start({ notifications: { 'other.opened': { en: opened.en } } }), /notification other\.opened has no text in Vietnamese/)
  assert.throws(start({ problems: { 'other-late': { ...late, en: 'Choose.' } } }), /problem other-late takes other values/)
  assert.throws(start({ problems: { 'not-found': late } }), /two texts for the problem not-found/)
  const toy = { ...toyDecider, notifications: { 'toy.opened': opened } } as AnyDecider
  assert.throws(start({ notifications: { 'toy.opened': opened } }, toy), /two texts for the notification toy\.opened/)
})

type Toy<N extends string> = Decider<unknown, NewEvent, unknown, N>

test('the type check refuses a notification without its text, a code that nobody declared, and one that is general already', () => {
  const texts = { 'toy.opened': opened }
  texts satisfies NotificationTexts<'toy.opened'>
  // @ts-expect-error 'toy.closed' has no text
  texts satisfies NotificationTexts<'toy.closed'>
  // @ts-expect-error no Vietnamese text
  const half: Toy<'toy.opened'>['notifications'] = { 'toy.opened': { en: 'x' } }
  assert.ok(half)
  const change = { table: 'notify', what: 'toy.closed' } as NotifyChange<'toy.closed'>
  // @ts-expect-error a decider that declares no notifications makes none
  const silent: Pick<Toy<never>, 'project'> = { project: () => [change] }
  // @ts-expect-error the rules notify and bring no text
  const mute: Toy<'toy.closed'> = { ...(other as Toy<never>), project: () => [change] }
  assert.ok(silent && mute)
  const { problem } = problemsWith({ 'toy-late': late })
  assert.equal(problem('toy-late', { day: 'x' }).status, 422)
  // @ts-expect-error no such code
  assert.throws(() => problem('toy-early'))
  // @ts-expect-error the general catalogue has it
  assert.ok(problemsWith({ 'not-found': late }))
})
