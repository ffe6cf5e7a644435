import { type Actor, SYSTEM_OFFICER } from './actor.ts'

/** The server itself, for imports at set-up and the demo. No session can be this actor. */
export const SYSTEM: Actor = {
  officerId: SYSTEM_OFFICER,
  postId: SYSTEM_OFFICER,
  agencyId: SYSTEM_OFFICER,
  unitId: SYSTEM_OFFICER,
  rights: ['draft', 'issue', 'answer', 'directory'],
}
