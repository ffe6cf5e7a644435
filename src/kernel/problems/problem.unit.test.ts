import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fill, type Params } from './problem.ts'

const VIETNAMESE = new Intl.NumberFormat('de-DE')
const ENGLISH = new Intl.NumberFormat('en-GB')

/** The same, place by place. */
const plainly = (text: string, params: Params, numbers: Intl.NumberFormat): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name] ?? whole
    return typeof value === 'number' ? numbers.format(value) : value
  })

const name = fc.constantFrom('a', 'b', 'ordinal')
const text = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 4 }),
      name.map((n) => `{${n}}`),
      fc.constantFrom('{', '}', '{}', '$&', '{a b}', 'Sở '),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const value = fc.oneof(
  fc.integer({ min: -2000, max: 2_000_000 }),
  fc.double({ noNaN: true }),
  fc.string({ maxLength: 5 }),
  name.map((n) => `{${n}}`),
)

test('each place is filled with its value, as each language writes it', () => {
  fc.assert(
    fc.property(text, text, fc.dictionary(name, value, { minKeys: 1, noNullPrototype: true }), (vi, en, params) => {
      // A number below zero that is none reads 0.
      for (const [key, one] of Object.entries(params)) if (one === 0) params[key] = 0
      assert.deepEqual(fill({ vi, en }, params), { vi: plainly(vi, params, VIETNAMESE), en: plainly(en, params, ENGLISH) })
    }),
  )
})

test('a text is filled anew each time, and thousands of texts are as well', () => {
  const texts = { vi: '{n} nhiệm vụ của {agency}', en: '{n} assignments of {agency}' }
  assert.deepEqual(fill(texts, { n: 999, agency: 'Sở Y tế' }), { vi: '999 nhiệm vụ của Sở Y tế', en: '999 assignments of Sở Y tế' })
  assert.deepEqual(fill(texts, { n: 1204, agency: '{n}' }), { vi: '1.204 nhiệm vụ của {n}', en: '1,204 assignments of {n}' })
  for (let i = 0; i < 3000; i++) assert.equal(fill({ vi: `${i}: {a}`, en: '{a}' }, { a: 'x' }).vi, `${i}: x`)
  assert.deepEqual(fill(texts, { agency: 'A' }), { vi: '{n} nhiệm vụ của A', en: '{n} assignments of A' })
})
