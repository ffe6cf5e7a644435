import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DraftAssignment, Field, IntakeDraft } from '../../intake/draft.ts'
import { payloads } from './contract.ts'
import { doubtsOf, payloadFromIntake, verbOf } from './from-intake.ts'
import type { NameReading } from './intake-contract.ts'

const AGENCY = '11111111-1111-4111-8111-111111111111'
const OTHER = '22222222-2222-4222-8222-222222222222'

const field = <T>(value: T, unsure: Field<T>['unsure'] = null): Field<T> => ({ value, span: null, confidence: unsure ? 0.4 : 0.9, unsure })

const order = (more: Partial<DraftAssignment> = {}): DraftAssignment => ({
  verb: 'giao',
  verbSpan: null,
  lead: [{ name: 'Sở Khoa học và Công nghệ', span: { start: 5, end: 29 } }],
  coordinate: [],
  content: 'Rà soát điểm đăng ký thuê bao',
  quote: 'Giao Sở Khoa học và Công nghệ rà soát điểm đăng ký thuê bao.',
  start: 0,
  end: 60,
  deadline: null,
  recurrence: null,
  shape: 'once',
  confidence: 0.9,
  unsure: null,
  ...more,
})

const draft = (more: Partial<IntakeDraft> = {}): IntakeDraft => ({
  text: 'Giao Sở Khoa học và Công nghệ rà soát điểm đăng ký thuê bao.',
  genre: 'official',
  type: field('cong-van'),
  number: field<string | null>('12/UBND-KGVX'),
  date: field<string | null>('2026-11-02'),
  dateWords: null,
  place: field<string | null>('Gia Lai'),
  issuer: field<string | null>('UBND tỉnh Gia Lai'),
  subject: field<string | null>('rà soát thuê bao'),
  legalBases: [],
  signer: field<IntakeDraft['signer']['value']>({ capacities: ['KT.'], position: 'Phó Chủ tịch', name: 'Tên Người Ký' }),
  recipients: [],
  urgency: field<IntakeDraft['urgency']['value']>(null),
  assignments: [order()],
  ...more,
})

const reading = (as: string, more: Partial<NameReading> = {}): NameReading => ({
  as,
  targets: [],
  agencies: [],
  count: 0,
  note: null,
  ambiguous: false,
  openEnded: false,
  open: [],
  suggestions: [],
  ...more,
})

const known: Record<string, NameReading> = {
  'Sở Khoa học và Công nghệ': reading('', { targets: [{ kind: 'agency', agencyId: AGENCY, as: 'Sở Khoa học và Công nghệ' }], count: 1 }),
  'Sở KH&CN': reading('', { targets: [{ kind: 'agency', agencyId: AGENCY, as: 'Sở KH&CN' }], count: 1 }),
  'UBND tỉnh Gia Lai': reading('', { targets: [{ kind: 'agency', agencyId: OTHER, as: 'UBND tỉnh Gia Lai' }], count: 1 }),
  'UBND các huyện': reading('', {
    targets: [{ kind: 'class', typeIds: ['commune-peoples-committee'], areaCode: '52', as: 'UBND các huyện' }],
    count: 135,
  }),
  'các sở, ngành': reading('', { openEnded: true, open: ['các sở, ngành'] }),
  'các phòng': reading('', { targets: [{ kind: 'agency', agencyId: OTHER, as: 'các phòng' }], count: 1, ambiguous: true }),
}
const from = (one: IntakeDraft) => {
  let n = 0
  const newId = () => `33333333-3333-4333-8333-${String((n += 1)).padStart(12, '0')}`
  return payloadFromIntake(one, { read: (as) => known[as] ?? reading(as), newId, fileId: null })
}
const codes = (one: DraftAssignment) => from(draft({ assignments: [one] })).assignments[0]?.unsure.map((reason) => reason.code)

test('the payload is what create takes, and the signer is kept without a name', () => {
  const payload = from(draft())
  assert.deepEqual(payloads.create.parse(payload), payload)
  assert.deepEqual(payload.document.signer, { capacity: 'KT', position: 'Phó Chủ tịch' })
  assert.ok(!JSON.stringify(payload).includes('Tên Người Ký'))
  assert.equal(payload.document.issuerId, OTHER)
  assert.equal(payload.assignments[0]?.confirmed, false)
  assert.deepEqual(payload.assignments[0]?.unsure, [])
})

