import type { Actor } from '../../access/actor.ts'
import type { Reader } from '../../access/reader.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import type { CaseView, PartyView } from '../../http/views.ts'
import { problem } from '../../problems/catalogue.ts'
import type { Kernel } from '../../streams/execute.ts'
import { actionsOf, readStream } from './stream-view.ts'

/** Parties that a case page shows at once, the many communes last; the count beside them is of all. */
const PARTIES_SHOWN = 200

/**
 * A case as its page reads it. Who sees only its header (work handed on to them from inside an agency) gets neither state nor parties.
 * Throws not-found where it is not there or not to be seen.
 */
export const readCase = async (db: Reader, kernel: Kernel, actor: Actor, names: AgencyNames, id: string): Promise<CaseView> => {
  // Asked all at once: what is not to be seen answers with nothing.
  const [{ rows }, seen, listed] = await Promise.all([
    db.query(
      `select c.*, f.role, s.before_at, (select max(v.level) from visible v where v.stream_id = c.id and now() >= v.valid_from and now() < v.valid_until) as level
     from cases c left join feed f on f.case_id = c.id and f.subject_id = $2 left join last_seen s on s.case_id = c.id and s.officer_id = $3
     where c.id = $1`,
      [id, actor.agencyId, actor.officerId],
    ),
    readStream(db, kernel, id),
    readParties(db, names, id),
  ])
  const row = rows[0]
  if (!row) throw problem('not-found')
  const whole = row.level >= 2
  const stream = whole ? seen : null
  const parties = whole ? listed : { parties: [], count: 0 }
  return {
    id,
    streamType: stream?.decider.type ?? row.kind,
    kind: row.kind,
    number: row.number,
    title: row.title,
    status: row.status,
    version: stream?.version ?? 0,
    owner: names.ref(row.owner_agency_id),
    role: row.role ?? 'informed',
    documentDate: row.document_date,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    lastSeenAt: row.before_at?.toISOString() ?? null,
    parties: parties.parties,
    partyCount: parties.count,
    state: stream?.state ?? null,
    actions: stream ? await actionsOf(db, kernel, actor, stream) : [],
  }
}

const readParties = async (db: Reader, names: AgencyNames, id: string): Promise<{ parties: PartyView[]; count: number }> => {
  const { rows } = await db.query(
    `select p.agency_id, p.role, p.valid_from, nullif(p.valid_until, 'infinity') as valid_until, count(*) over ()::int as n,
       count(*) over (partition by p.role, a.type_id)::int as same_type
     from party p left join agency a on a.id = p.agency_id where p.case_id = $1
     order by array_position(array['lead', 'coordinating', 'adviser', 'informed'], p.role), a.type_id like '%commune%', a.type_id, a.short_name, p.agency_id
     limit ${PARTIES_SHOWN}`,
    [id],
  )
  const parties = rows.map((row) => ({
    agency: names.ref(row.agency_id),
    role: row.role as PartyView['role'],
    from: row.valid_from.toISOString(),
    until: row.valid_until?.toISOString() ?? null,
    sameType: row.same_type,
  }))
  return { parties, count: rows[0]?.n ?? 0 }
}
