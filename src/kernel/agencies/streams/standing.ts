import { problem } from '../../problems/catalogue.ts'
import type { AgencyFact, Look } from '../../streams/look.ts'
import { officialDate } from '../../clocks/official-date.ts'

/** An agency as a rule asks for it, with the names of those that took its place. */
export type Standing = { id: string; fact: AgencyFact | null; successors: string[] }

/** Reads agencies in the order asked; one that is unknown has no fact. */
export const readStanding = async (look: Look, ids: readonly string[]): Promise<Standing[]> => {
  const facts = new Map((await look.agencies([...new Set(ids)])).map((fact) => [fact.id, fact]))
  const successorIds = [...facts.values()].flatMap((fact) => fact.successorIds)
  const names = new Map(
    (successorIds.length ? await look.agencies([...new Set(successorIds)]) : []).map((fact) => [fact.id, fact.shortName]),
  )
  return ids.map((id) => {
    const fact = facts.get(id) ?? null
    return { id, fact, successors: fact?.successorIds.flatMap((successor) => names.get(successor) ?? []) ?? [] }
  })
}

/** The agency, which must exist on a day (ISO date). Throws agency-unknown, agency-not-yet or agency-ended with the successors' names. */
export const requireStanding = (standing: Standing | undefined, day: string): AgencyFact => {
  const fact = standing?.fact
  if (!standing || !fact) throw problem('agency-unknown')
  if (day < fact.validFrom) throw problem('agency-not-yet', { agency: fact.shortName, day: officialDate(fact.validFrom) })
  if (fact.validUntil !== null && day > fact.validUntil) {
    const ended = { agency: fact.shortName, day: officialDate(fact.validUntil) }
    throw standing.successors.length
      ? problem('agency-ended', { ...ended, successor: standing.successors.join(', ') })
      : problem('agency-ended-alone', ended)
  }
  return fact
}
