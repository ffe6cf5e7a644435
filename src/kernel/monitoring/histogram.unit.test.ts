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

test('durations are counted apart by every label', () => {
  const histogram = new Histogram('h', 'Help')
  for (const [method, route] of [
    ['GET', '/a'],
    ['GET', '/b'],
    ['POST', '/a'],
    ['GET', '/a'],
  ] as const)
    histogram.observe({ method, route }, 1)
  assert.deepEqual(histogram.text().match(/h_count.*/g), [
    'h_count{method="GET",route="/a"} 2',
    'h_count{method="GET",route="/b"} 1',
    'h_count{method="POST",route="/a"} 1',
  ])
})

test('a label cannot break out of its quotes', () => {
  assert.equal(labels({ a: 'x"\n\\' }), 'a="x\\"\\n\\\\"')
})
