import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { serverProcesses } from '../src/kernel/db/embedded-leftovers.ts'
import { startKillableHost } from './killable.ts'
import type { KillableHost } from './killable.ts'

/**
 * `node testing/torture-db.ts [ROUNDS]` kills the embedded server, its launcher, or both at once, at random moments during inserts, and
 * counts after each restart whether every confirmed row is there. Takes about a second a round; ends with 1 if anything is missing.
 */
const rounds = Number(process.argv[2] ?? 20)
const dataDir = mkdtempSync(join(tmpdir(), 'hiepdong-torture-'))
const pgData = join(dataDir, 'postgres')
const confirmed: string[] = []

const blows: Record<string, (host: KillableHost) => void> = {
  'the server process': (host) => process.kill(host.postmaster, 'SIGKILL'),
  'one backend': () => process.kill(serverProcesses(pgData).at(-1) ?? 0, 'SIGKILL'),
  'the launcher': (host) => host.process.kill('SIGKILL'),
  'the launcher and its whole group': (host) => process.kill(-(host.process.pid ?? 0), 'SIGKILL'),
  'everything at once': (host) => [host.process.pid ?? 0, ...serverProcesses(pgData)].forEach((pid) => process.kill(pid, 'SIGKILL')),
}

let missing = 0
for (let round = 1; round <= rounds; round += 1) {
  const [name, strike] = Object.entries(blows)[round % 5] ?? []
  const started = Date.now()
  const host = await startKillableHost(dataDir)
  const repaired = Date.now() - started
  missing += await missingRows(host.ownerUrl)
  await host.more(50 + Math.floor(Math.random() * 500))
  strike?.(host)
  if (name === 'the server process' || name === 'one backend') {
    await host.more(50)
    host.process.kill('SIGKILL')
  }
  await host.ended
  confirmed.push(...host.acknowledged)
  console.log(`round ${round}: started in ${repaired} ms, killed ${name}, ${confirmed.length} rows confirmed so far, ${missing} missing`)
}
const last = await startKillableHost(dataDir)
missing += await missingRows(last.ownerUrl)
last.process.kill('SIGTERM')
await last.ended
rmSync(dataDir, { recursive: true, force: true })
console.log(`${rounds} rounds, ${confirmed.length} rows confirmed, ${missing} missing`)
process.exit(missing > 0 ? 1 : 0)

async function missingRows(url: string): Promise<number> {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query<{ n: string }>('select n::text from acknowledged')
  await client.end()
  const kept = new Set(rows.map(({ n }) => n))
  return confirmed.filter((n) => !kept.has(n)).length
}
