import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { sweeping } from './sweeping.ts'

/** Lets what is settled be followed by what waits for it. */
const turn = () => new Promise((done) => setImmediate(done))

test('works at once and at each turn, never twice at a time, and after a failure again', async () => {
  mock.timers.enable({ apis: ['setInterval'] })
  const runs: PromiseWithResolvers<void>[] = []
  const swept = sweeping(1000, () => {
    const run = Promise.withResolvers<void>()
    runs.push(run)
    return run.promise
  })
  assert.equal(runs.length, 1)
  mock.timers.tick(3000)
  assert.equal(runs.length, 1, 'the first one still runs')
  runs[0]?.reject(new Error('the database is away'))
  await turn()
  mock.timers.tick(1000)
  assert.equal(runs.length, 2)
  runs[1]?.resolve()
  await turn()
  await swept.stop()
  mock.timers.tick(5000)
  assert.equal(runs.length, 2)
  mock.timers.reset()
})

test('a stop waits for the run under way, which is told of it', async () => {
  const run = Promise.withResolvers<void>()
  let asked = () => false
  const swept = sweeping(60_000, (stopped) => {
    asked = stopped
    return run.promise
  })
  let ended = false
  const stopping = swept.stop().then(() => {
    ended = true
  })
  await turn()
  assert.deepEqual([asked(), ended], [true, false])
  run.resolve()
  await stopping
  assert.equal(ended, true)
})
