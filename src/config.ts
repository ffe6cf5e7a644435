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
  /** Whether a new embedded database is filled with the demo. */
  demo: boolean
}

const bad = (name: string, vi: string, en: string) => new Problem('bad-setting', 500, { vi: `${name}: ${vi}`, en: `${name}: ${en}` })

/** Reads and checks the settings. Throws a Problem that names the wrong one. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const port = Number(env.PORT ?? 4180)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw bad('PORT', 'cần số từ 0 đến 65535', 'needs a number from 0 to 65535')
  const databaseUrl = env.DATABASE_URL || null
  const ownerUrl = env.HIEPDONG_OWNER_URL || null
  if (databaseUrl && !ownerUrl) {
    throw bad('HIEPDONG_OWNER_URL', 'cần đặt cùng DATABASE_URL để nâng cấp bảng', 'is needed beside DATABASE_URL for migrations')
  }
  const masterKey = env.HIEPDONG_KEY || null
  if (masterKey && !/^[0-9a-f]{64}$/i.test(masterKey)) throw bad('HIEPDONG_KEY', 'cần 64 chữ số hệ 16', 'needs 64 hex digits')
  const dataDir = resolve(env.HIEPDONG_DATA || './data')
  return { host: env.HOST || '127.0.0.1', port, dataDir, databaseUrl, ownerUrl, masterKey, demo: env.HIEPDONG_DEMO !== '0' }
}
