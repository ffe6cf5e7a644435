import { randomBytes } from 'node:crypto'
import { eventBound, snapshotBound } from '../../src/kernel/streams/load.ts'
import { tell } from '../../src/kernel/streams/rebuild.ts'
import { Sections } from '../../src/kernel/streams/sections.ts'
import { project, writeDocument } from '../../src/kernel/streams/write-document.ts'
import { CASE_SUBJECT, type KeyMaker, type Keyring } from '../../src/kernel/vault/keyring.ts'
import { seal, unseal } from '../../src/kernel/vault/seal.ts'
import { derivedPart } from './derived.ts'
import { END, fill, type Filling, joined, template, type Template } from './slots.ts'
import type { Step, Story } from './story.ts'

type Row = Record<string, unknown>
/** A sealed column: the plain text, and what it is bound to. */
type Sealed = { plain: Template; bound: Template }
type RowTemplate = { before: Template; sealed: Sealed | null }

/** Tables a case writes, with the columns in which COPY gets them. */
export const TABLES = {
  stream: ['id', 'type', 'case_id', 'parent_id', 'inner_only', 'version', 'snapshot_version', 'snapshot_shape', 'snapshot'],
  event: [
    'stream_id',
    'version',
    'case_id',
    'inner_only',
    'type',
    'type_version',
    'recorded_at',
    'effective_at',
    'officer_id',
    'agency_id',
    'body',
  ],
  cases: [
    'id',
    'kind',
    'number',
    'title',
    'status',
    'owner_agency_id',
    'area_code',
    'domains',
    'document_date',
    'fields',
    'created_at',
    'updated_at',
  ],
  party: ['case_id', 'agency_id', 'role', 'valid_from', 'valid_until'],
  visible: ['subject_id', 'stream_id', 'case_id', 'level', 'reason', 'valid_from', 'valid_until'],
  feed: ['subject_id', 'case_id', 'kind', 'status', 'role', 'updated_at'],
  fulfilment: [
    'id',
    'case_id',
    'assignment_id',
    'ordinal',
    'parent_id',
    'agency_id',
    'asker_id',
    'shape',
    'title',
    'state',
    'due_at',
    'soon_at',
    'accepted_at',
    'submitted_at',
    'confirmed_at',
    'extension_asked',
    'officer_id',
    'unit_id',
    'period_key',
    'version',
    'updated_at',
  ],
  ask: [
    'id',
    'stream_id',
    'stream_type',
    'case_id',
    'agency_id',
    'officer_id',
    'unit_id',
    'act',
    'title',
    'asker_id',
    'verb',
    'due_at',
    'soon_at',
    'remind_at',
    'since',
    'version',
  ],
  evidence: ['id', 'case_id', 'stream_id', 'label', 'assignment_id', 'agency_id', 'on_day', 'title', 'state'],
  notification: ['agency_id', 'officer_id', 'stream_id', 'case_id', 'what', 'params', 'asker_id', 'at'],
  search_text: ['case_id', 'number', 'title', 'text', 'at'],
} as const
export type TableName = keyof typeof TABLES

const SECTION: Record<TableName, string> = {
  stream: 'newStreams',
  event: 'events',
  cases: 'cases',
  party: 'parties',
  visible: 'visible',
  feed: 'feed',
  fulfilment: 'fulfilments',
  ask: 'asks',
  evidence: 'evidence',
  notification: 'notify',
  search_text: 'search',
}

const escape = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')

const FOREVER = new Set(['valid_until', 'ask.due_at', 'ask.soon_at'])

const value = (table: string, column: string, row: Row): string => {
  const given = row[column]
  if (given === null || given === undefined) {
    if (FOREVER.has(column) || FOREVER.has(`${table}.${column}`)) return 'infinity'
    return column === 'snapshot_version' || column === 'snapshot_shape' ? '0' : '\\N'
  }
  if (Array.isArray(given)) return escape(`{${given.join(',')}}`)
  if (typeof given === 'object') return escape(JSON.stringify(given))
  if (typeof given === 'boolean') return given ? 't' : 'f'
  return escape(String(given))
}

const SEALED_COLUMN: Partial<Record<TableName, string>> = { event: 'body', stream: 'snapshot' }

