import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementSchemas } from '../events.ts'
import { agreementChanges } from './change-words.ts'

test('an act refused because the agreement changed says what changed, whatever the event', () => {
  const later = Object.keys(agreementSchemas).filter((type) => type !== 'agreement.created')
  assert.deepEqual(Object.keys(agreementChanges).toSorted(), later.toSorted())
})
