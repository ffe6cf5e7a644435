import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { Problem } from './kernel/problems/problem.ts'

/** Settings of a server process, all from the environment. */
export type Config = {
  host: string
  port: number
  dataDir: string
  /** Login of the application (no owner); null means the embedded PostgreSQL. */
  databaseUrl: string | null
  /** Login for migrations; needed with databaseUrl. */
  ownerUrl: string | null
  /** Master key given by the environment (64 hex digits), where the data directory is not shared between servers. */
  masterKey: string | null
  /** Addresses and networks of proxies, this machine apart, that are believed when they say for whom they speak. */
  trustedProxies: string[]
  /** From which level on the log tells: fatal, error, warn, info, debug, trace or silent. */
  logLevel: string
  /** Whether a new embedded database is filled with the demo. */
  demo: boolean
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

const bad = (name: string, vi: string, en: string) => new Problem('bad-setting', 500, { vi: `${name}: ${vi}`, en: `${name}: ${en}` })

/** An address, or a network like 10.1.0.0/16; one that holds every address would let everybody choose theirs. */
const isNetwork = (text: string): boolean => {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const family = isIP(address)
  return family !== 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128)))
}

/** Reads and checks the settings. Throws a Problem that names the wrong one. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const port = Number(env.PORT ?? 4180)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw bad('PORT', 'cần số từ 0 đến 65535', 'needs a number from 0 to 65535')
  const databaseUrl = env.DATABASE_URL || null
  const ownerUrl = env.HIEPDONG_OWNER_URL || null
  if (databaseUrl && !ownerUrl) {
    throw bad('HIEPDONG_OWNER_URL', 'cần đặt cùng DATABASE_URL để nâng cấp bảng', 'is needed beside DATABASE_URL for migrations')
  }
  for (const [name, url] of [
    ['DATABASE_URL', databaseUrl],
    ['HIEPDONG_OWNER_URL', ownerUrl],
  ] as const)
    if (url && !(URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)))
      throw bad(
        name,
        'cần địa chỉ như postgres://tài-khoản:mật-khẩu@máy:5432/tên',
        'needs an address like postgres://login:password@host:5432/name',
      )
  const trustedProxies = (env.HIEPDONG_TRUSTED_PROXIES ?? '').split(',').flatMap((one) => one.trim() || [])
  if (!trustedProxies.every(isNetwork))
    throw bad('HIEPDONG_TRUSTED_PROXIES', 'cần địa chỉ như 10.1.0.7, 10.2.0.0/24', 'needs addresses like 10.1.0.7, 10.2.0.0/24')
  const logLevel = env.HIEPDONG_LOG || 'warn'
  if (!LOG_LEVELS.includes(logLevel)) throw bad('HIEPDONG_LOG', `cần ${LOG_LEVELS.join(', ')}`, `needs ${LOG_LEVELS.join(', ')}`)
  const masterKey = env.HIEPDONG_KEY || null
  if (masterKey && !/^[0-9a-f]{64}$/i.test(masterKey)) throw bad('HIEPDONG_KEY', 'cần 64 chữ số hệ 16', 'needs 64 hex digits')
  const dataDir = resolve(env.HIEPDONG_DATA || './data')
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataDir,
    databaseUrl,
    ownerUrl,
    masterKey,
    trustedProxies,
    logLevel,
    demo: env.HIEPDONG_DEMO !== '0',
  }
}
