import type { AgencyFact, Look } from '../src/kernel/streams/look.ts'

type Given = {
  agencies?: AgencyFact[]
  /** States of other streams by type and id. */
  states?: Record<string, Record<string, unknown>>
  officers?: { id: string; agencyId: string; unitId: string }[]
}

const on = (agency: AgencyFact, day: string): boolean => agency.validFrom <= day && (agency.validUntil === null || day <= agency.validUntil)

/** A Look over plain data, for tests of rules. What is not given is not there. */
export const fakeLook = ({ agencies = [], states = {}, officers = [] }: Given): Look => {
  const below = (id: string, day: string): AgencyFact[] => {
    const children = agencies.filter((agency) => agency.parentId === id && on(agency, day))
    return children.flatMap((child) => [child].concat(below(child.id, day)))
  }
  return {
    agencies: async (ids) => agencies.filter((agency) => ids.includes(agency.id)),
    agenciesOfType: async (typeIds, areaCode, day) =>
      agencies.filter(
        (agency) => typeIds.includes(agency.typeId) && on(agency, day) && (areaCode === null || agency.areaCode === areaCode),
      ),
    subordinates: async (agencyId, day) => below(agencyId, day),
    states: async <S>(type: string, ids: string[]) =>
      ids.flatMap((id) => {
        const state = states[type]?.[id]
        return state === undefined ? [] : [{ id, version: 1, state: state as S }]
      }),
    streamsOf: async () => [],
    unfinished: async () => ({ once: 0, recurring: [] }),
    caseWithNumber: async () => null,
    officer: async (id) => officers.find((officer) => officer.id === id) ?? null,
    servesIn: async (id) => officers.filter((officer) => officer.id === id).map((officer) => officer.agencyId),
    files: async () => [],
    sees: async () => true,
    nextNumber: async (prefix, year) => `${prefix}-${year}-001`,
    clauseText: async () => null,
    unreadOfficers: async () => [],
  }
}
