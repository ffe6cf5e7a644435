import type { Reader } from '../../access/reader.ts'
import type { PartyView } from '../../http/views.ts'
import type { Kernel } from '../../streams/execute.ts'
import type { FoundCase } from './found-case.ts'

/** Parties that a case page shows at once, the many communes last; the count beside them is of all. */
const PARTIES_SHOWN = 200

export type Party = Omit<PartyView, 'agency'> & { agencyId: string }
export type Parties = { shown: Party[]; count: number }
export const NO_PARTIES: Parties = { shown: [], count: 0 }
/** Where the parties of a case are kept. */
export const partiesOf = (id: string): string => `parties ${id}`

const instant = (text: string): string => new Date(text).toISOString()

/**
 * The parties that came with a case that is open to who asks. Only a case's own events change who takes part, so that they are kept for as long as its
 * version stands.
 */
export const partiesIn = async (db: Reader, kernel: Kernel, id: string, row: FoundCase): Promise<Parties> => {
  const found = row.parties ?? []
  if (found.length > PARTIES_SHOWN) return listParties(db, kernel, id)
  const same = new Map<string, number>()
  for (const [, role, , , typeId] of found) same.set(`${role} ${typeId}`, (same.get(`${role} ${typeId}`) ?? 0) + 1)
  const shown = found.map(([agencyId, role, from, until, typeId]): Party => {
    return { agencyId, role, from: instant(from), until: until && instant(until), sameType: same.get(`${role} ${typeId}`) ?? 1 }
  })
  return keep(kernel, id, row.version, { shown, count: shown.length })
}

const keep = ({ keyring }: Kernel, id: string, version: number, parties: Parties): Parties => {
  keyring.opened.keep(partiesOf(id), version, parties, parties.shown.length * 200)
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
