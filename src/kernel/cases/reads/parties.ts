import type { Reader } from '../../access/reader.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import type { PartyView } from '../../http/views.ts'
import type { Kernel } from '../../streams/execute.ts'
import { type FoundCase, partyRows } from './found-case.ts'

/** Parties that a case page shows at once, the many communes last; the count beside them is of all. */
const PARTIES_SHOWN = 200

export type Party = Omit<PartyView, 'agency'> & { agencyId: string }
export type Parties = { shown: Party[]; count: number }
export const NO_PARTIES: Parties = { shown: [], count: 0 }
/** Where the parties of a case are kept. */
export const partiesOf = (id: string): string => `parties ${id}`

/** In which order roles are shown. */
const ROLES: readonly PartyView['role'][] = ['lead', 'coordinating', 'adviser', 'informed']

/**
 * The parties that came with a case that is open to who asks, in the order in which case_parties() gives them. Only a case's own events change who takes
 * part, so that they are kept for as long as its version stands.
 */
export const partiesIn = async (db: Reader, kernel: Kernel, names: AgencyNames, id: string, row: FoundCase): Promise<Parties> => {
  const found = partyRows(row)
  if (found.length > PARTIES_SHOWN) return listParties(db, kernel, id)
  const same = new Map<string, number>()
  const ordered = found
    .map((party) => {
      const { typeId, shortName } = names.ref(party.agencyId)
      const like = `${party.role} ${typeId}`
      same.set(like, (same.get(like) ?? 0) + 1)
      return {
        party,
        like,
        place: [ROLES.indexOf(party.role), typeId.includes('commune') ? 1 : 0, typeId, shortName, party.agencyId] as const,
      }
    })
    .sort((a, b) => inOrder(a.place, b.place))
  const shown = ordered.map(({ party: { agencyId, role, from, until }, like }): Party => {
    return { agencyId, role, from: from.toISOString(), until: until?.toISOString() ?? null, sameType: same.get(like) ?? 1 }
  })
  return keep(kernel, id, row.version, { shown, count: shown.length })
}

type Place = readonly (number | string)[]

/** Text by its letters' codes, as PostgreSQL's collation C has it. */
const inOrder = (a: Place, b: Place): number => {
  for (let i = 0; i < a.length; i++) {
    const [one, other] = [a[i] as number | string, b[i] as number | string]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

const keep = ({ keyring }: Kernel, id: string, version: number, parties: Parties): Parties => {
  // Beside the state that is kept, not for a case that is looked at once.
  if (keyring.opened.get(id)) keyring.opened.keep(partiesOf(id), version, parties, parties.shown.length * 200)
  return parties
}

/** The first of so many that no page shows all, counted by PostgreSQL, as those see them who may read the events; told in one statement with the version and that sight. */
const listParties = async (db: Reader, kernel: Kernel, id: string): Promise<Parties> => {
  const { rows } = await db.query(
    `select s.version, o.open, p.* from stream s
     cross join lateral (select exists (select 1 from event e where e.stream_id = s.id and e.version = s.version) as open offset 0) o left join case_parties($1, ${PARTIES_SHOWN}) p on true
     where s.id = $1`,
    [id],
  )
  const shown = rows.flatMap((row): Party[] => {
    const { agency_id: agencyId, role, valid_from: from, valid_until: until, same_type: sameType } = row
    return agencyId ? [{ agencyId, role, from: from.toISOString(), until: until?.toISOString() ?? null, sameType }] : []
  })
  const parties = { shown, count: rows[0]?.n ?? 0 }
  return rows[0]?.open ? keep(kernel, id, rows[0].version, parties) : parties
}
