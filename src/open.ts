import { join } from 'node:path'
import type { Config } from './config.ts'
import { startEmbeddedPostgres } from './kernel/db/embedded.ts'
import type { StartLog } from './kernel/db/embedded-problem.ts'
import { asLogin, assertLogin } from './kernel/db/app-login.ts'
import { migrate } from './kernel/db/migrate.ts'
import { assertDurable, assertSupported } from './kernel/db/postgres-checks.ts'
import { userOf } from './kernel/db/url.ts'
import { ownMasterKey } from './kernel/vault/own-master-key.ts'
import { type RunningService, startService } from './service.ts'

export type Opened = {
  service: RunningService
  /** True where the database is our own embedded one. */
  embedded: boolean
  /** Notes the address at which the product answers, for the message of a second start. */
  announce: (address: string) => void
  stop: () => Promise<void>
}

/** Opens the database that the settings name, brings it up to date, refuses one that is not durable or a login with too many rights, and starts the service. */
export const open = async (config: Config, log: StartLog, demo: boolean): Promise<Opened> => {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of stops.splice(0).toReversed()) await step()
  }
  try {
    const embedded = config.databaseUrl
      ? null
      : await startEmbeddedPostgres({ dataDir: config.dataDir, log, onLost: (error) => lost(log, error) })
    if (embedded) stops.push(() => embedded.stop())
    const ownerUrl = embedded?.ownerUrl ?? (config.ownerUrl as string)
    const appUrl = embedded?.appUrl ?? (config.databaseUrl as string)
    await asLogin(appUrl, assertSupported)
    await migrate(ownerUrl, join(import.meta.dirname, 'kernel/db/migrations'), log, { 'hiepdong.app_role': userOf(appUrl) })
    await assertLogin(appUrl)
    const service = await startService({
      appUrl,
      masterKey: await ownMasterKey(appUrl, config.dataDir, config.masterKey),
      demo: demo && embedded !== null,
    })
    stops.push(() => service.stop())
    await assertDurable(service.pools.write)
    return { service, embedded: embedded !== null, announce: (address) => embedded?.announce(address), stop }
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
}

const lost = (log: StartLog, error: Error): never => {
  log.error(error.message)
  process.exit(1)
}
