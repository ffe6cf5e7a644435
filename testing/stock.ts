import { createHash } from 'node:crypto'
import { loadDemo } from '../src/demo/demo.ts'
import { actorOf, enterOfficers } from '../src/demo/entries.ts'
import { DEMO_PASSWORD, demoOfficers } from '../src/demo/officers.ts'
import { Player } from '../src/demo/player.ts'
import { importDirectory } from '../src/directory-import.ts'
import { remindAll } from '../src/kernel/inbox/reminders.ts'
import { type RunningService, startService } from '../src/service.ts'
import type { Stock } from './database.ts'
import { today } from './days.ts'

/** What seals the stocks: a service over a copy of one must be started with it. */
export const STOCK_KEY = createHash('sha256').update('the key of stocked test databases').digest()

/** Answers once all that was entered has been told and reminded of: a server over a copy finds nothing left to do, and says nothing by itself. */
const settled = async ({ pools: { system } }: RunningService): Promise<void> => {
  await remindAll(system, () => {})
  const open = 'select from outbox where done_at is null limit 1'
  // The notifier takes up what is left within a second.
  while ((await system.query(open)).rowCount) await new Promise((resolve) => setTimeout(resolve, 20))
}

const filledBy = (enter: (service: RunningService) => Promise<unknown>): Stock['fill'] => {
  return async ({ appUrl }) => {
    const service = await startService({ appUrl, masterKey: STOCK_KEY, demo: true })
    try {
      await enter(service)
      await settled(service)
    } finally {
      await service.stop()
    }
  }
}

/** The directory of the whole country: provinces, communes, the bodies of the nation. */
export const DIRECTORY: Stock = { name: 'directory', fill: filledBy(importDirectory) }

/** The directory, and the demo's officers with their accounts, but none of its work. */
export const OFFICERS: Stock = {
  name: 'officers',
  upon: DIRECTORY,
  fill: filledBy(async (service) => {
    await enterOfficers(new Player(service), demoOfficers)
    const open = ({ account, officerId }: { account: string; officerId: string }) =>
      service.signIn.createAccount({ account, password: DEMO_PASSWORD, officerId })
    await Promise.all(demoOfficers.map((one) => open({ account: one.account, officerId: actorOf(one).officerId })))
  }),
}

/** The demo as an operator sees it after the first start; its days are counted from today, so tomorrow's is another. */
export const DEMO: Stock = {
  get name() {
    return `demo_${today().replaceAll('-', '')}`
  },
  fill: filledBy((service) => loadDemo(service, { info: () => {} })),
}
