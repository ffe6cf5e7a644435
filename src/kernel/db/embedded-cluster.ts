import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { handOver, setupAccount } from './embedded-account.ts'
import type { Account } from './embedded-account.ts'
import { StartProblem } from './embedded-problem.ts'
import { settingArguments } from './embedded-settings.ts'

/** Passwords of the two login roles, made with the cluster. */
export type ClusterPasswords = { owner: string; app: string }

export const ownerRole = 'hiepdong_owner'
export const appRole = 'hiepdong_app'
export const mainDatabase = 'hiepdong'

const passwordFile = 'hiepdong-passwords.json'

/** How a new cluster is made. `libcLocale` C makes databases as a plain `initdb --locale=C` does, for tests of such servers. */
export type ClusterPlan = {
  native: string
  pgData: string
  account: Account | undefined
  settings: Readonly<Record<string, string>>
  libcLocale?: boolean
}

/**
 * Makes the cluster, its roles and its empty database, unless it exists; answers whether it did. All is made in a directory beside and
 * renamed when complete: a start broken off half-way leaves nothing that could be taken for a cluster, and the next one begins anew.
 */
export async function ensureCluster(plan: ClusterPlan): Promise<boolean> {
  const parent = dirname(plan.pgData)
  const unfinished = `.${basename(plan.pgData)}-new-`
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(parent)) {
    if (name.startsWith(unfinished)) rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  if (existsSync(join(plan.pgData, 'PG_VERSION'))) return false
  if (existsSync(plan.pgData) && readdirSync(plan.pgData).length > 0) throw notACluster(plan.pgData)
  const beside = mkdtempSync(join(parent, unfinished))
  await makeCluster(beside, plan)
  rmSync(plan.pgData, { recursive: true, force: true })
  renameSync(beside, plan.pgData)
  syncDirectory(parent)
  return true
}

/** Reads the passwords kept in the cluster, so that a copy of the directory is complete in itself. */
export function readPasswords(pgData: string): ClusterPasswords {
  try {
    return JSON.parse(readFileSync(join(pgData, passwordFile), 'utf8')) as ClusterPasswords
  } catch (error) {
    throw new StartProblem(
      'passwords-missing',
      {
        vi: `Không đọc được mật khẩu của cơ sở dữ liệu (${join(pgData, passwordFile)}). Khôi phục tệp này từ bản sao lưu, và chạy bằng đúng tài khoản đã tạo dữ liệu.`,
        en: `Cannot read the database's passwords (${join(pgData, passwordFile)}). Restore the file from a backup, and run under the account that made the data.`,
      },
      error,
    )
  }
}

/** Refuses a cluster of another major version: PostgreSQL cannot open it, and says so only in its log. */
export function assertClusterVersion(pgData: string, major: number): void {
  const found = readFileSync(join(pgData, 'PG_VERSION'), 'utf8').trim()
  if (Number(found) === major) return
  throw new StartProblem('cluster-version', {
    vi: `Dữ liệu trong ${pgData} thuộc PostgreSQL ${found}, chương trình này kèm PostgreSQL ${major}. Xuất dữ liệu bằng bản cũ rồi nhập vào thư mục mới.`,
    en: `The data in ${pgData} is of PostgreSQL ${found}, this program brings PostgreSQL ${major}. Export it with the old version and import it into a new directory.`,
  })
}

async function makeCluster(directory: string, plan: ClusterPlan): Promise<void> {
  const builder = setupAccount(plan.account)
  if (builder) chownSync(directory, builder.uid, builder.gid)
  const locale = plan.libcLocale ? ['--locale=C'] : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const bin = (name: string) => join(plan.native, 'bin', name)
  const run = (program: string, args: string[], input = '') => runProgram(program, args, directory, builder, input)
  const at = ['-D', '/proc/self/cwd']
  await run(bin('initdb'), [
    ...at,
    '--username=postgres',
    '--auth=reject',
    '--encoding=UTF8',
    '--no-instructions',
    ...locale,
    ...settingArguments(plan.settings),
  ])
  const passwords: ClusterPasswords = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') }
  await run(bin('postgres'), ['--single', ...at, 'postgres'], rolesSql(passwords))
  // The superuser has no password and so cannot log in; what needs one is done here, or by an administrator in single-user mode.
  writeDurably(join(directory, 'pg_hba.conf'), '# TYPE DATABASE USER METHOD\nlocal all all scram-sha-256\n')
  writeDurably(join(directory, passwordFile), JSON.stringify(passwords))
  if (plan.account) handOver(directory, plan.account)
  syncDirectory(directory)
}

/** Single-user mode takes one statement a line. */
function rolesSql({ owner, app }: ClusterPasswords): string {
  return [
    `create role ${ownerRole} login createrole createdb password '${owner}'`,
    `create role ${appRole} login password '${app}'`,
    `grant ${appRole} to ${ownerRole} with admin true, inherit false, set false`,
    `create database ${mainDatabase} owner ${ownerRole}`,
    `revoke connect, temporary on database ${mainDatabase} from public`,
    `grant connect, temporary on database ${mainDatabase} to ${appRole}`,
    '',
  ].join('\n')
}

function runProgram(program: string, args: string[], cwd: string, account: Account | undefined, input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      cwd,
      env: { LC_ALL: 'C', PATH: process.env['PATH'] },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (text: string) => (output += text)
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.once('error', reject)
    child.once('close', (code) => {
      // Single-user mode goes on after a failed statement and ends with 0.
      if (code === 0 && !/^.*\b(ERROR|FATAL|PANIC): /m.test(output)) return resolve()
      reject(creationFailure(program, output.trim().split('\n').slice(-5).join('\n')))
    })
  })
}

function writeDurably(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600, flush: true })
}

function syncDirectory(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function notACluster(pgData: string): StartProblem {
  return new StartProblem('not-a-cluster', {
    vi: `Thư mục ${pgData} có tệp lạ, không phải dữ liệu PostgreSQL. Chuyển các tệp đó đi hoặc đặt HIEPDONG_DATA sang thư mục khác.`,
    en: `The directory ${pgData} holds files that are not PostgreSQL data. Move them away, or set HIEPDONG_DATA to another directory.`,
  })
}

function creationFailure(program: string, detail: string): StartProblem {
  return new StartProblem('cluster-creation-failed', {
    vi: `Không tạo được cơ sở dữ liệu (${basename(program)}).\n${detail}`,
    en: `The database could not be created (${basename(program)}).`,
  })
}