const rowTemplate = (table: TableName, row: Row, key: Buffer, events: Row[]): RowTemplate => {
  const sealedColumn = SEALED_COLUMN[table]
  const columns = TABLES[table].filter((column) => column !== sealedColumn)
  const line = columns.flatMap((column, i) => {
    const derived = derivedPart(table, column, row, events)
    return [i ? '\t' : '', ...(derived ? [derived] : template(value(table, column, row)))]
  })
  if (!sealedColumn) return { before: joined(line), sealed: null }
  if (!row[sealedColumn]) return { before: joined([...line, '\t\\N']), sealed: null }
  const bound =
    table === 'event'
      ? eventBound(row.stream_id as string, row.version as number, row.type as string)
      : snapshotBound(row.id as string, row.snapshot_version as number)
  const plain = unseal(key, Buffer.from(row[sealedColumn] as string, 'base64'), bound).toString()
  return { before: joined([...line, '\t\\\\x']), sealed: { plain: template(plain), bound: template(bound) } }
}

/** The rows of one story, ready to be filled for any number of cases. */
export type StoryRows = { tables: [TableName, RowTemplate[]][]; events: number }

const nowhere = { query: async () => ({ rows: [] }) } as never

/** The rows of all steps, each at its own moment and as all steps leave them, as a rebuild from the log tells them; and the letters that were sent. */
const told = async (steps: Step[], maker: KeyMaker): Promise<Record<string, unknown>> => {
  const [sections, letters] = [new Sections(), new Sections()]
  let status: string | null = null
  for (const { at, unit } of steps) {
    status = await tell(nowhere, maker, sections, unit, at, status)
    for (const change of unit.changes) if (change.table === 'notify') await project(nowhere, maker, letters, unit, change, at)
  }
  const { rows, ...document } = sections.document()
  return { ...document, ...(rows as object | undefined), ...letters.document() }
}

/** Lets the product's own write path say which rows a story makes, then takes them as templates. */
export const storyRows = async ({ units, steps }: Story): Promise<StoryRows> => {
  const key = randomBytes(32)
  const maker = { readOrMake: async () => new Map([[CASE_SUBJECT, key]]), rows: [] } as unknown as KeyMaker
  const { newStreams, events } = await writeDocument(nowhere, { making: () => maker } as unknown as Keyring, [units], new Date(END))
  const document: Record<string, unknown> = { ...(await told(steps, maker)), newStreams, events }
  const section = (name: string): Row[] => (document[name] as Row[] | undefined) ?? []
  const [header] = section('cases')
  const created = units[0]?.events[0]?.recordedAt.toISOString()
  const tables = (Object.keys(TABLES) as TableName[]).map((table): [TableName, RowTemplate[]] => {
    const rows = section(SECTION[table]).map(
      (row) =>
        ({
          ...row,
          ...(table === 'cases' ? { created_at: created, updated_at: row.at } : {}),
          ...(table === 'feed' ? { kind: header?.kind, status: header?.status } : {}),
        }) as Row,
    )
    if (table === 'event') rows.sort((a, b) => String(a.recorded_at).localeCompare(String(b.recorded_at)))
    return [table, rows.map((row) => rowTemplate(table, row, key, section('events')))]
  })
  return { tables, events: section('events').length }
}

/** COPY lines of one case, appended to `into`; bodies are sealed with the case's own key. */
export const fillStory = (story: StoryRows, filling: Filling, key: Buffer, into: Record<TableName, string>): void => {
  for (const [table, rows] of story.tables) {
    let text = ''
    for (const row of rows) {
      text += fill(row.before, filling)
      if (row.sealed) text += seal(key, Buffer.from(fill(row.sealed.plain, filling)), fill(row.sealed.bound, filling)).toString('hex')
      text += '\n'
    }
    into[table] += text
  }
}

/** The wrapped key of a case as the vault keeps it, as a COPY line. */
export const keyLine = (master: Buffer, caseId: string, key: Buffer): string =>
  `${caseId}\t${CASE_SUBJECT}\t\\\\x${seal(master, key, caseId + CASE_SUBJECT).toString('hex')}\n`
