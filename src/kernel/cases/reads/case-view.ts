import type { Actor } from '../../access/actor.ts'
import { type Reader, subjectsOf } from '../../access/reader.ts'
import { BY_GRANT, readingOnly } from '../../access/requests/reading-only.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import type { CaseView, PartyView } from '../../http/views.ts'
import { problem } from '../../problems/catalogue.ts'
import type { Loaded } from '../../streams/load.ts'
import type { Kernel } from '../../streams/execute.ts'
import { SEEN_BEFORE } from './looks.ts'
import { actionsOf, readStream } from './stream-view.ts'

/** Parties that a case page shows at once, the many communes last; the count beside them is of all. */
const PARTIES_SHOWN = 200

type Party = Omit<PartyView, 'agency'> & { agencyId: string }
type Parties = { shown: Party[]; count: number }
const NONE: Parties = { shown: [], count: 0 }
const partiesOf = (id: string): string => `parties ${id}`

/**
 * A case as its page reads it. Who sees only its header (work handed on to them from inside an agency) gets neither state nor parties.
 * Throws not-found where it is not there or not to be seen.
 */
export const readCase = async (db: Reader, kernel: Kernel, actor: Actor, names: AgencyNames, id: string): Promise<CaseView> => {
  const { opened } = kernel.keyring
  const [kept, parties] = [opened.get<Loaded>(id), opened.get<Parties>(partiesOf(id))]
  // Asked all at once, and what the rules look up for the state that is known with it: what is not to be seen answers with nothing.
  const foreseen = kept ? actionsOf(db, kernel, actor, kept.value) : null
  const [{ rows }, stream, listed] = await Promise.all([
    db.query(
      `select c.*, f.role, ${SEEN_BEFORE} as before_at, ${BY_GRANT} as by_grant
     from cases c left join feed f on f.case_id = c.id and f.subject_id = $2 left join last_seen s on s.case_id = c.id and s.officer_id = $3
     where c.id = $1`,
      [id, actor.agencyId, actor.officerId, subjectsOf(actor)],
    ),
    readStream(db, kernel, id),
    parties ? null : listParties(db, kernel, id),
    foreseen,
  ])
  const row = rows[0]
  if (!row) throw problem('not-found')
  const whole = stream?.open ? stream : null
  const { shown, count } = !whole
    ? NONE
    : parties?.version === whole.version
      ? parties.value
      : (listed ?? (await listParties(db, kernel, id)))
  const known = foreseen && kept?.value.state === whole?.state
  const actions = !whole ? [] : known ? await foreseen : await actionsOf(db, kernel, actor, whole)
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
    parties: shown.map((party) => partyView(party, names)),
    partyCount: count,
    state: whole?.state ?? null,
    actions: row.by_grant ? readingOnly(actions) : actions,
  }
}

const partyView = ({ agencyId, role, from, until, sameType }: Party, names: AgencyNames): PartyView => ({
  agency: names.ref(agencyId),
  role,
  from,
  until,
  sameType,
})

/**
 * Only a case's own events change who takes part, so that its parties are kept for as long as its version stands: as those see them who may read the
 * events, and told in one statement with the version and that sight.
 */
const listParties = async (db: Reader, kernel: Kernel, id: string): Promise<Parties> => {
  const { rows } = await db.query(
    `select s.version, o.open, p.* from stream s
     cross join lateral (select exists (select 1 from event e where e.stream_id = s.id and e.version = s.version) as open offset 0) o left join lateral (
       select p.agency_id, p.role, p.valid_from, nullif(p.valid_until, 'infinity') as valid_until, count(*) over ()::int as n,
         count(*) over (partition by p.role, a.type_id)::int as same_type
       from party p left join agency a on a.id = p.agency_id where p.case_id = s.id
       order by array_position(array['lead', 'coordinating', 'adviser', 'informed'], p.role), a.type_id like '%commune%', a.type_id, a.short_name, p.agency_id
       limit ${PARTIES_SHOWN}) p on true
     where s.id = $1`,
    [id],
  )
  const shown = rows.flatMap((row): Party[] => {
    const { agency_id: agencyId, role, valid_from: from, valid_until: until, same_type: sameType } = row
    return agencyId ? [{ agencyId, role, from: from.toISOString(), until: until?.toISOString() ?? null, sameType }] : []
  })
  const parties = { shown, count: rows[0]?.n ?? 0 }
  if (rows[0]?.open) kernel.keyring.opened.keep(partiesOf(id), rows[0].version, parties, shown.length * 200)
  return parties
}
