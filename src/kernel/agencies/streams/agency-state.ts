import type { LoggedEvent } from '../../streams/decider.ts'
import type { RowChange } from '../../streams/change.ts'
import type { Certainty } from '../domains.ts'
import { shiftDay } from '../validity.ts'
import type { AgencyEvent, FormerName, FormerParent } from './agency-contract.ts'

/** An agency as its log tells it. Days are ISO dates, `validUntil` included. */
export type AgencyState = {
  known: boolean
  key: string
  typeId: string
  name: string
  shortName: string
  /** Day from which it has its present name. */
  namedOn: string
  formerNames: FormerName[]
  aliases: string[]
  areaCode: string | null
  parentId: string | null
  parentSince: string
  formerParents: FormerParent[]
  validFrom: string
  validUntil: string | null
  successorIds: string[]
  certainty: Certainty
  officialCode: string | null
}

export const noAgency = (): AgencyState => ({
  known: false,
  key: '',
  typeId: '',
  name: '',
  shortName: '',
  namedOn: '',
  formerNames: [],
  aliases: [],
  areaCode: null,
  parentId: null,
  parentSince: '',
  formerParents: [],
  validFrom: '',
  validUntil: null,
  successorIds: [],
  certainty: 'unverified',
  officialCode: null,
})

export const evolveAgency = (state: AgencyState, event: LoggedEvent<AgencyEvent>): AgencyState => {
  if ('erased' in event.data) return { ...state, known: true }
  switch (event.type) {
    case 'agency.created':
      return { ...state, ...event.data, known: true, namedOn: event.data.validFrom, parentSince: event.data.validFrom }
    case 'agency.renamed': {
      const { name, shortName, on } = event.data
      const former = { name: state.name, shortName: state.shortName, until: shiftDay(on, -1) }
      return { ...state, name, shortName, namedOn: on, formerNames: [former, ...state.formerNames] }
    }
    case 'agency.moved': {
      const { parentId, on } = event.data
      const former = { parentId: state.parentId, from: state.parentSince, until: shiftDay(on, -1) }
      return { ...state, parentId, parentSince: on, formerParents: [former, ...state.formerParents] }
    }
    case 'agency.ended':
      return { ...state, validUntil: event.data.on, successorIds: event.data.successorIds }
    case 'agency.identified':
      return { ...state, ...event.data }
    default:
      event satisfies never
      return state
  }
}

/** The whole row of the table `agency`. */
export const agencyRow = (id: string, version: number, state: AgencyState): RowChange => ({
  table: 'row',
  into: 'agency',
  id,
  values: {
    version,
    key: state.key,
    type_id: state.typeId,
    name: state.name,
    short_name: state.shortName,
    former_names: state.formerNames,
    aliases: state.aliases,
    area_code: state.areaCode,
    parent_id: state.parentId,
    parent_since: state.parentSince,
    former_parents: state.formerParents,
    valid_from: state.validFrom,
    valid_until: state.validUntil,
    successor_ids: state.successorIds,
    certainty: state.certainty,
    official_code: state.officialCode,
  },
})
