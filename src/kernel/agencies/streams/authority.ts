import { type Actor, SYSTEM_OFFICER } from '../../access/actor.ts'
import { reason } from '../../problems/catalogue.ts'
import type { Reason } from '../../problems/problem.ts'
import type { Context } from '../../streams/decider.ts'
import type { AgencyFact, Look } from '../../streams/look.ts'
import { provinceOf } from '../areas.ts'

/** Agencies whose administrators keep the directory of their whole province, bodies outside their own tree included. */
const PROVINCE_KEEPERS = new Set(['provincial-peoples-committee', 'peoples-committee-office'])

/** A tree deeper than this is a fault. */
const DEEPEST = 32

/** Whether the actor's agency keeps the directory entries of the agencies that a command concerns. */
export type Authority = { governed: boolean }

/** The agency and all above it, nearest first; empty where it is unknown. */
export const chainAbove = async (look: Look, agencyId: string): Promise<AgencyFact[]> => {
  const chain: AgencyFact[] = []
  for (let next: string | null = agencyId; next !== null && chain.length < DEEPEST;) {
    const [fact]: AgencyFact[] = await look.agencies([next])
    if (!fact) break
    chain.push(fact)
    next = fact.parentId
  }
  return chain
}

/** True where the agency stands in the actor's own subtree, or in the province that the actor's agency keeps. */
export const governs = async (look: Look, actor: Actor, agencyId: string | null): Promise<boolean> => {
  if (actor.officerId === SYSTEM_OFFICER) return true
  if (agencyId === null) return false
  const chain = await chainAbove(look, agencyId)
  const [target] = chain
  if (!target) return false
  if (chain.some((agency) => agency.id === actor.agencyId)) return true
  const [own] = await look.agencies([actor.agencyId])
  if (!own || !PROVINCE_KEEPERS.has(own.typeId)) return false
  const province = provinceOf(own.areaCode ?? '')
  return province !== null && provinceOf(target.areaCode ?? '')?.code === province.code
}

/** The first question of every command here. Without facts (a look at what a post may do in general) only the post's right is asked. */
export const mayKeep = (context: Context<Authority | undefined>): true | Reason => {
  const { actor, facts } = context
  if (actor.officerId === SYSTEM_OFFICER) return true
  if (!actor.rights.includes('directory')) return reason('no-right')
  return facts === undefined || facts.governed ? true : reason('not-your-directory')
}
