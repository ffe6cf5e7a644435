import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LiveHub } from './live-hub.ts'
import type { LiveChange } from './views.ts'

const [ours, theirs] = ['agency-1', 'agency-2']
const wake = (caseId: string, agencies: string[], seers = agencies) => ({ caseId, streamId: caseId, agencies, seers })

const changeIn = (frame: string) => JSON.parse(/^event: change\ndata: (.*)\n\n$/.exec(frame)?.[1] ?? '') as LiveChange

const listening = (hub: LiveHub, agencyId: string) => {
  const { promise, resolve } = Promise.withResolvers<LiveChange>()
  const end = hub.add({ agencyId, send: (frame) => resolve(changeIn(frame)) })
  return { heard: promise, end }
}

test('who listens hears what concerns their agency, with the cases that it may see', async () => {
  const hub = new LiveHub()
  const [one, other] = [listening(hub, ours), listening(hub, theirs)]
  hub.wake([wake('seen', [ours, theirs], [ours]), wake('also', [ours])])
  assert.deepEqual((await one.heard).cases, ['seen', 'also'])
  assert.deepEqual((await other.heard).cases, [])
  one.end()
  other.end()
  assert.equal(hub.size, 0)
})

test('a change is told at once, and those that follow it at once together, to all of an agency in the same words', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let now = 1000
  t.mock.method(performance, 'now', () => now)
  const hub = new LiveHub()
  const heard: { change: LiveChange; frame: string }[] = []
  const hear = (frame: string) => void heard.push({ change: changeIn(frame), frame })
  hub.add({ agencyId: ours, send: hear })
  hub.add({ agencyId: ours, send: hear })
  hub.wake([wake('first', [ours])])
  assert.deepEqual(
    heard.map(({ change }) => change.cases),
    [['first'], ['first']],
  )
  assert.equal(heard[0]?.frame, `event: change\ndata: ${JSON.stringify(heard[0]?.change)}\n\n`)
  now += 1
  hub.wake([wake('second', [ours])])
  hub.wake([wake('third', [ours]), wake('second', [ours])])
  assert.equal(heard.length, 2)
  now += 40
  t.mock.timers.tick(40)
  assert.deepEqual(
    heard.slice(2).map(({ change }) => change.cases),
    [
      ['second', 'third'],
      ['second', 'third'],
    ],
  )
  now += 1
  hub.wake([wake('fourth', [ours])])
  now += 39
  t.mock.timers.tick(40)
  assert.deepEqual(heard.at(-1)?.change.cases, ['fourth'])
  assert.equal(heard.length, 6)
})

test('who begins to listen just after a change hears of it: the page had asked before', async () => {
  const hub = new LiveHub()
  hub.wake([wake('of others', [theirs]), wake('just changed', [ours])])
  assert.deepEqual((await listening(hub, ours).heard).cases, ['just changed'])
})

test('what changed long before is not told to who begins to listen', async (t) => {
  const hub = new LiveHub()
  let now = 0
  t.mock.method(performance, 'now', () => now)
  hub.wake([wake('long ago', [ours])])
  now += 60_000
  hub.wake([wake('just changed', [ours])])
  assert.deepEqual((await listening(hub, ours).heard).cases, ['just changed'])
})
