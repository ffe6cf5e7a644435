import type { Actor } from '../../access/actor.ts'
import type { Reader } from '../../access/reader.ts'
import { readingOnly } from '../../access/requests/reading-only.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import type { CaseView, PartyView } from '../../http/views.ts'
import { problem } from '../../problems/catalogue.ts'
import type { Loaded } from '../../streams/load.ts'
import type { Kernel } from '../../streams/execute.ts'
import { CASE_SUBJECT } from '../../vault/keyring.ts'
import { FIND_CASE, type FoundCase, tailOf } from './found-case.ts'
import { NO_PARTIES, partiesIn, type Parties, partiesOf, type Party } from './parties.ts'
import { actionsOf, openStream } from './stream-view.ts'

/**
 * A case as its page reads it. Who sees only its header (work handed on to them from inside an agency) gets neither state nor parties.
 * Throws not-found where it is not there or not to be seen.
 */
export const readCase = async (db: Reader, kernel: Kernel, actor: Actor, names: AgencyNames, id: string): Promise<CaseView> => {
  const { opened } = kernel.keyring
  const [kept, parties] = [opened.get<Loaded>(id), opened.get<Parties>(partiesOf(id))]
  // Asked all at once, and what the rules look up for the state that is known with it: what is not to be seen answers with nothing.
  const foreseen = kept ? actionsOf(db, kernel, actor, kept.value) : null
  const [{ rows }] = await Promise.all([
    db.query<FoundCase>({
      name: 'find-case',
      text: FIND_CASE,
      values: [id, actor.agencyId, actor.officerId, kept?.version ?? 0, parties?.version ?? 0],
    }),
    foreseen,
  ])
  const row = rows[0]
  if (!row) throw problem('not-found')
  kernel.keyring.take(id, CASE_SUBJECT, row.wrapped)
  const stands = kept && row.lasting && kept.version === row.version
  const whole = !row.open ? null : stands ? kept.value : await openStream(db, kernel, id, { ...row, case_id: id, tail: tailOf(row) })
  const { shown, count } = !whole
    ? NO_PARTIES
    : parties?.version === row.version
      ? parties.value
      : await partiesIn(db, kernel, names, id, row)
  const actions = !whole ? [] : foreseen && stands ? await foreseen : await actionsOf(db, kernel, actor, whole)
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
    lastSeenAt: row.seen_before?.toISOString() ?? null,
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
