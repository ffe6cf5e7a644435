import type { Actor } from '../../access/actor.ts'
import type { Reader } from '../../access/reader.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import type { CaseView, PartyView } from '../../http/views.ts'
import { problem } from '../../problems/catalogue.ts'
import type { Kernel } from '../../streams/execute.ts'
import { SEEN_BEFORE } from './looks.ts'
import { actionsOf, readStream, type Seen } from './stream-view.ts'

/** Parties that a case page shows at once, the many communes last; the count beside them is of all. */
const PARTIES_SHOWN = 200

type Parties = { parties: (Omit<PartyView, 'agency'> & { agencyId: string })[]; count: number }
const NONE: Parties = { parties: [], count: 0 }
const partiesOf = (id: string): string => `parties ${id}`

/**
 * A case as its page reads it. Who sees only its header (work handed on to them from inside an agency) gets neither state nor parties.
 * Throws not-found where it is not there or not to be seen.
 */
export const readCase = async (db: Reader, kernel: Kernel, actor: Actor, names: AgencyNames, id: string): Promise<CaseView> => {
  const kept = kernel.keyring.opened.get<Parties>(partiesOf(id))
  // Asked all at once: what is not to be seen answers with nothing.
  const [{ rows }, stream, listed] = await Promise.all([
    db.query(
      `select c.*, f.role, ${SEEN_BEFORE} as before_at
     from cases c left join feed f on f.case_id = c.id and f.subject_id = $2 left join last_seen s on s.case_id = c.id and s.officer_id = $3
     where c.id = $1`,
      [id, actor.agencyId, actor.officerId],
    ),
    readStream(db, kernel, id),
    kept ? null : listParties(db, id),
  ])
  const row = rows[0]
  if (!row) throw problem('not-found')
  const whole = stream?.open ? stream : null
  const { parties, count } = whole ? await partiesAt(db, kernel, whole, kept?.version === whole.version ? kept.value : listed) : NONE
  return {
    id,
    streamType: whole?.decider.type ?? row.kind,
    kind: row.kind,
    number: row.number,
    title: row.title,
    status: row.status,
    version: whole?.version ?? 0,
    owner: names.ref(row.owner_agency_id),
    role: row.role ?? 'informed',
    documentDate: row.document_date,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    lastSeenAt: row.before_at?.toISOString() ?? null,
    parties: parties.map(({ agencyId, ...party }) => ({ agency: names.ref(agencyId), ...party })),
    partyCount: count,
    state: whole?.state ?? null,
    actions: whole ? await actionsOf(db, kernel, actor, whole) : [],
  }
}

const listParties = async (db: Reader, id: string): Promise<Parties> => {
  const { rows } = await db.query(
    `select p.agency_id, p.role, p.valid_from, nullif(p.valid_until, 'infinity') as valid_until, count(*) over ()::int as n,
       count(*) over (partition by p.role, a.type_id)::int as same_type
     from party p left join agency a on a.id = p.agency_id where p.case_id = $1
     order by array_position(array['lead', 'coordinating', 'adviser', 'informed'], p.role), a.type_id like '%commune%', a.type_id, a.short_name, p.agency_id
     limit ${PARTIES_SHOWN}`,
    [id],
  )
  const parties = rows.map((row) => ({
    agencyId: row.agency_id as string,
    role: row.role as PartyView['role'],
    from: row.valid_from.toISOString() as string,
    until: (row.valid_until?.toISOString() ?? null) as string | null,
    sameType: row.same_type as number,
  }))
  return { parties, count: rows[0]?.n ?? 0 }
}

/** Only a case's own events change who takes part, so that its parties stand as long as its version does. */
const partiesAt = async (db: Reader, kernel: Kernel, { id, version }: Seen, known: Parties | null): Promise<Parties> => {
  const parties = known ?? (await listParties(db, id))
  kernel.keyring.opened.keep(partiesOf(id), version, parties, parties.parties.length * 200)
  return parties
}
