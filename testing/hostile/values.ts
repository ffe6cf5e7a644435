import fc from 'fast-check'

/** Texts that break parsers, databases and renderers: control characters, halves of characters, other people's languages, sheer length. */
const texts: string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfffy',
  '\u202e\u200b\ufeff',
  'é'.normalize('NFD'),
  `'; drop table event; --`,
  '<script>alert(1)</script>',
  '=cmd|calc',
  '{path} {id} {agency}',
  '../../etc/passwd',
  '%00%ff',
  '\r\nset-cookie: a=b',
  'null',
  '__proto__',
  'constructor',
  '𠜎😀',
  'x'.repeat(5_000),
  'ệ'.repeat(120_000),
]

const days = [
  '2026-02-30',
  '2026-13-01',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '+010000-01-01',
  '-000001-01-01',
  '2026-11-21',
  '21/11/2026',
  '2024-02-29',
  '1900-01-01',
]
const moments = [
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-11-21T00:00:00+99:99',
  '2026-11-21T24:00:00Z',
  '2026-11-21T08:00:00.123456789Z',
  '1',
]

/** A UUID that nothing has. */
export const NOBODY = '5bd1e7e2-0000-4000-8000-0123456789ab'
const ids = [
  NOBODY,
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '00000000-0000-4000-8000-00000000d1c0',
  '00000000-0000-4000-8000-000000000001',
  'not-an-id',
]
const numbers = [0, -1, 1, 1.5, 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, 1e308, 9e99]

/** Depth that overflows a careless recursion. */
const deep = (depth: number): unknown => {
  let value: unknown = 1
  for (let n = 0; n < depth; n++) value = n % 2 ? [value] : { a: value }
  return value
}

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom(...days, ...moments, ...ids),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** Any JSON value that no form would send. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers, true, false, null) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      [],
      {},
      Array.from({ length: 10_000 }, () => NOBODY),
      deep(3_000),
      JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
      { personal: true, subject: 'x', value: 'y' },
      { $sealed: 'AAAA', subject: NOBODY },
      { erased: true },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

export const oddDay = fc.constantFrom(...days)
export const oddMoment = fc.constantFrom(...moments)
export const oddNumber = fc.constantFrom(...numbers)
export const anyId = (known: string[]): fc.Arbitrary<string> =>
  known.length ? fc.oneof(fc.constantFrom(...known), fc.constantFrom(...ids)) : fc.constantFrom(...ids)
