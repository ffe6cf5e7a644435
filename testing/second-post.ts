import { randomUUID } from 'node:crypto'
import { SYSTEM } from '../src/kernel/access/system-actor.ts'
import { execute, type Kernel } from '../src/kernel/streams/execute.ts'

/** Gives an officer one more post, in the agency itself unless a unit of it is named; answers its id. */
export const secondPost = async (
  kernel: Kernel,
  post: { officerId: string; agencyId: string; unitId?: string; rights: readonly string[] },
): Promise<string> => {
  const streamId = randomUUID()
  const payload = { unitId: post.agencyId, title: 'Kiêm nhiệm', ...post }
  await execute(kernel, { actor: SYSTEM, streamType: 'post', streamId, command: 'create', payload, key: randomUUID() })
  return streamId
}
