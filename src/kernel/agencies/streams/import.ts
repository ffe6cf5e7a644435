import { SYSTEM_OFFICER } from '../../access/actor.ts'
import { problem, reason } from '../../problems/catalogue.ts'
import type { ChildStream, Context, Decider, Decision } from '../../streams/decider.ts'
import { agencyId } from '../agency-record.ts'
import type { AgencyEvent } from './agency-contract.ts'
import {
  type DirectoryEvent,
  directoryCommands,
  directoryEvents,
  type ImportedAgency,
  type ImportedMandate,
  type ImportPayload,
} from './import-contract.ts'
import type { MandateEvent } from './mandate-contract.ts'

export type DirectoryState = { imported: boolean }

/** Ids of entries that exist already: an import adds, it never overwrites what an office has corrected. */
export type ImportFacts = { agencies: ReadonlySet<string>; mandates: ReadonlySet<string> }

/** The id of an imported mandate, the same on every installation. */
export const importedMandateId = (mandate: ImportedMandate): string =>
  agencyId(`mandate:${mandate.domainId}:${mandate.areaCode}:${mandate.agencyKey}:${mandate.from}`)

const agencyChild = (record: ImportedAgency): ChildStream => {
  const { key, parentKey, successorKeys, formerNames, ...rest } = record
  const created: AgencyEvent = {
    type: 'agency.created',
    data: {
      ...rest,
      key,
      formerNames: formerNames.map((name) => ({ name, shortName: null, until: null })),
      parentId: parentKey === null ? null : agencyId(parentKey),
      successorIds: successorKeys.map(agencyId),
    },
  }
  return { type: 'agency', id: agencyId(key), events: [created] }
}

const mandateChild = (mandate: ImportedMandate): ChildStream => {
  const { agencyKey, domainId, areaCode, from, until } = mandate
  const created: MandateEvent = {
    type: 'mandate.created',
    data: { domain: domainId, areaCode, agencyId: agencyId(agencyKey), from, until, basis: null, predecessorId: null },
  }
  return { type: 'mandate', id: importedMandateId(mandate), events: [created] }
}

/** Refuses a package that would not be a directory: a key twice, an unknown superior, successor or holder, a circle, days backwards. */
const check = ({ agencies, mandates }: ImportPayload, facts: ImportFacts): void => {
  const byKey = new Map<string, ImportedAgency>()
  for (const record of agencies) {
    if (byKey.has(record.key)) throw problem('import-broken', { key: record.key })
    byKey.set(record.key, record)
  }
  const known = (key: string) => byKey.has(key) || facts.agencies.has(agencyId(key))
  for (const { key, parentKey, successorKeys, validFrom, validUntil } of agencies) {
    const related = [...successorKeys, ...(parentKey === null ? [] : [parentKey])]
    const backwards = validUntil !== null && validUntil < validFrom
    if (backwards || successorKeys.includes(key) || !related.every(known)) throw problem('import-broken', { key })
  }
  for (const { agencyKey } of mandates) if (!known(agencyKey)) throw problem('import-broken', { key: agencyKey })
  checkTree(byKey)
}

/** Walks up from every agency once; one met again on its own way up is in a circle. */
const checkTree = (byKey: ReadonlyMap<string, ImportedAgency>): void => {
  const sound = new Set<string>()
  for (const start of byKey.keys()) {
    const way = new Set<string>()
    for (let key: string | null = start; key !== null && !sound.has(key); key = byKey.get(key)?.parentKey ?? null) {
      if (way.has(key)) throw problem('agency-cycle', {}, { key })
      way.add(key)
    }
    for (const key of way) sound.add(key)
  }
}

const decide = (_state: DirectoryState, command: { payload: unknown }, { facts }: Context<ImportFacts>): Decision => {
  const payload = command.payload as ImportPayload
  check(payload, facts)
  const agencies = payload.agencies.map(agencyChild).filter((child) => !facts.agencies.has(child.id))
  const mandates = payload.mandates.map(mandateChild).filter((child) => !facts.mandates.has(child.id))
  const imported: DirectoryEvent = {
    type: 'directory.imported',
    data: { source: payload.source, agencies: agencies.length, mandates: mandates.length },
  }
  return { events: [imported], children: [...agencies, ...mandates] }
}

/** One import of a kept data package: many agencies and mandates in one transaction. Only the system gives this command. */
export const directoryDecider: Decider<DirectoryState, DirectoryEvent, ImportFacts> = {
  type: 'directory',
  directory: true,
  stateVersion: 1,
  events: directoryEvents,
  commands: directoryCommands,
  initial: () => ({ imported: false }),
  evolve: () => ({ imported: true }),
  available: (state, { actor }) => ({
    import: actor.officerId !== SYSTEM_OFFICER ? reason('system-only') : state.imported ? reason('entry-exists') : true,
  }),
  decide,
  project: () => [],
  prepare: async (_state, { payload }, { actor }, look) => {
    if (actor.officerId !== SYSTEM_OFFICER || payload === null) return { agencies: new Set(), mandates: new Set() }
    const { agencies, mandates } = payload as ImportPayload
    const keys = new Set(agencies.flatMap(({ key, parentKey, successorKeys }) => [key, parentKey ?? key].concat(successorKeys)))
    for (const { agencyKey } of mandates) keys.add(agencyKey)
    const known = await look.agencies([...keys].map(agencyId))
    const held = await look.states('mandate', mandates.map(importedMandateId))
    return { agencies: new Set(known.map((fact) => fact.id)), mandates: new Set(held.map((mandate) => mandate.id)) }
  },
}
