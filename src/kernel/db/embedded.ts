import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { handOver, serverAccount } from './embedded-account.ts'
import { runnableBinaries } from './embedded-binaries.ts'
import { appRole, assertClusterVersion, ensureCluster, mainDatabase, ownerRole, readPasswords } from './embedded-cluster.ts'
import { clearLeftovers, waitUntilGone } from './embedded-leftovers.ts'
import { lockDataDir } from './embedded-lock.ts'
import type { StartLog } from './embedded-problem.ts'
import { launchServer } from './embedded-server.ts'
import type { RunningServer, ServerPlan } from './embedded-server.ts'
import { fixedSettings, tunedSettings } from './embedded-settings.ts'
import { socketUrl } from './url.ts'

const major = 18
const port = 5432

export type EmbeddedOptions = {
  /** The product's data directory (HIEPDONG_DATA); the cluster lies in its `postgres/`. */
  dataDir: string
  log: StartLog
  /** Called once when the server died and could not be brought back; the caller should end. */
  onLost?: (error: Error) => void
  /** Settings of a new cluster that differ from the usual ones. */
  settings?: Readonly<Record<string, string>>
  /** Makes a new cluster with the libc locale C instead of the built-in C.UTF-8. */
  libcLocale?: boolean
}

export type EmbeddedPostgres = {
  /** Login of the role that owns the database and runs migrations; not a superuser. */
  ownerUrl: string
  /** Login of the role the application works as; owns nothing. */
  appUrl: string
  /** Directory of the Unix socket, for psql and the like. */
  socketDir: string
  port: number
  /** True when this start made the cluster: the database is empty and has never been used. */
  fresh: boolean
  /** Id of the server process now; it changes when the server had to be restarted. */
  pid(): number
  /** Notes the address at which the product answers, for the message of a second start. */
  announce(address: string): void
  /** Stops the server (all work is on disk) and gives the data directory free. Safe to call again. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with the product, on the cluster in `dataDir`, making the cluster first if there is none.
 * It listens on a Unix socket inside the cluster's own 0700 directory only, and still asks for passwords there.
 * A server that dies is started again. Throws StartProblem, `data-dir-in-use` where another process has the directory.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const pgData = join(dataDir, 'postgres')
  const lock = lockDataDir(dataDir)
  try {
    const account = serverAccount(pgData)
    const native = runnableBinaries(dataDir, account)
    const settings = { ...tunedSettings(), ...options.settings }
    await clearLeftovers(pgData, options.log)
    const fresh = await ensureCluster({ native, pgData, account, settings, ...(options.libcLocale ? { libcLocale: true } : {}) })
    assertClusterVersion(pgData, major)
    // A backup unpacked by root belongs to root, whom PostgreSQL refuses.
    if (account && statSync(pgData).uid !== account.uid) handOver(pgData, account)
    const passwords = readPasswords(pgData)
    const plan: ServerPlan = { native, pgData, account, settings: fixedSettings, log: options.log }
    const supervised = await supervise(plan, options.onLost)
    const socket = reachableSocketDir(pgData)
    const url = (user: string, password: string) => socketUrl({ user, password, database: mainDatabase, socketDir: socket.path, port })
    let stopping: Promise<void> | undefined
    return {
      ownerUrl: url(ownerRole, passwords.owner),
      appUrl: url(appRole, passwords.app),
      socketDir: socket.path,
      port,
      fresh,
      pid: supervised.pid,
      announce: lock.announce,
      stop: () =>
        (stopping ??= supervised.stop().finally(() => {
          socket.remove()
          lock.release()
        })),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Keeps one server running: five deaths within a minute are taken for a fault that a restart does not mend. */
async function supervise(plan: ServerPlan, onLost?: (error: Error) => void): Promise<{ pid(): number; stop(): Promise<void> }> {
  let server = await launchServer(plan)
  let stopping = false
  let restarting: Promise<void> | undefined
  const deaths: number[] = []
  const watch = (watched: RunningServer) => {
    void watched.exited.then((how) => {
      if (!stopping) restarting = restart(how)
    })
  }
  const restart = async (how: string) => {
    plan.log.error(`PostgreSQL dừng đột ngột (${how}), đang khởi động lại · PostgreSQL ended unexpectedly, restarting`)
    deaths.push(Date.now())
    try {
      if (deaths.filter((at) => at > Date.now() - 60_000).length >= 5) throw new Error(`PostgreSQL keeps ending (${how})`)
      await clearLeftovers(plan.pgData, plan.log)
      server = await launchServer(plan)
      watch(server)
    } catch (error) {
      onLost?.(error instanceof Error ? error : new Error(String(error)))
    }
  }
  watch(server)
  return {
    pid: () => server.pid,
    stop: async () => {
      stopping = true
      await restarting
      await server.stop()
      await waitUntilGone(plan.pgData, 5000)
    },
  }
}

/** A socket's address has room for 107 bytes; a deeper data directory is reached through a short link of our own. */
function reachableSocketDir(pgData: string): { path: string; remove(): void } {
  if (Buffer.byteLength(join(pgData, `.s.PGSQL.${port}`)) <= 107) return { path: pgData, remove: () => {} }
  const short = mkdtempSync(join(tmpdir(), 'hiepdong-'))
  symlinkSync(pgData, join(short, 'db'))
  return { path: join(short, 'db'), remove: () => rmSync(short, { recursive: true, force: true }) }
}
