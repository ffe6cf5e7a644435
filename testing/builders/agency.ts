import { randomUUID } from 'node:crypto'
import type { AgencyFact } from '../../src/kernel/streams/look.ts'

/** An agency of Gia Lai that exists, whatever is not stated. */
export const agencyFact = (given: Partial<AgencyFact> = {}): AgencyFact => {
  const id = given.id ?? randomUUID()
  return {
    id,
    key: `gia-lai/${id.slice(0, 8)}`,
    typeId: 'department-of-science-technology',
    name: `Cơ quan ${id.slice(0, 4)}`,
    shortName: `CQ ${id.slice(0, 4)}`,
    areaCode: '52',
    parentId: null,
    validFrom: '2000-01-01',
    validUntil: null,
    successorIds: [],
    ...given,
  }
}
