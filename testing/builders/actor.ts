import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/kernel/access/actor.ts'

/** An officer in a post that holds every right of its agency, whatever is not stated. */
export const actor = (given: Partial<Actor> = {}): Actor => {
  const agencyId = given.agencyId ?? randomUUID()
  return { officerId: randomUUID(), postId: randomUUID(), agencyId, unitId: agencyId, rights: ['draft', 'issue', 'answer'], ...given }
}
