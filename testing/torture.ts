import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverProcesses } from '../src/kernel/db/embedded-leftovers.ts'
import { Clients } from './torture/clients.ts'
import { BLOWS, freePort, pause, ready, startProduct } from './torture/product.ts'
import { verify } from './torture/verify.ts'

/**
 * `npm run torture [ROUNDS]` starts the product with its demo, lets officers give commands over HTTP, and kills it without warning at random
 * moments. After each restart the same commands are given again under their keys. In the end every acknowledged command must stand in the log
 * exactly once, and every projection must be what the log tells. About fifteen seconds a round; ends with 1 where anything is amiss.
 */
const rounds = Number(process.argv[2] ?? 3)
const dataDir = mkdtempSync(join(tmpdir(), 'hiepdong-torture-'))
const pgData = join(dataDir, 'postgres')
const port = await freePort()
const url = `http://127.0.0.1:${port}`

let product = startProduct(dataDir, port)
await ready(product, url)
const clients = new Clients(url)
await clients.start()

for (let round = 1; round <= rounds; round++) {
  await pause(1_500 + Math.random() * 3_000)
  const [name, strike] = Object.entries(BLOWS)[(round - 1) % Object.keys(BLOWS).length]!
  strike(product, pgData)
  const struck = Date.now()
  if (name !== 'the postmaster') {
    await product.ended
    product = startProduct(dataDir, port)
  }
  await ready(product, url)
  console.log(
    `round ${round}: killed ${name}, serving again after ${Date.now() - struck} ms, ${clients.acknowledged.length} acknowledged, ${clients.retried} asked again`,
  )
}

const second = startProduct(dataDir, await freePort())
assert.notEqual(((await second.ended) as [number])[0], 0, 'a second start on the same data directory went on')
assert.ok(second.said().includes(String(port)), `it names the first: ${second.said()}`)
assert.ok((await fetch(`${url}/api/health`)).ok, 'the second start disturbed the first')

await pause(1_000)
await clients.stop()
product.process.kill('SIGINT')
const [code] = (await product.ended) as [number]
assert.equal(code, 0, product.said())
assert.deepEqual(serverProcesses(pgData), [], 'Ctrl+C left processes')

const faults = await verify(dataDir, clients.acknowledged)
for (const [refusal, times] of clients.refused) faults.push(`refused ${times} times: ${refusal}`)
const twice = clients.acknowledged.filter(({ tries }) => tries > 1).length
console.log(
  `${rounds} rounds, ${clients.acknowledged.length} commands acknowledged, ${twice} of them asked more than once, ${faults.length} faults`,
)
for (const fault of faults) console.log(`- ${fault}`)
if (faults.length) console.log(`The data stays at ${dataDir}`)
else rmSync(dataDir, { recursive: true, force: true })
process.exit(faults.length ? 1 : 0)
