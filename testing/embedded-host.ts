import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/kernel/db/embedded.ts'

/**
 * A process to be killed in tests: `node embedded-host.ts DATA_DIR` starts the embedded server, prints `ready PID URL`, then inserts numbers
 * and prints each one only once the server has confirmed it. SIGINT and SIGTERM stop it in order.
 */
const [dataDir] = process.argv.slice(2)
if (!dataDir) throw new Error('usage: embedded-host.ts DATA_DIR')

const log = { info: () => {}, warn: () => {}, error: () => {} }
const server = await startEmbeddedPostgres({ dataDir, log, onLost: () => process.exit(1) })
server.announce('http://127.0.0.1:4180')

const state = { stopping: false }
const stop = () => {
  state.stopping = true
  void server.stop().then(() => process.exit(0))
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

await insert('create table if not exists acknowledged (n bigint primary key)', [])
console.log(`ready ${server.pid()} ${server.ownerUrl}`)

let client: Client | undefined
for (let n = BigInt(Date.now()) * 1_000_000n; !state.stopping; n += 1n) {
  try {
    client ??= await connected()
    await client.query('insert into acknowledged values ($1)', [n])
    console.log(String(n))
  } catch {
    // The server was killed under us and is coming back; what was not confirmed is not claimed.
    client = undefined
  }
}

async function connected(): Promise<Client> {
  const fresh = new Client(server.ownerUrl)
  fresh.on('error', () => {})
  await fresh.connect()
  return fresh
}

async function insert(sql: string, values: unknown[]): Promise<void> {
  const once = await connected()
  await once.query(sql, values)
  await once.end()
}
