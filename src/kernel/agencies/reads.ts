import type { Actor } from '../access/actor.ts'
import type { Reader } from '../access/reader.ts'
import { actionsOf, readStream } from '../cases/reads/stream-view.ts'
import type { AgencyView, ContactPointView, MandateView, OfficerRef } from '../http/views.ts'
import { problem } from '../problems/catalogue.ts'
import { DIRECTORY_CASE } from '../streams/decider.ts'
import type { Kernel } from '../streams/execute.ts'
import { isPersonal } from '../streams/personal.ts'
import { openValues } from '../vault/body.ts'
import { areaNameOf } from './agency-entry.ts'
import { agencyRow } from './agency-list.ts'
import { agencyTypeById } from './agency-types.ts'
import type { Directory } from './directory.ts'
import { domainAsOf, domainById } from './domains.ts'
import { areaChain } from './areas.ts'

const VALID = '(valid_from <= $2::date and (valid_until is null or valid_until >= $2::date))'

type PostRow = { id: string; agency_id: string; unit_id: string; title: string; officer_id: string | null; name_sealed: unknown }

const textOf = (value: unknown): string | null => (isPersonal(value) ? value.value : null)

/** Posts of an agency and its divisions on a day, those of its head first as they were made, with the names of their officers opened. */
const readPosts = async (db: Reader, kernel: Kernel, agencyId: string, day: string): Promise<PostRow[]> => {
  const { rows } = await db.query<PostRow>(
    `select p.id, p.agency_id, p.unit_id, p.title, o.id as officer_id, o.name_sealed from post p left join officer o on o.id = p.officer_id and o.active
     where (p.agency_id = $1 or p.unit_id = $1) and ${VALID.replaceAll('valid', 'p.valid')} order by p.valid_from, p.title, p.id`,
    [agencyId, day],
  )
  return openValues(db, kernel.keyring, DIRECTORY_CASE, rows)
}

const officerRef = (post: PostRow): OfficerRef | null =>
  post.officer_id === null ? null : { id: post.officer_id, title: post.title, name: textOf(post.name_sealed) }

type OfficerRow = { id: string; account: string; name_sealed: unknown }

/**
 * Officers whom an agency may appoint: those who hold a post in it or in one of its divisions on a day, by their post, then those entered at
 * it who hold none there yet (`title` empty). `account` is the sign-in name of the office.
 */
export const readOfficers = async (
  db: Reader,
  kernel: Kernel,
  agencyId: string,
  day: string,
): Promise<(OfficerRef & { account: string | null })[]> => {
  const serving = (await readPosts(db, kernel, agencyId, day)).flatMap((post) => officerRef(post) ?? [])
  const { rows } = await db.query<OfficerRow>(
    'select id, account, name_sealed from officer where active and (home_agency_id = $1 or id = any ($2)) order by account',
    [agencyId, serving.map((one) => one.id)],
  )
  const accounts = new Map(rows.map((row) => [row.id, row.account]))
  const idle = await openValues(
    db,
    kernel.keyring,
    DIRECTORY_CASE,
    rows.filter((row) => !serving.some((one) => one.id === row.id)),
  )
  return [
    ...serving.map((one) => ({ ...one, account: accounts.get(one.id) ?? null })),
    ...idle.map((row) => ({ id: row.id, title: '', name: textOf(row.name_sealed), account: row.account })),
  ]
}

const readContactPoints = async (db: Reader, kernel: Kernel, agencyId: string, day: string): Promise<ContactPointView[]> => {
  const { rows } = await db.query(
    `select id, title, phone_sealed, email_sealed, hours, valid_from, valid_until from contact_point where agency_id = $1 and ${VALID} order by valid_from, id`,
    [agencyId, day],
  )
  const opened = await openValues(db, kernel.keyring, DIRECTORY_CASE, rows)
  return opened.map((row) => ({
    id: row.id,
    title: row.title,
    phone: textOf(row.phone_sealed),
    email: textOf(row.email_sealed),
    hours: row.hours,
    from: row.valid_from,
    until: row.valid_until,
  }))
}

type MandateRow = { id: string; domain: string; area_code: string; agency_id: string; valid_from: string; valid_until: string | null }

const mandateView = (directory: Directory, row: MandateRow): MandateView => ({
  id: row.id,
  domain: row.domain,
  domainName: domainById(row.domain)?.name ?? { vi: row.domain, en: row.domain },
  areaCode: row.area_code,
  areaName: areaNameOf(row.area_code) ?? row.area_code,
  agency: directory.ref(row.agency_id),
  from: row.valid_from,
  until: row.valid_until,
})

/** Mandates of an agency that run on a day or later, newest first, with those of its divisions: the agency answers for them. */
const readMandatesOf = async (db: Reader, directory: Directory, agencyIds: string[], day: string): Promise<MandateView[]> => {
  const { rows } = await db.query<MandateRow>(
    `select id, domain, area_code, agency_id, valid_from, valid_until from mandate
     where agency_id = any($1::uuid[]) and (valid_until is null or valid_until >= $2::date) order by valid_from desc, domain limit 500`,
    [agencyIds, day],
  )
  return rows.map((row) => mandateView(directory, row))
}

/**
 * Mandates as of a day. With a domain and an area: who leads there, from the nearest area that has a holder (commune, province, nation) to the
 * widest; a domain that has ended stands for the one that took its place. At most 500.
 */
export const readMandates = async (
  db: Reader,
  directory: Directory,
  query: { domain?: string | undefined; area?: string | undefined; at: string },
): Promise<MandateView[]> => {
  const domain = query.domain === undefined ? null : (domainAsOf(query.domain, query.at)?.id ?? query.domain)
  const areas = query.area === undefined ? null : areaChain(query.area)
  const { rows } = await db.query<MandateRow>(
    `select id, domain, area_code, agency_id, valid_from, valid_until from mandate
     where ($1::text is null or domain = $1) and ${VALID} and ($3::text[] is null or area_code = any($3))
     order by array_position($3, area_code), valid_from desc, domain, id limit 500`,
    [domain, query.at, areas],
  )
  return rows.map((row) => mandateView(directory, row))
}

/** An agency as its page reads it on a day (ISO date). Names, telephones and addresses are opened: only for signed-in officers. Throws not-found. */
export const readAgency = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  directory: Directory,
  id: string,
  day: string,
): Promise<AgencyView> => {
  const entry = directory.get(id)
  if (!entry) throw problem('not-found')
  const divisions = directory.children(id, day).filter((child) => agencyTypeById(child.typeId)?.answersThrough === 'parent')
  const posts = await readPosts(db, kernel, id, day)
  const stream = await readStream(db, kernel, id, 'agency')
  return {
    ...agencyRow(directory, entry),
    formerNames: entry.formerNames.map(({ name, until }) => ({ name, until: until ?? '' })),
    divisions: divisions.map((division) => directory.ref(division.id)),
    posts: posts.map((post) => ({ id: post.id, title: post.title, unit: directory.ref(post.unit_id), officer: officerRef(post) })),
    contactPoints: await readContactPoints(db, kernel, id, day),
    mandates: await readMandatesOf(db, directory, [id].concat(divisions.map((division) => division.id)), day),
    predecessors: directory.predecessors(id).map((before) => directory.ref(before.id)),
    version: stream?.version ?? entry.version,
    actions: stream ? await actionsOf(db, kernel, actor, stream) : [],
  }
}
