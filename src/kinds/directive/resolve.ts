import { dateWords } from '../../kernel/assignments/due.ts'
import { isDivision } from '../../kernel/assignments/facts.ts'
import type { AgencyFact } from '../../kernel/streams/look.ts'
import type { DirectiveAssignment, Target } from './contract.ts'
import { classKey, type DirectiveFacts } from './facts.ts'
import { problem } from './problems.ts'

export type Resolved = { leadIds: string[]; coordinatingIds: string[] }

/**
 * Who answers for an assignment on a day, classes and divisions resolved; an agency that leads does not also coordinate.
 * A lead must be known; a coordinating body that is not stays as words.
 * Throws the problem of the first name that cannot be resolved.
 */
export const resolveAssignment = (assignment: DirectiveAssignment, facts: DirectiveFacts, day: string): Resolved => {
  const { ordinal } = assignment
  if (assignment.leads.length === 0) throw problem('needs-lead', { ordinal })
  const resolved = (targets: Target[]) => new Set(targets.flatMap((target) => idsOf(target, ordinal, facts, day)))
  const leads = resolved(assignment.leads)
  // "các cơ quan liên quan" names nobody: it stays as words beside those who are named.
  const coordinating = [...resolved(assignment.coordinating.filter((target) => target.kind !== 'unknown'))].filter((id) => !leads.has(id))
  return { leadIds: [...leads], coordinatingIds: coordinating }
}

const idsOf = (target: Target, ordinal: number, facts: DirectiveFacts, day: string): string[] => {
  if (target.kind === 'unknown') throw problem('unknown-target', { name: target.as, ordinal })
  if (target.kind === 'agency') return [answering(target.agencyId, facts, day).id]
  const members = facts.classes?.get(classKey(target)) ?? []
  if (members.length === 0) throw problem('class-empty', { name: target.as, ordinal })
  return members.map((id) => answering(id, facts, day).id)
}

/** The agency that answers for an id: itself, or above a division its agency. Throws where it is unknown or not of that day. */
export const answering = (agencyId: string, facts: DirectiveFacts, day: string): AgencyFact => {
  let agency = known(agencyId, facts, day)
  for (let depth = 0; isDivision(agency) && agency.parentId && depth < 3; depth++) agency = known(agency.parentId, facts, day)
  return agency
}

const known = (agencyId: string, facts: DirectiveFacts, day: string): AgencyFact => {
  const agency = facts.agencies?.get(agencyId)
  if (!agency) throw problem('agency-unknown')
  const named = { agency: agency.shortName }
  if (agency.validFrom > day) throw problem('agency-not-yet', { ...named, day: dateWords(agency.validFrom) })
  if (agency.validUntil === null || agency.validUntil >= day) return agency
  const ended = { ...named, day: dateWords(agency.validUntil) }
  const successors = agency.successorIds.flatMap((id) => facts.agencies?.get(id)?.shortName ?? [])
  throw successors.length > 0
    ? problem('agency-ended', { ...ended, successor: successors.join(', ') })
    : problem('agency-ended-alone', ended)
}
