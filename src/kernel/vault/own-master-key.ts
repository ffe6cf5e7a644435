import { existsSync } from 'node:fs'
import { StartProblem } from '../db/embedded-problem.ts'
import { rolePool } from '../db/pool.ts'
import { DIRECTORY_CASE } from '../streams/decider.ts'
import { CASE_SUBJECT, Keyring } from './keyring.ts'
import { loadMasterKey, masterKeyPath } from './master-key.ts'

/**
 * The master key of a database, see loadMasterKey(). It is proved on the key of the directory, which the first start makes: a restored database without
 * its key, or a second server with a key of its own, would write what nobody else can open. Throws StartProblem; a key is made for a new database only.
 */
export const ownMasterKey = async (appUrl: string, dataDir: string, given: string | null): Promise<Buffer> => {
  const pool = rolePool(appUrl, 'app_write', 1)
  try {
    if (!given && !existsSync(masterKeyPath(dataDir))) {
      const { rowCount } = await pool.query('select from vault.seal_key where wrapped is not null limit 1')
      if (rowCount) throw missing(masterKeyPath(dataDir))
    }
    const key = loadMasterKey(dataDir, given)
    const db = await pool.connect()
    try {
      await new Keyring(key).readOrMake(db, DIRECTORY_CASE, [CASE_SUBJECT]).catch((error: unknown) => {
        // Errors of PostgreSQL and of the connection carry a code; a seal that this key does not open has none.
        throw (error as { code?: string }).code ? error : wrong(error)
      })
    } finally {
      db.release()
    }
    return key
  } finally {
    await pool.end()
  }
}

const missing = (path: string): StartProblem =>
  new StartProblem('master-key-missing', {
    vi: `Cơ sở dữ liệu đã có dữ liệu nhưng thiếu khoá chủ (${path}). Đặt lại tệp khoá đã sao lưu, hoặc HIEPDONG_KEY.`,
    en: `The database holds work, but its master key is missing (${path}). Put the backed-up file there, or set HIEPDONG_KEY.`,
  })

const wrong = (error: unknown): StartProblem =>
  new StartProblem(
    'master-key-wrong',
    {
      vi: 'Khoá chủ không mở được cơ sở dữ liệu này. Dùng khoá được sao lưu cùng nó, giống nhau ở mọi máy chủ.',
      en: 'The master key does not open this database. Use the one that was backed up for it, the same on every server.',
    },
    error,
  )
