import { join } from 'node:path'
import { stderr } from 'node:process'
import { readConfig } from '../config.ts'
import { assertLogin } from '../kernel/db/app-login.ts'
import { startEmbeddedPostgres } from '../kernel/db/embedded.ts'
import { assertMigrated } from '../kernel/db/migrate.ts'
import { ownMasterKey } from '../kernel/vault/own-master-key.ts'
import { rebuildAll } from './rebuild-all.ts'

const log = {
  info: (text: string) => stderr.write(`${text}\n`),
  warn: (text: string) => stderr.write(`${text}\n`),
  error: (text: string) => stderr.write(`${text}\n`),
}

/** hiepdong rebuild: writes every projection anew from the log of a database that a server of this version brought up to date. Servers on the same PostgreSQL may go on meanwhile; an embedded one is started for it. */
export const rebuild = async (): Promise<number> => {
  const config = readConfig(process.env)
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  try {
    let told = 0
    const appUrl = embedded?.appUrl ?? (config.databaseUrl as string)
    await assertMigrated(embedded?.ownerUrl ?? (config.ownerUrl as string), join(import.meta.dirname, '../kernel/db/migrations'))
    await assertLogin(appUrl)
    const done = await rebuildAll(appUrl, await ownMasterKey(appUrl, config.dataDir, config.masterKey), ({ cases, events, seconds }) => {
      if (seconds - told < 5) return
      told = seconds
      log.info(`${cases} hồ sơ, ${events} sự kiện, ${Math.round(events / seconds)}/s`)
    })
    log.info(`Xong: ${done.cases} hồ sơ, ${done.events} sự kiện, ${Math.round(done.seconds)} s · Done`)
    return 0
  } finally {
    await embedded?.stop()
  }
}
