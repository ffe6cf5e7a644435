import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubtsOf, unsureLook } from './card-words.ts'
import { emptyAssignment, type DirectiveAssignment } from './edits.ts'

const doubt = (code: string) => ({ code, text: { vi: code, en: code } })
const one = (given: Partial<DirectiveAssignment>): DirectiveAssignment => ({ ...emptyAssignment('a'), ...given })
const codes = (given: Partial<DirectiveAssignment>): string[] => doubtsOf(one(given)).map(({ code }) => code)

const known = { kind: 'agency' as const, agencyId: '7d444840-9dc0-41d1-b245-5ffdce74fad2', as: 'Sở A' }
const unknown = { kind: 'unknown' as const, as: 'Sở Không Có' }

test('a name that was mapped to an agency is in doubt no more; one of two unknown names leaves the doubt', () => {
  const unsure = [doubt('unknown-lead')]
  assert.deepEqual(codes({ unsure, leads: [unknown] }), ['unknown-lead'])
  assert.deepEqual(codes({ unsure, leads: [known, unknown] }), ['unknown-lead'])
  assert.deepEqual(codes({ unsure, leads: [known] }), [])
  assert.deepEqual(codes({ unsure: [doubt('no-lead'), doubt('open-lead')], leads: [] }), ['no-lead', 'open-lead'])
})

test('what a choice does not answer stays in doubt', () => {
  assert.deepEqual(codes({ unsure: [doubt('ambiguous-lead'), doubt('class-ended'), doubt('reading')], leads: [known] }), [
    'ambiguous-lead',
    'class-ended',
    'reading',
  ])
  const unsure = [doubt('deadline-words')]
  assert.deepEqual(codes({ unsure, deadline: { words: 'trong tháng', date: null, inclusive: true } }), ['deadline-words'])
  assert.deepEqual(codes({ unsure, deadline: { words: 'trong tháng', date: '2026-11-30', inclusive: true } }), [])
  assert.equal(unsureLook(one({ unsure: [doubt('unknown-lead'), doubt('deadline-words')], leads: [known] })).text.vi, 'Chưa chắc về hạn')
})
