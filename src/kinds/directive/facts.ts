import { today } from '../../kernel/assignments/due.ts'
import { isDivision } from '../../kernel/assignments/facts.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import type { FulfilmentState } from '../../kernel/assignments/state.ts'
import type { Command, Context } from '../../kernel/streams/decider.ts'
import type { AgencyFact, Look } from '../../kernel/streams/look.ts'
import type { DirectiveAssignment, DirectiveState, Payload, Target } from './contract.ts'

/** What the rules of a directive need beside its state. */
export type DirectiveFacts = {
  /** Agencies that are named, those that answer for them, and the successors of those that ended. */
  agencies?: ReadonlyMap<string, AgencyFact>
  /** Ids of the agencies of each class on the day, by `classKey`. */
  classes?: ReadonlyMap<string, string[]>
  /** Another case that carries the number. */
  taken?: string | null
  /** Attachments that were found. */
  files?: { id: string; caseId: string | null; agencyId: string }[]
  /** The fulfilments under the case that were not handed on; read for closing only. */
  fulfilments?: { id: string; state: FulfilmentState }[]
  /** What holds the case open: once-only work that is not over, and the recurring fulfilments. */
  unfinished?: { once: number; recurring: FulfilmentState[] }
  /** The later directive that amends or replaces this one. */
  later?: DirectiveState | null
}

type ClassTarget = Extract<Target, { kind: 'class' }>

export const classKey = ({ typeIds, areaCode }: ClassTarget): string => `${areaCode ?? ''}/${typeIds.join(',')}`

/** Reads the facts a command needs; under any other name those of the whole table of actions. */
export const prepareDirective = async (
  state: DirectiveState,
  { name, payload }: Command,
  context: Context,
  look: Look,
): Promise<DirectiveFacts> => {
  switch (name) {
    case 'create':
    case 'edit': {
      const { document } = payload as Payload<'edit'>
      return { files: document?.fileId ? await look.files([document.fileId]) : [] }
    }
    case 'addAssignment':
      return namesOf([(payload as Payload<'addAssignment'>).assignment], [], context, look)
    case 'amendBy':
    case 'replaceBy': {
      const [later] = await look.states<DirectiveState>('directive', [(payload as Payload<'amendBy'>).caseId])
      return { later: later?.state ?? null }
    }
    case 'cancelAssignment':
    case 'discard':
      return {}
    default: {
      // Only the owner may issue or close, so nobody else's view of the case pays for the reading.
      if (context.actor.agencyId !== state.ownerAgencyId) return {}
      if (state.status === 'draft') return toIssue(state, context, look)
      return state.status === 'issued' ? toClose(state, name, context, look) : {}
    }
  }
}

/** Counted for the button; for the command itself every fulfilment is read, since it ends with the case. */
const toClose = async (state: DirectiveState, name: string, context: Context, look: Look): Promise<DirectiveFacts> => {
  const { once, recurring } = await look.unfinished(context.caseId)
  const running = await look.states<FulfilmentState>('fulfilment', recurring)
  return {
    unfinished: { once, recurring: running.map((one) => one.state) },
    ...(name === 'close' ? { fulfilments: await look.states<FulfilmentState>('fulfilment', fulfilmentIds(state, context.caseId)) } : {}),
  }
}

/** Ids of all fulfilments that the directive's own orders became, cancelled ones left out. */
export const fulfilmentIds = (state: DirectiveState, caseId: string): string[] =>
  state.assignments
    .filter((one) => !one.cancelled)
    .flatMap((one) => (one.resolved?.leadIds ?? []).map((agencyId) => fulfilmentId(caseId, one.id, agencyId)))

const toIssue = async (state: DirectiveState, context: Context, look: Look): Promise<DirectiveFacts> => {
  const { issuerId, number, date } = state.document
  const names = await namesOf(state.assignments, [...state.recipients, ...(issuerId ? [issuerId] : [])], context, look)
  const taken = issuerId && number && date ? await look.caseWithNumber('directive', issuerId, number, Number(date.slice(0, 4))) : null
  return { ...names, taken: taken === context.caseId ? null : taken }
}

const namesOf = async (assignments: DirectiveAssignment[], others: string[], context: Context, look: Look): Promise<DirectiveFacts> => {
  const targets = assignments.flatMap((one) => [...one.leads, ...one.coordinating])
  const day = today(context.effectiveAt)
  const classes = new Map<string, string[]>()
  const agencies = new Map<string, AgencyFact>()
  const keep = (found: AgencyFact[]) => found.forEach((agency) => agencies.set(agency.id, agency))
  for (const target of targets) {
    if (target.kind !== 'class' || classes.has(classKey(target))) continue
    const members = await look.agenciesOfType(target.typeIds, target.areaCode, day)
    keep(members)
    classes.set(
      classKey(target),
      members.map((agency) => agency.id),
    )
  }
  keep(await look.agencies([...new Set([...others, ...targets.flatMap((target) => (target.kind === 'agency' ? [target.agencyId] : []))])]))
  // Divisions stand in divisions at most twice; successors are named, not followed further.
  for (let depth = 0; depth < 3; depth++) {
    const known = [...agencies.values()]
    const above = known.flatMap((agency) => (isDivision(agency) && agency.parentId ? agency.parentId : []))
    const wanted = depth === 0 ? [...above, ...known.flatMap((agency) => agency.successorIds)] : above
    const missing = [...new Set(wanted)].filter((id) => !agencies.has(id))
    if (missing.length === 0) break
    keep(await look.agencies(missing))
  }
  return { agencies, classes }
}
