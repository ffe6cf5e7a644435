import { allDeciders } from '../../src/deciders.ts'
import { importDirectory } from '../../src/directory-import.ts'
import { today } from '../../src/demo/days.ts'
import { SYSTEM_OFFICER } from '../../src/kernel/access/actor.ts'
import type { Pools } from '../../src/kernel/db/pool.ts'
import { inTransaction } from '../../src/kernel/db/pool.ts'
import { DIRECTORY_CASE } from '../../src/kernel/streams/decider.ts'
import { CommandGroups } from '../../src/kernel/streams/command-groups.ts'
import type { Kernel } from '../../src/kernel/streams/execute.ts'
import { lookFactory } from '../../src/kernel/streams/look-reader.ts'
import { personal } from '../../src/kernel/streams/personal.ts'
import { Registry } from '../../src/kernel/streams/registry.ts'
import { applyEvents, type Unit, unborn } from '../../src/kernel/streams/units.ts'
import { writeDocument } from '../../src/kernel/streams/write-document.ts'
import { Keyring } from '../../src/kernel/vault/keyring.ts'
import { officerOf, type World } from './world.ts'

const benchKernel = (pools: Pools, master: Buffer): Kernel => {
  const keyring = new Keyring(master)
  const registry = new Registry([...allDeciders])
  return { registry, keyring, write: pools.write, look: lookFactory(registry, keyring), groups: new CommandGroups(), committed: () => {} }
}

/** Enters the directory by the import every installation begins with, then officers with one post each, many to a transaction. */
export const enterPeople = async (pools: Pools, master: Buffer, world: World, officers: number): Promise<void> => {
  const kernel = benchKernel(pools, master)
  await importDirectory({ kernel })
  const wanted: { agencyId: string; n: number }[] = []
  for (let n = 0; wanted.length < Math.max(officers, world.agencies.length); n++)
    for (const agency of world.agencies) wanted.push({ agencyId: agency.id, n })
  let next = 0
  const enter = async () => {
    for (let i = next; i < wanted.length; i = next) {
      next += 500
      const units = wanted.slice(i, i + 500).flatMap(({ agencyId, n }) => officerUnits(kernel, agencyId, n))
      const now = new Date()
      await inTransaction(pools.write, async (db) => {
        const document = await writeDocument(db, kernel.keyring, [units], now)
        await db.query('select write_commands($1)', [JSON.stringify({ ...document, outbox: undefined, commands: [] })])
      })
    }
  }
  // One makes rows while the other's are written.
  await Promise.all([enter(), enter()])
}

const officerUnits = (kernel: Kernel, agencyId: string, n: number): Unit[] => {
  const { officerId, postId } = officerOf(agencyId, n)
  const now = new Date()
  const stamp = { now, effectiveAt: now, officerId: SYSTEM_OFFICER, agencyId: SYSTEM_OFFICER }
  const born = (type: string, id: string) => unborn(kernel.registry.of(type), id, DIRECTORY_CASE, null)
  const account = `b${officerId.slice(0, 13).replaceAll('-', '')}`
  return [
    applyEvents(
      born('officer', officerId),
      [{ type: 'officer.created', data: { account, name: personal(officerId, `Cán bộ ${account}`), homeAgencyId: agencyId } }],
      stamp,
    ),
    applyEvents(
      born('post', postId),
      [
        {
          type: 'post.created',
          data: { agencyId, unitId: agencyId, title: 'Chuyên viên', rights: ['draft', 'issue', 'answer'], officerId, from: today() },
        },
      ],
      stamp,
    ),
  ]
}
