import { agencyTypeById } from '../agencies/agency-types.ts'
import type { Command, Context } from '../streams/decider.ts'
import type { AgencyFact, Look } from '../streams/look.ts'
import type { FulfilmentPayload } from './commands.ts'
import { today } from './due.ts'
import type { FulfilmentState } from './state.ts'

/** What the rules of a fulfilment need beside its state. Each command reads only what it names. */
export type FulfilmentFacts = {
  /** Attachments that were found. */
  files?: { id: string; caseId: string | null; agencyId: string }[]
  /** Where the work may be handed to inside the agency: whether the officer or division belongs to it. */
  handTo?: { inside: boolean }
  /** Agencies named for child fulfilments, and which of them are subordinate today. */
  agencies?: AgencyFact[]
  subordinateIds?: string[]
  /** The fulfilments that were handed on before. */
  children?: { id: string; state: FulfilmentState }[]
  /** The fulfilment this one was handed on from. */
  parent?: FulfilmentState | null
}

/** Reads the facts a command needs. Commands that follow from another stream need none. */
export const prepareFulfilment = async (
  state: FulfilmentState,
  { name, payload }: Command,
  context: Context,
  look: Look,
): Promise<FulfilmentFacts> => {
  if (context.followUp || !state.assignment) return {}
  const { agencyId, parentId } = state.assignment
  switch (name) {
    case 'report':
    case 'submit':
      return { files: await look.files((payload as FulfilmentPayload<'report'>).fileIds) }
    case 'handOn':
      return { handTo: { inside: await isInside(agencyId, payload as FulfilmentPayload<'handOn'>, look) } }
    case 'delegate': {
      const ids = (payload as FulfilmentPayload<'delegate'>).to.map((one) => one.agencyId)
      const below = await look.subordinates(agencyId, today(context.effectiveAt))
      const children = state.children.filter((child) => ids.includes(child.agencyId)).map((child) => child.id)
      return {
        agencies: await look.agencies(ids),
        subordinateIds: below.filter((agency) => !isDivision(agency)).map((agency) => agency.id),
        children: children.length > 0 ? await look.states<FulfilmentState>('fulfilment', children) : [],
      }
    }
    case 'grantExtension':
    case 'changeDeadline':
    case 'resume':
      return { parent: parentId ? ((await look.states<FulfilmentState>('fulfilment', [parentId]))[0]?.state ?? null) : null }
    default:
      return {}
  }
}

/** A division has no answer of its own: its agency answers. */
export const isDivision = (agency: AgencyFact): boolean => agencyTypeById(agency.typeId)?.answersThrough === 'parent'

const isInside = async (agencyId: string, { officerId, unitId }: FulfilmentPayload<'handOn'>, look: Look): Promise<boolean> => {
  if (officerId) {
    const officer = await look.officer(officerId)
    if (officer?.agencyId !== agencyId || (unitId && officer.unitId !== unitId)) return false
  }
  if (!unitId || unitId === agencyId) return true
  const [unit] = await look.agencies([unitId])
  return unit !== undefined && unit.parentId === agencyId && isDivision(unit)
}
