import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { Client } from 'pg'
import { roomyPlace } from '../../../testing/cluster.ts'
import { startKillableHost } from '../../../testing/killable.ts'
import type { KillableHost } from '../../../testing/killable.ts'
import { serverProcesses } from './embedded-leftovers.ts'
import { startEmbeddedPostgres } from './embedded.ts'
import type { EmbeddedPostgres } from './embedded.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const problem =
  (code: string, text = /./) =>
  (error: unknown) =>
    error instanceof Error && 'code' in error && error.code === code && text.test(error.message)

let place: string
let dataDir: string
let servers: EmbeddedPostgres[]
beforeEach(() => {
  place = mkdtempSync(join(roomyPlace(), 'hiepdong-embedded-'))
  dataDir = join(place, 'data')
  servers = []
})
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: quiet })
  servers.push(server)
  return server
}

async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function assertKept(acknowledged: readonly string[]): Promise<void> {
  const server = await start()
  assert.equal(server.fresh, false)
  const kept = new Set((await rows(server.ownerUrl, 'select n::text from acknowledged')).map(({ n }) => n))
  assert.ok(acknowledged.length > 0)
  assert.deepEqual(
    acknowledged.filter((n) => !kept.has(n)),
    [],
  )
}

async function killed(host: KillableHost): Promise<void> {
  host.process.kill('SIGKILL')
  await host.ended
}

describe('the embedded PostgreSQL', () => {
  it('is made once and kept', async () => {
    const first = await start()
    assert.equal(first.fresh, true)
    await rows(first.ownerUrl, 'create table kept as select 1 as one')
    await first.stop()
    const second = await start()
    assert.equal(second.fresh, false)
    assert.deepEqual(await rows(second.ownerUrl, 'select * from kept'), [{ one: 1 }])
  })

  it('has durable settings, checksums, no network and no superuser login', async () => {
    const server = await start()
    const [found] = await rows(
      server.appUrl,
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums, current_setting('listen_addresses') as network,
              (select datlocale from pg_database where datname = current_database()) as locale,
              (select count(*)::int from pg_roles where rolsuper and rolcanlogin and rolname like 'hiepdong%') as superusers`,
    )
    assert.deepEqual(found, { fsync: 'on', checksums: 'on', network: '', locale: 'C.UTF-8', superusers: 0 })
    assert.equal(statSync(server.socketDir).mode & 0o077, 0)
    const wrong = server.appUrl.replace(/:[^:@]*@/, ':wrong@')
    await assert.rejects(rows(wrong, 'select 1'), /password authentication failed/)
    await assert.rejects(rows(server.appUrl.replace('hiepdong_app', 'postgres'), 'select 1'), /password authentication failed/)
  })

  it('keeps statements and values out of its log', async () => {
    const server = await start()
    const failing = [
      `select 'canary-1'::int`,
      `create table u (t text unique); insert into u values ('canary-2'), ('canary-2')`,
      `selec 'canary-3'`,
    ]
    for (const sql of failing) await assert.rejects(rows(server.ownerUrl, sql))
    await server.stop()
    const dir = join(dataDir, 'postgres/log')
    const log = readdirSync(dir)
      .map((name) => readFileSync(join(dir, name), 'utf8'))
      .join('')
    assert.match(log, /ready to accept connections/)
    assert.doesNotMatch(log, /canary/)
  })

  it('refuses a second start, says where the first answers, and leaves it alone', async () => {
    const host = await startKillableHost(dataDir)
    await assert.rejects(start(), problem('data-dir-in-use', /http:\/\/127\.0\.0\.1:4180/))
    await host.more(5)
    await killed(host)
  })

  it('stops with its process group on Ctrl+C', async () => {
    const host = await startKillableHost(dataDir)
    await host.more(1)
    process.kill(-(host.process.pid ?? 0), 'SIGINT')
    assert.deepEqual(await host.ended, [0, null])
    assert.deepEqual(serverProcesses(join(dataDir, 'postgres')), [])
    await assertKept(host.acknowledged)
  })

  it('comes back after its server process is killed, and again after ours is', async () => {
    const host = await startKillableHost(dataDir)
    await host.more(50)
    process.kill(host.postmaster, 'SIGKILL')
    await host.more(50)
    await killed(host)
    await assertKept(host.acknowledged)
  })

  it('ends with its launcher, even one that is killed', async () => {
    const host = await startKillableHost(dataDir)
    await host.more(1)
    await killed(host)
    const patience = AbortSignal.timeout(120_000)
    while (serverProcesses(join(dataDir, 'postgres')).length > 0 && !patience.aborted) await new Promise(setImmediate)
    assert.deepEqual(serverProcesses(join(dataDir, 'postgres')), [])
  })

  it('replaces a server that outlived everyone who watched it', async () => {
    const host = await startKillableHost(dataDir)
    await host.more(10)
    const guards = readdirSync('/proc').filter((pid) => commandLine(pid).includes(`hiepdong-guard\0${host.postmaster}\0`))
    assert.equal(guards.length, 1)
    guards.forEach((pid) => process.kill(Number(pid), 'SIGKILL'))
    await killed(host)
    assert.ok(serverProcesses(join(dataDir, 'postgres')).includes(host.postmaster))
    await assertKept(host.acknowledged)
  })

  it('begins anew when the making of the cluster was broken off', async () => {
    mkdirSync(dataDir)
    const host = spawn(process.execPath, [join(import.meta.dirname, '../../../testing/embedded-host.ts'), dataDir])
    while (!readdirSync(dataDir).some((name) => name.startsWith('.postgres-new-'))) await new Promise(setImmediate)
    host.kill('SIGKILL')
    await once(host, 'exit')
    const server = await start()
    assert.equal(server.fresh, true)
    await server.stop()
    assert.deepEqual(readdirSync(dataDir).toSorted(), ['lock', 'postgres'])
  })

  it('is not misled by a lock file whose process id now belongs to another program', async () => {
    const first = await start()
    const lockFile = join(dataDir, 'postgres/postmaster.pid')
    const note = readFileSync(lockFile, 'utf8')
    const { uid } = statSync(lockFile)
    await first.stop()
    // Of the same account: PostgreSQL takes only such a one for a server.
    const other = spawn('cat', { ...(process.getuid?.() === 0 ? { uid } : {}), cwd: '/' })
    await once(other, 'spawn')
    writeFileSync(lockFile, note.replace(/^\d+/, String(other.pid)))
    await start()
    assert.equal(other.exitCode, null)
    other.kill()
  })

  it('leaves foreign files alone', async () => {
    mkdirSync(join(dataDir, 'postgres'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres/letter.txt'), 'mine')
    await assert.rejects(start(), problem('not-a-cluster'))
    assert.equal(readFileSync(join(dataDir, 'postgres/letter.txt'), 'utf8'), 'mine')
  })

  it('works in a directory too deep for a socket address', async () => {
    dataDir = join(dataDir, 'thư mục rất dài/'.repeat(8))
    const server = await start()
    assert.deepEqual(await rows(server.appUrl, 'select 1 as one'), [{ one: 1 }])
  })
})

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
