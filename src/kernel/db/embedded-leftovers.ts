import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { StartLog } from './embedded-problem.ts'

/**
 * Clears what a dead launcher left of the server of the cluster in `pgData`, so that a new server can start: a server still alive is asked
 * to stop (its work is on disk, nothing is lost), orphans of a killed one are waited for. Call it only while holding the data directory's lock.
 */
export async function clearLeftovers(pgData: string, log: StartLog): Promise<void> {
  const signals: [NodeJS.Signals, number][] = [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ]
  for (const [signal, patience] of signals) {
    const left = serverProcesses(pgData)
    if (left.length === 0) break
    log.warn(`PostgreSQL của lần chạy trước còn lại, đang dừng (pid ${left.join(', ')}) · Stopping the server an earlier run left behind`)
    signalAll(pgData, left, signal)
    await waitUntilGone(pgData, patience)
  }
  removeForeignPid(pgData)
}

/**
 * Ids of PostgreSQL processes at work in this cluster. Each of them keeps the data directory as its working directory, which tells
 * them from a process that merely has the id noted in postmaster.pid.
 */
export function serverProcesses(pgData: string): number[] {
  const home = statSync(pgData, { throwIfNoEntry: false })
  if (!home) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false
        const cwd = statSync(`/proc/${pid}/cwd`)
        return cwd.ino === home.ino && cwd.dev === home.dev
      } catch {
        // It ended meanwhile, or belongs to an account that is not ours.
        return false
      }
    })
}

/** The postmaster alone is told where there is one: it stops its children in the right order. */
function signalAll(pgData: string, pids: readonly number[], signal: NodeJS.Signals): void {
  const postmaster = notedPid(pgData)
  const targets = signal !== 'SIGKILL' && postmaster !== undefined && pids.includes(postmaster) ? [postmaster] : pids
  for (const pid of targets) {
    try {
      process.kill(pid, signal)
    } catch {
      // Already gone.
    }
  }
}

/** Waits, at most `patience` milliseconds, until no process is at work in the cluster: the log's writer ends just after the server. */
export async function waitUntilGone(pgData: string, patience: number): Promise<void> {
  const end = Date.now() + patience
  while (serverProcesses(pgData).length > 0 && Date.now() < end) await delay(20)
}

function notedPid(pgData: string): number | undefined {
  try {
    return Number(readFileSync(join(pgData, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

/**
 * PostgreSQL believes a lock file if any process has the id noted in it, and after a reboot or in a container an unrelated one may.
 * No process is at work in the cluster here, so a living id is somebody else's. With a dead id the file stays: PostgreSQL then also
 * checks for shared memory still in use.
 */
function removeForeignPid(pgData: string): void {
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
    const path = join(pgData, name)
    const pid = notedPidIn(path)
    if (pid !== undefined && statSync(`/proc/${pid}`, { throwIfNoEntry: false })) rmSync(path, { force: true })
  }
}

function notedPidIn(path: string): number | undefined {
  try {
    return Math.abs(Number(readFileSync(path, 'utf8').split('\n')[0])) || undefined
  } catch {
    return undefined
  }
}
