import { randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '../src/kernel/access/actor.ts'
import { noteDecider } from '../src/kernel/cases/notes.ts'
import { closePools, openPools, type Pools } from '../src/kernel/db/pool.ts'
import type { AnyDecider } from '../src/kernel/streams/decider.ts'
import { execute, type Kernel, type Receipt } from '../src/kernel/streams/execute.ts'
import { lookFactory } from '../src/kernel/streams/look-reader.ts'
import { Registry } from '../src/kernel/streams/registry.ts'
import { Keyring } from '../src/kernel/vault/keyring.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { toyChildDecider, toyDecider } from './toy-decider.ts'

export type ToyKernel = {
  db: TestDatabase
  pools: Pools
  kernel: Kernel
  /** Gives a command with a fresh key unless one is given. */
  give: (
    actor: Actor,
    streamType: string,
    streamId: string,
    command: string,
    payload: unknown,
    more?: { key?: string; ifMatch?: number; effectiveAt?: Date; caseId?: string },
  ) => Promise<Receipt>
  stop: () => Promise<void>
}

/** A kernel over a database of its own, with the toy deciders and any others. */
export const toyKernel = async (more: AnyDecider[] = []): Promise<ToyKernel> => {
  const db = await testDatabase()
  const pools = openPools(db.appUrl)
  const keyring = new Keyring(randomBytes(32))
  const registry = new Registry([toyDecider, toyChildDecider, noteDecider, ...more])
  const kernel: Kernel = { registry, keyring, write: pools.write, look: lookFactory(registry, keyring), committed: () => {} }
  return {
    db,
    pools,
    kernel,
    give: (actor, streamType, streamId, command, payload, more = {}) =>
      execute(kernel, { actor, streamType, streamId, command, payload, key: more.key ?? randomUUID(), ...more }),
    stop: async () => {
      await closePools(pools)
      await db.drop()
    },
  }
}

/** An officer of an agency with every right; ids are new each time unless given. */
export const toyActor = (agencyId: string = randomUUID()): Actor => ({
  officerId: randomUUID(),
  postId: randomUUID(),
  agencyId,
  unitId: agencyId,
  rights: ['draft', 'issue', 'answer', 'directory'],
})
