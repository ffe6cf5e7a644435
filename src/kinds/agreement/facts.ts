import { subjectsOf } from '../../kernel/access/reader.ts'
import { readStanding, type Standing } from '../../kernel/agencies/streams/standing.ts'
import { today } from '../../kernel/assignments/due.ts'
import { isDivision } from '../../kernel/assignments/facts.ts'
import { localDate } from '../../kernel/clocks/zone.ts'
import type { FileFact } from '../../kernel/documents/own-files.ts'
import type { Command, Context } from '../../kernel/streams/decider.ts'
import type { AgencyFact, Look } from '../../kernel/streams/look.ts'
import type { AgreementState, AgreementText, Payload } from './contract.ts'
import { current } from './standing.ts'

/** What the rules of an agreement need beside its state. Each command reads only what it names. */
export type AgreementFacts = {
  /** Number that the system gives a new case. */
  caseNumber?: string
  /** Official code of the area that the drafting agency works in. */
  areaCode?: string | null
  /** Agencies that are named, with their successors' names. */
  agencies?: ReadonlyMap<string, Standing>
  /** Of each former body: all that took its place, directly or later. */
  successors?: ReadonlyMap<string, string[]>
  /** Attachments that were found. */
  files?: FileFact[]
  /** Whom the acting agency may order: its subordinates that answer for themselves. */
  subordinateIds?: string[]
  /** Whether the acting officer sees the case that is named. */
  seesCase?: boolean
  /** The agreement that is to take this one's place. */
  later?: AgreementState | null
}

/** Reads the facts a command needs. The table of actions needs none. */
export const prepareAgreement = async (
  state: AgreementState,
  { name, payload }: Command,
  context: Context,
  look: Look,
): Promise<AgreementFacts> => {
  const { actor, effectiveAt } = context
  switch (name) {
    case 'create': {
      const [own] = await look.agencies([actor.agencyId])
      const year = Number(localDate(effectiveAt.toISOString()).slice(0, 4))
      return { caseNumber: await look.nextNumber('QC', year), areaCode: own?.areaCode ?? null }
    }
    case 'send':
      return namesOf(state.versions.at(-1)?.text ?? null, [], look)
    case 'revise':
    case 'propose': {
      // Those whom the new text leaves out are asked too, as far as they still exist.
      const before = current(state)?.text.parties.map((party) => party.agencyId) ?? []
      return namesOf((payload as Payload<'revise'>).text, before, look)
    }
    case 'succeed': {
      const { agencyId, successorId } = payload as Payload<'succeed'>
      return { agencies: await standings([agencyId, successorId], look), successors: await successorsOf([agencyId], look) }
    }
    case 'sign':
    case 'attachScan': {
      const { fileId } = payload as Payload<'sign'>
      return { files: fileId ? await look.files([fileId]) : [] }
    }
    case 'addEvidence':
      return { files: await look.files((payload as Payload<'addEvidence'>).fileIds) }
    case 'assign': {
      const { leadIds, coordinatingIds } = (payload as Payload<'assign'>).assignment
      const below = await look.subordinates(actor.agencyId, today(effectiveAt))
      return {
        agencies: await standings([...leadIds, ...coordinatingIds], look),
        subordinateIds: below.filter((agency) => !isDivision(agency)).map((agency) => agency.id),
      }
    }
    case 'tie':
      return { seesCase: await look.sees(subjectsOf(actor), (payload as Payload<'tie'>).caseId) }
    case 'proposeEnd': {
      const { replacedBy } = payload as Payload<'proposeEnd'>
      if (!replacedBy) return {}
      const [later] = await look.states<AgreementState>('agreement', [replacedBy])
      return { later: later?.state ?? null, seesCase: await look.sees(subjectsOf(actor), replacedBy) }
    }
    default:
      return {}
  }
}

const standings = async (ids: readonly string[], look: Look): Promise<ReadonlyMap<string, Standing>> =>
  new Map((await readStanding(look, [...new Set(ids)])).map((one) => [one.id, one]))

/** All bodies that a text names, what stands above its divisions, and who took the place of its former bodies. */
const namesOf = async (text: AgreementText | null, others: readonly string[], look: Look): Promise<AgreementFacts> => {
  const parties = text?.parties ?? []
  const units = [...parties, ...(text?.contactPoints ?? [])].flatMap((one) => one.unitId ?? [])
  const formers = parties.flatMap((party) => party.formerId ?? [])
  const above = await aboveOf(units, look)
  const ids = [...parties.map((party) => party.agencyId), ...units, ...above, ...formers, ...others]
  return { agencies: await standings(ids, look), successors: await successorsOf(formers, look) }
}

/** Divisions stand in divisions at most twice. */
const aboveOf = async (units: readonly string[], look: Look): Promise<string[]> => {
  const found: string[] = []
  let level: AgencyFact[] = units.length ? await look.agencies([...units]) : []
  for (let depth = 0; depth < 3 && level.length > 0; depth++) {
    const parents = [...new Set(level.flatMap((agency) => agency.parentId ?? []))]
    found.push(...parents)
    level = parents.length ? (await look.agencies(parents)).filter(isDivision) : []
  }
  return found
}

const successorsOf = async (formers: readonly string[], look: Look): Promise<ReadonlyMap<string, string[]>> => {
  const found = new Map<string, string[]>()
  for (const former of formers) {
    const seen = new Set<string>([former])
    let level = [former]
    for (let depth = 0; depth < 5 && level.length > 0; depth++) {
      const facts = await look.agencies(level)
      level = facts.flatMap((agency) => agency.successorIds).filter((id) => !seen.has(id))
      for (const id of level) seen.add(id)
    }
    seen.delete(former)
    found.set(former, [...seen])
  }
  return found
}
