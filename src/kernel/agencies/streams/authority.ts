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
  const province = await provinceKeptBy(look, actor)
  return province !== null && provinceOf(target.areaCode ?? '')?.code === province
}

/** Code of the province whose whole directory the actor's agency keeps; null where it keeps its own subtree alone. */
export const provinceKeptBy = async (look: Look, actor: Actor): Promise<string | null> => {
  const [own] = await look.agencies([actor.agencyId])
  const keeps = own !== undefined && PROVINCE_KEEPERS.has(own.typeId) && provinceOf(own.areaCode ?? '')?.code === own.areaCode
  return keeps ? own.areaCode : null
}

/** True for types of agency that keep a whole province: founding one gives away that power. */
export const isProvinceKeeper = (typeId: string): boolean => PROVINCE_KEEPERS.has(typeId)

/**
 * True where the actor keeps every agency in which the officer holds a post today, or their home where they hold none: whoever sets a password can
 * act in all of these posts.
 */
export const keepsOfficer = async (look: Look, actor: Actor, officer: { id: string; homeAgencyId: string }): Promise<boolean> => {
  const serving = await look.servesIn(officer.id)
  for (const agencyId of serving.length ? serving : [officer.homeAgencyId]) if (!(await governs(look, actor, agencyId))) return false
  return true
}

/** True where the actor keeps the officer's home or an agency in which they serve already: nobody appoints another agency's officers. */
export const mayAppoint = async (look: Look, actor: Actor, officer: { id: string; homeAgencyId: string }): Promise<boolean> => {
  for (const agencyId of new Set([officer.homeAgencyId, ...(await look.servesIn(officer.id))]))
    if (await governs(look, actor, agencyId)) return true
  return false
}

/** The first question of every command here. Without facts (a look at what a post may do in general) only the post's right is asked. */
export const mayKeep = (context: Context<Authority | undefined>): true | Reason => {
  const { actor, facts } = context
  if (actor.officerId === SYSTEM_OFFICER) return true
  if (!actor.rights.includes('directory')) return reason('no-right')
  return facts === undefined || facts.governed ? true : reason('not-your-directory')
}
