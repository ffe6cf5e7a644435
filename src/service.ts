import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHmac } from 'node:crypto'
import { allDeciders } from './deciders.ts'
import { startDelivery } from './kernel/access/requests/delivery.ts'
import { accessTimeline } from './kernel/access/requests/timeline.ts'
import { acknowledgementTimeline } from './kernel/acknowledgements/timeline.ts'
import { createSignIn, signInPool } from './kernel/access/sign-in/sign-in.ts'
import { startPuttingAside } from './kernel/access/unseen.ts'
import { Directory } from './kernel/agencies/directory.ts'
import { directoryDeciders } from './kernel/agencies/streams/index.ts'
import { directoryTimeline } from './kernel/agencies/streams/timeline.ts'
import { fulfilmentTimeline } from './kernel/assignments/timeline.ts'
import type { TimelineTexts } from './kernel/cases/reads/timeline.ts'
import { beginsAt } from './kernel/db/begins.ts'
import { closePools, openPools } from './kernel/db/pool.ts'
import { Asking } from './kernel/http/asking.ts'
import { LiveHub } from './kernel/http/live-hub.ts'
import type { Service } from './kernel/http/service.ts'
import { startHousekeeping } from './kernel/inbox/housekeeping.ts'
import { Listener } from './kernel/inbox/listener.ts'
import { Notifier } from './kernel/inbox/notifier.ts'
import { startReminders } from './kernel/inbox/reminders.ts'
import { startFolding } from './kernel/search/folding.ts'
import { CommandGroups } from './kernel/streams/command-groups.ts'
import type { Kernel } from './kernel/streams/execute.ts'
import { lookFactory } from './kernel/streams/look-reader.ts'
import { Registry } from './kernel/streams/registry.ts'
import { Keyring } from './kernel/vault/keyring.ts'
import { inspectFile } from './inspect-file.ts'
import { kinds } from './kinds/index.ts'

export type ServiceSetup = { appUrl: string; masterKey: Buffer; demo: boolean; baseUrl?: string; poolSize?: number }

export type RunningService = Service & { stop: () => Promise<void> }

export const VERSION: string = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')).version

/** Puts the parts of one server process together over a migrated database, and starts what runs beside requests. */
export const startService = async (setup: ServiceSetup): Promise<RunningService> => {
  const pools = openPools(setup.appUrl, setup.poolSize)
  const authPool = signInPool(setup.appUrl)
  const keyring = new Keyring(setup.masterKey)
  const registry = new Registry([...allDeciders])
  const notifier = new Notifier(pools.system)
  const kernel: Kernel = {
    registry,
    keyring,
    write: pools.write,
    look: lookFactory(registry, keyring),
    groups: new CommandGroups(),
    committed: () => notifier.poke(),
  }
  const live = new LiveHub()
  const directory = new Directory(pools.system)
  await directory.load()
  const timelyFrom = (await beginsAt(pools.system, 'ids-that-follow-time')).getTime()
  // A replica that took over may lack the last commits; what it numbers alike later is something else.
  const forget = () => keyring.opened.clear()
  const listener = new Listener(
    setup.appUrl,
    (wakes) => {
      directory.changed(wakes)
      live.wake(wakes)
    },
    () => {
      forget()
      directory.load().catch(() => {})
      live.gap()
    },
    forget,
  )
  const signIn = createSignIn({
    pool: authPool,
    secret: createHmac('sha256', setup.masterKey).update('sign-in').digest('base64url'),
    ...(setup.baseUrl ? { baseUrl: setup.baseUrl } : {}),
  })
  await listener.start()
  notifier.start()
  const sweepings = [
    startReminders(pools.system, () => notifier.poke()),
    startDelivery(kernel, pools.system),
    startHousekeeping(pools.system),
    startFolding(pools.system),
    startPuttingAside(pools.system),
  ]
  const timelines = new Map<string, TimelineTexts>([
    ['fulfilment', fulfilmentTimeline],
    ['access', accessTimeline],
    ['acknowledgement', acknowledgementTimeline],
    ['reading', acknowledgementTimeline],
    ...directoryDeciders.map((decider) => [decider.type, directoryTimeline as TimelineTexts] as const),
    ...kinds.map((kind) => [kind.streamType, kind.timeline] as const),
  ])
  return {
    kernel,
    pools,
    directory,
    signIn,
    asking: new Asking(signIn, pools.read, directory),
    files: { write: pools.write, read: pools.read, keyring, inspect: inspectFile },
    live,
    kinds,
    timelines,
    version: VERSION,
    timely: () => Date.now() >= timelyFrom,
    demo: setup.demo,
    stop: async () => {
      for (const one of sweepings) await one.stop()
      await notifier.stop()
      await listener.stop()
      await Promise.all([closePools(pools), authPool.end()])
    },
  }
}
