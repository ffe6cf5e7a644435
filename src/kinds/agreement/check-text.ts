import { requireStanding } from '../../kernel/agencies/streams/standing.ts'
import { isDivision } from '../../kernel/assignments/facts.ts'
import type { AgreementParty, AgreementText } from './contract.ts'
import type { AgreementFacts } from './facts.ts'
import { problem } from './problems.ts'
import { clausesOf, partyIds } from './standing.ts'

/** All that must hold of a text by itself before it is put to the parties. Throws the problem of the first thing that does not. */
export const checkText = (text: AgreementText, ownAgencyId: string): void => {
  if (text.title === '') throw problem('needs-title')
  const parties = new Set(partyIds(text))
  if (text.parties.length < 2) throw problem('needs-parties')
  if (parties.size < text.parties.length) throw problem('party-twice')
  if (!parties.has(ownAgencyId)) throw problem('needs-own-party')
  checkClauses(text)
  const named = [
    ...text.exchange.flatMap(({ fromId, toId }) => [fromId, toId]),
    ...text.contactPoints.map((point) => point.agencyId),
    ...(text.briefing?.hosts ?? []),
  ]
  if (named.some((id) => id !== null && !parties.has(id))) throw problem('not-a-party')
  if (text.briefing && !text.briefing.hosts.includes(text.briefing.firstHost)) throw problem('host-rule')
  const { from, until } = text.term
  if (from !== null && until !== null && until < from) throw problem('term-order')
}

const checkClauses = (text: AgreementText): void => {
  const clauses = clausesOf(text)
  if (clauses.length === 0) throw problem('needs-clause')
  const ids = [...text.articles, ...clauses, ...text.exchange].map((one) => one.id)
  if (new Set(ids).size < ids.length) throw problem('clause-twice')
  for (const article of text.articles) {
    const empty = article.clauses.find((clause) => clause.text === '')
    if (empty) throw problem('clause-empty', { article: article.ordinal, clause: empty.ordinal })
  }
}

/**
 * Every party must be an agency that answers for itself on `day` (ISO date); its division must stand in it, and it must have taken the
 * place of the body it signs for. Throws the problem of the first that is not.
 */
export const checkParties = (text: AgreementText, facts: AgreementFacts, day: string): void => {
  for (const party of text.parties) checkParty(party, facts, day)
  for (const { agencyId, unitId } of text.contactPoints) if (unitId !== null) checkUnit(agencyId, unitId, facts, day)
}

const checkParty = ({ agencyId, unitId, formerId }: AgreementParty, facts: AgreementFacts, day: string): void => {
  const agency = requireStanding(facts.agencies?.get(agencyId), day)
  if (isDivision(agency)) throw problem('division-as-agency')
  if (unitId !== null) checkUnit(agencyId, unitId, facts, day)
  if (formerId !== null && !facts.successors?.get(formerId)?.includes(agencyId)) {
    throw problem('not-successor', { agency: agency.shortName })
  }
}

const checkUnit = (agencyId: string, unitId: string, facts: AgreementFacts, day: string): void => {
  let unit = requireStanding(facts.agencies?.get(unitId), day)
  for (let depth = 0; depth < 3 && isDivision(unit) && unit.parentId !== null; depth++) {
    if (unit.parentId === agencyId) return
    const above = facts.agencies?.get(unit.parentId)?.fact
    if (!above) break
    unit = above
  }
  throw problem('unit-elsewhere')
}
