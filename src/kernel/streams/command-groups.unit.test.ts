import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CommandGroups } from './command-groups.ts'
import type { Given } from './given.ts'
import type { Outcome } from './give-together.ts'

const given = (streamId: string, key = streamId): Given => ({ request: { streamId, key, actor: { officerId: 'o' } } }) as unknown as Given

/** Groups that are under way until they are let go. */
const work = () => {
  const groups = new CommandGroups()
  const under: { streams: string[]; end: () => void }[] = []
  const seen: string[][] = []
  const give = (givens: Given[]) => {
    const streams = givens.map(({ request }) => request.streamId)
    seen.push(streams)
    return new Promise<Outcome[]>((resolve) => {
      const end = () => resolve(givens.map(({ request }) => ({ receipt: { streamId: request.streamId } }) as Outcome))
      under.push({ streams, end })
    })
  }
  return { seen, ask: (one: Given) => groups.give(one, give), endFirst: () => under.shift()?.end() }
}

test('who comes when nothing is under way goes at once and alone', () => {
  const { seen, ask } = work()
  void ask(given('a'))
  assert.deepEqual(seen, [['a']])
})

test('those who come while two groups are under way go together, each with its own answer', async () => {
  const { seen, ask, endFirst } = work()
  const answers = ['a', 'b', 'c', 'd', 'e'].map((stream) => ask(given(stream)))
  assert.deepEqual(seen, [['a'], ['b']])
  endFirst()
  await answers[0]
  assert.deepEqual(seen.at(-1), ['c', 'd', 'e'])
  endFirst()
  endFirst()
  assert.deepEqual(
    (await Promise.all(answers)).map((one) => (one as { receipt: { streamId: string } }).receipt.streamId),
    ['a', 'b', 'c', 'd', 'e'],
  )
})

test('beside a group goes only one that is as large, or whoever waits once it is done', async () => {
  const { seen, ask, endFirst } = work()
  const first = ['a', 'b'].map((stream) => ask(given(stream)))
  const three = ['c', 'd', 'e'].map((stream) => ask(given(stream)))
  endFirst()
  endFirst()
  await Promise.all(first)
  const [f, g] = ['f', 'g'].map((stream) => ask(given(stream)))
  assert.deepEqual(seen, [['a'], ['b'], ['c', 'd', 'e']])
  const h = ask(given('h'))
  assert.deepEqual(seen.at(-1), ['f', 'g', 'h'])
  const late = ask(given('i'))
  endFirst()
  await Promise.all(three)
  assert.equal(seen.length, 4)
  endFirst()
  await Promise.all([f, g, h])
  assert.deepEqual(seen.at(-1), ['i'])
  endFirst()
  await late
})

test('two for one stream or under one key never go together, and nobody is forgotten', async () => {
  const { seen, ask, endFirst } = work()
  const first = [ask(given('a')), ask(given('b'))]
  const rest = [ask(given('x', '1')), ask(given('x', '2')), ask(given('y', '1')), ask(given('z', '3'))]
  endFirst()
  endFirst()
  await Promise.all(first)
  assert.deepEqual(seen.slice(2), [
    ['x', 'z'],
    ['x', 'y'],
  ])
  endFirst()
  endFirst()
  await Promise.all(rest)
})

test('a group has a size at which the others wait for the next', async () => {
  const { seen, ask, endFirst } = work()
  const all = Array.from({ length: 80 }, (_, n) => ask(given(`s${n}`)))
  for (let done = 0; done < 5; done++) {
    endFirst()
    await new Promise(setImmediate)
  }
  await Promise.all(all)
  assert.deepEqual(
    seen.map(({ length }) => length),
    [1, 1, 32, 32, 14],
  )
})
