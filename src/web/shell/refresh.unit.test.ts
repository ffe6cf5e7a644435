import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { refresh, refreshQuietly } from './refresh.ts'

/** A case on a screen, whose answers are given by hand; `shown` waits until the screen shows something. */
const screen = () => {
  const client = new QueryClient()
  const asked: ((answer: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => asked.push(resolve))
  const observer = new QueryObserver(client, { queryKey: ['case', 'a'], queryFn })
  const shown = (wanted: string) =>
    new Promise<void>((resolve) => {
      const end = observer.subscribe(({ data }) => {
        if (data !== wanted) return
        queueMicrotask(() => end())
        resolve()
      })
    })
  return { client, asked, observer, shown }
}

for (const [name, again] of Object.entries({ refresh, refreshQuietly }))
  test(`${name}: a first load that a change overtakes is asked for once more`, { timeout: 60_000 }, async () => {
    const { client, asked, observer, shown } = screen()
    const end = observer.subscribe(() => {})
    const before = shown('before')
    assert.equal(asked.length, 1)
    again(client, 'case', 'a')
    asked[0]?.('before')
    await before
    for (let turn = 0; asked.length < 2 && turn < 100; turn++) await new Promise(setImmediate)
    assert.equal(asked.length, 2)
    const after = shown('after')
    asked[1]?.('after')
    await after
    await new Promise(setImmediate)
    assert.deepEqual([asked.length, observer.getCurrentResult().data], [2, 'after'], 'and then no more')
    end()
    client.clear()
  })
