import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Account } from './embedded-account.ts'
import { StartProblem } from './embedded-problem.ts'
import type { StartLog } from './embedded-problem.ts'
import { settingArguments } from './embedded-settings.ts'

/** What it takes to run one server: programs, data, account, settings for the command line. */
export type ServerPlan = {
  native: string
  pgData: string
  account: Account | undefined
  settings: Readonly<Record<string, string>>
  log: StartLog
}

/** A server that accepts connections. `exited` resolves when it has ended, wanted or not, with how it ended. */
export type RunningServer = { pid: number; exited: Promise<string>; stop(): Promise<void> }

/** Starts the server on a cluster that no other server uses, and waits until it accepts connections, crash recovery included. */
export async function launchServer(plan: ServerPlan): Promise<RunningServer> {
  const giveUp = Date.now() + 60_000
  for (;;) {
    const attempt = await launchOnce(plan)
    if ('pid' in attempt) return attempt
    // Left by a kill -9 a moment ago: the lock file or shared memory is still being cleared by the last children.
    const clearing = /lock file .* already exists|pre-existing shared memory block/.test(attempt.output)
    if (!clearing || Date.now() > giveUp) throw startFailure(plan.pgData, attempt.output)
    await delay(100)
  }
}

async function launchOnce(plan: ServerPlan): Promise<RunningServer | { output: string }> {
  // The working directory is entered before the account is changed and then named through /proc/self/cwd: so the data may lie under
  // directories that the server's account cannot pass, such as a home of root.
  const child = spawn(join(plan.native, 'bin', 'postgres'), ['-D', '/proc/self/cwd', ...settingArguments(plan.settings)], {
    ...plan.account,
    cwd: plan.pgData,
    env: { LC_ALL: 'C', PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'pipe'],
    // In a group of its own, Ctrl+C reaches us first and the server last.
    detached: true,
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4000)))
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  const state = { ended: false }
  void exited.then((how) => {
    state.ended = true
    output += how
  })
  const started = Date.now()
  let nextNote = 5000
  while (!state.ended && !isReady(plan.pgData, child.pid)) {
    await delay(10)
    if (Date.now() - started < nextNote) continue
    nextNote += 10_000
    plan.log.info('PostgreSQL đang khôi phục dữ liệu sau lần dừng đột ngột … · Recovering after an unclean stop …')
  }
  if (state.ended || child.pid === undefined) return { output }
  const guard = startGuard(child.pid, plan.account)
  // The server must not keep this process alive: when nothing else does, this ends, and the guard ends the server.
  child.unref()
  child.stderr.destroy()
  void exited.then(() => guard.kill('SIGKILL'))
  return { pid: child.pid, exited, stop: () => stopServer(child, exited, plan.log) }
}

/**
 * Stops the server when this process is gone, even by kill -9: the guard waits on a pipe that only we hold open, and asks the server
 * to stop once it closes. Were the guard killed too, the next start stops the server (clearLeftovers).
 */
function startGuard(pid: number, account: Account | undefined): ChildProcess {
  const script = 'read -r _; kill -INT "$1" 2>/dev/null'
  const guard = spawn('/bin/sh', ['-c', script, 'hiepdong-guard', String(pid)], {
    ...account,
    cwd: '/',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.on('error', () => {})
  guard.unref()
  if (guard.stdin && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref()
  return guard
}

async function stopServer(child: ChildProcess, exited: Promise<string>, log: StartLog): Promise<void> {
  child.ref()
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ]
  for (const [signal, patience] of steps) {
    child.kill(signal)
    const timer = new AbortController()
    const late = delay(patience, 'late' as const, { signal: timer.signal }).catch(() => 'late' as const)
    const outcome = await Promise.race([exited, late])
    timer.abort()
    if (outcome !== 'late') return
    log.warn(`PostgreSQL chưa dừng sau ${signal} · PostgreSQL has not stopped after ${signal}`)
  }
}

/** The server notes its state in the eighth line of its lock file, as pg_ctl reads it. */
function isReady(pgData: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(pgData, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function startFailure(pgData: string, output: string): StartProblem {
  return new StartProblem('postgres-start-failed', {
    vi: `PostgreSQL không khởi động được. Xem nhật ký trong ${join(pgData, 'log')}.\n${output.trim()}`,
    en: `PostgreSQL did not start. See its log in ${join(pgData, 'log')}.`,
  })
}
