import { randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '../src/kernel/access/actor.ts'
import { noteDecider } from '../src/kernel/cases/notes.ts'
import { closePools, openPools, type Pools } from '../src/kernel/db/pool.ts'
import type { AnyDecider } from '../src/kernel/streams/decider.ts'
import { CommandGroups } from '../src/kernel/streams/command-groups.ts'
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
  /** The same as another process has it: it remembers nothing of what this one did. */
  beside: Kernel
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
  const masterKey = randomBytes(32)
  const registry = new Registry([toyDecider, toyChildDecider, noteDecider, ...more])
  const kernelWith = (keyring: Keyring): Kernel => ({
    registry,
    keyring,
    write: pools.write,
    look: lookFactory(registry, keyring),
    groups: new CommandGroups(),
    committed: () => {},
  })
  const kernel = kernelWith(new Keyring(masterKey))
  return {
    db,
    pools,
    kernel,
    beside: kernelWith(new Keyring(masterKey)),
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