test('words of an order become one of three verbs', () => {
  for (const [words, verb] of [
    ['giao', 'giao'],
    ['phân công', 'giao'],
    ['chỉ đạo', 'giao'],
    ['yêu cầu', 'yeu-cau'],
    ['Yêu cầu', 'yeu-cau'],
    ['đề nghị', 'de-nghi'],
    ['kiến nghị', 'de-nghi'],
    ['', 'giao'],
  ] as const) {
    assert.equal(verbOf(words), verb, words)
    assert.equal(verbOf(words.normalize('NFD')), verb, `${words} decomposed`)
  }
})

test('shape, recurrence and deadline are carried over; a deadline in words alone is said to be unsure', () => {
  const [one] = from(
    draft({
      assignments: [
        order({
          shape: 'recurring',
          recurrence: 'monthly',
          deadline: { words: 'trước ngày 15/12/2026', span: { start: 0, end: 1 }, date: '2026-12-15', inclusive: false },
        }),
      ],
    }),
  ).assignments
  assert.deepEqual(
    [one?.shape, one?.recurrence, one?.deadline],
    ['recurring', 'monthly', { words: 'trước ngày 15/12/2026', date: '2026-12-15', inclusive: false }],
  )
  assert.deepEqual(codes(order({ deadline: { words: 'trong quý IV', span: { start: 0, end: 1 }, date: null, inclusive: true } })), [
    'deadline-words',
  ])
})

test('a name that is not known stays as written and is asked about', () => {
  const [one] = from(draft({ assignments: [order({ lead: [{ name: 'Tổ 117', span: { start: 0, end: 6 } }] })] })).assignments
  assert.deepEqual(one?.leads, [{ kind: 'unknown', as: 'Tổ 117' }])
  assert.deepEqual(
    one?.unsure.map((reason) => reason.code),
    ['unknown-lead'],
  )
  assert.deepEqual(codes(order({ lead: [] })), ['no-lead'])
  assert.deepEqual(codes(order({ lead: [{ name: 'các phòng', span: { start: 0, end: 9 } }] })), ['ambiguous-lead'])
})

test('an order to bodies that have ended asks whether their successors are meant', () => {
  const [one] = from(draft({ assignments: [order({ lead: [{ name: 'UBND các huyện', span: { start: 0, end: 14 } }] })] })).assignments
  assert.equal(one?.unsure[0]?.text.vi, 'Cấp huyện đã kết thúc: giao cho 135 UBND xã, phường?')
})

test('an agency named twice in one order stands once', () => {
  const lead = ['Sở Khoa học và Công nghệ', 'Sở KH&CN'].map((name) => ({ name, span: { start: 0, end: 1 } }))
  assert.equal(from(draft({ assignments: [order({ lead })] })).assignments[0]?.leads.length, 1)
})

test('"các sở, ngành" stays as words beside those who coordinate, and names no lead', () => {
  const named = [{ name: 'các sở, ngành', span: { start: 0, end: 13 } }]
  const [one] = from(draft({ assignments: [order({ lead: named, coordinate: named })] })).assignments
  assert.deepEqual(one?.coordinating, [{ kind: 'unknown', as: 'các sở, ngành' }])
  assert.deepEqual(one?.leads, [])
  assert.deepEqual(codes(order({ coordinate: named })), [])
})

test('a low confidence without a reason is still said', () => {
  assert.deepEqual(codes(order({ confidence: 0.3 })), ['reading'])
})

test('a date without its year stays empty with its words, and the doubt is told', () => {
  const unsure = { vi: 'Văn bản không ghi năm', en: 'No year is given' }
  const one = draft({ date: field<string | null>(null, unsure), dateWords: 'ngày 2-5' })
  assert.deepEqual([from(one).document.date, from(one).document.dateWords], [null, 'ngày 2-5'])
  assert.deepEqual(doubtsOf(one), [{ field: 'date', text: unsure }])
})
