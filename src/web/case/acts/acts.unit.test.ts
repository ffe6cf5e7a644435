import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fulfilmentPayloads } from '../../../kernel/assignments/commands.ts'
import type { ActionView } from '../../../kernel/http/views.ts'
import type { FieldSpec } from './act-spec.ts'
import { acts, commandsFor, ownActions } from './acts.ts'
import { missingOf, payloadOf, type Values } from './payload.ts'

/** Given by the case or by the assignment above, never by an officer. */
const INTERNAL = new Set(['finish', 'limit', 'resumeBelow'])
const ID = '5faf12d0-a0d0-4e5c-9f6b-6ccccd7b170d'

const filled: Record<FieldSpec['kind'], (name: string) => unknown> = {
  text: () => '  Đã làm xong  ',
  date: () => '2026-12-01',
  percent: () => 40,
  files: () => [{ id: ID, name: 'a.docx', size: 1, sha256: '', mediaType: '', uploadedAt: '' }],
  periods: (name) => (name === 'periodKeys' ? ['2026-H2'] : '2026-H2'),
  'hand-on': () => ({ kind: 'unit', id: ID, name: 'PA05' }),
  agencies: () => [{ id: ID, name: 'UBND xã' }],
  included: () => false,
}
const valuesOf = (fields: FieldSpec[]): Values => Object.fromEntries(fields.map((field) => [field.name, filled[field.kind](field.name)]))

test('every command that an officer may give has a form', () => {
  const commands = Object.keys(fulfilmentPayloads).filter((command) => !INTERNAL.has(command))
  assert.deepEqual(Object.keys(acts).toSorted(), commands.toSorted())
})

for (const [command, spec] of Object.entries(acts)) {
  const schema = fulfilmentPayloads[command as keyof typeof fulfilmentPayloads]
  test(`${command}: what the form sends is what the rules take, filled and with the least`, () => {
    const values = valuesOf(spec.fields)
    const whole = payloadOf(command, spec, values)
    const parsed = schema.parse(whole)
    for (const key of Object.keys(whole)) assert.ok(key in parsed, `${key} is not known to the rules`)
    const least = valuesOf(spec.fields.filter((field) => field.required))
    schema.parse(payloadOf(command, spec, least))
  })
  test(`${command}: each wanted field that is left empty is named`, () => {
    const wanted = spec.fields.filter((field) => field.required).map((field) => field.name)
    assert.deepEqual(missingOf(spec, {}), wanted)
    assert.deepEqual(missingOf(spec, valuesOf(spec.fields)), [])
  })
}

test('every ask of the desk leads to commands that have a form', () => {
  for (const ask of ['accept', 'submit', 'resubmit', 'confirm', 'decideExtension', 'decideDecline']) {
    const commands = commandsFor(ask)
    assert.ok(commands.length > 0, ask)
    for (const command of commands) assert.ok(command in acts, command)
  }
  assert.deepEqual(commandsFor('unheard-of'), [])
})

test('acts of the other side are not shown, refused ones of the own side are', () => {
  const action = (command: string, code: string | null): ActionView => ({
    command,
    allowed: code === null,
    reason: code ? { code, text: { vi: '', en: '' } } : null,
    version: 1,
    streamId: ID,
    streamType: 'fulfilment',
  })
  const shown = ownActions([
    action('confirm', 'asker-only'),
    action('submit', 'accept-first'),
    action('accept', null),
    action('limit', 'by-the-case'),
  ])
  assert.deepEqual(
    shown.map((one) => one.command),
    ['accept', 'submit'],
  )
})
