import { mkdtempSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/kernel/db/embedded.ts'
import type { EmbeddedPostgres } from '../src/kernel/db/embedded.ts'
import { lockDataDir } from '../src/kernel/db/embedded-lock.ts'

/** A PostgreSQL for tests, in a place of its own; `remove()` stops it and deletes that place. */
export type TestCluster = EmbeddedPostgres & { dataDir: string; remove(): Promise<void> }

const prefix = 'hiepdong-test-'
const quiet = { info: () => {}, warn: console.warn, error: console.error }

/**
 * Starts a cluster with the product's own launcher and durable settings; only the place is faster, in memory where there is room.
 * `libcLocale` makes it a C-locale server.
 */
export async function startTestCluster(options: { libcLocale?: boolean } = {}): Promise<TestCluster> {
  const place = roomyPlace()
  removeAbandoned(place)
  const dataDir = mkdtempSync(join(place, prefix))
  const cluster = await startEmbeddedPostgres({
    dataDir,
    log: quiet,
    settings: { max_connections: '200', shared_buffers: '128MB' },
    ...options,
  })
  return {
    ...cluster,
    dataDir,
    remove: async () => {
      await cluster.stop()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

/** /dev/shm takes memory, so only where both it and the machine have plenty. */
export function roomyPlace(): string {
  const plenty = 4 * 1024 ** 3
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    if (bavail * bsize > plenty && freemem() > plenty) return '/dev/shm'
  } catch {
    // No such place on this machine.
  }
  return tmpdir()
}

/** A killed test run cannot clean up; its directory is known by a lock that nobody holds any more. */
function removeAbandoned(place: string): void {
  for (const name of readdirSync(place)) {
    if (!name.startsWith(prefix)) continue
    const path = join(place, name)
    try {
      // A younger one may be between its making and its lock.
      if (statSync(path).mtimeMs > Date.now() - 60_000) continue
      lockDataDir(path).release()
      rmSync(path, { recursive: true, force: true })
    } catch {
      // In use by a run beside this one, or another user's.
    }
  }
}
