import { parentPort, workerData } from 'node:worker_threads'
import { allDeciders } from '../deciders.ts'
import { rolePool } from '../kernel/db/pool.ts'
import { CommandGroups } from '../kernel/streams/command-groups.ts'
import type { Kernel } from '../kernel/streams/execute.ts'
import { lookFactory } from '../kernel/streams/look-reader.ts'
import { rebuildNext } from '../kernel/streams/rebuild.ts'
import { Registry } from '../kernel/streams/registry.ts'
import { Keyring } from '../kernel/vault/keyring.ts'

/** One range of case ids, told again by one thread. */
export type RebuildTask = { appUrl: string; masterKey: string; after: string; until: string }

const BATCH = 100

const { appUrl, masterKey, after, until } = workerData as RebuildTask
const system = rolePool(appUrl, 'app_system', 1)
const keyring = new Keyring(Buffer.from(masterKey, 'hex'))
const registry = new Registry([...allDeciders])
const kernel: Kernel = {
  registry,
  keyring,
  write: system,
  look: lookFactory(registry, keyring),
  groups: new CommandGroups(),
  committed: () => {},
}

let last: string | null = after
while (last !== null) {
  const done = await rebuildNext(kernel, system, last, until, BATCH)
  parentPort?.postMessage({ cases: done.cases, events: done.events })
  last = done.last
}
await system.end()
