import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Histogram, labels } from './histogram.ts'

test('a duration counts in every bound that holds it', () => {
  const histogram = new Histogram('h', 'Help')
  histogram.observe({ route: '/a' }, 0.02)
  histogram.observe({ route: '/a' }, 9)
  const text = histogram.text()
  assert.match(text, /h_bucket\{route="\/a",le="0.01"\} 0\n/)
  assert.match(text, /h_bucket\{route="\/a",le="0.025"\} 1\n/)
  assert.match(text, /h_bucket\{route="\/a",le="5"\} 1\n/)
  assert.match(text, /h_bucket\{route="\/a",le="\+Inf"\} 2\n/)
  assert.match(text, /h_sum\{route="\/a"\} 9.02\n/)
})

test('a label cannot break out of its quotes', () => {
  assert.equal(labels({ a: 'x"\n\\' }), 'a="x\\"\\n\\\\"')
})
