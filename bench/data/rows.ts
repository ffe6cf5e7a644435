import { randomBytes } from 'node:crypto'
import { withIds } from '../../src/kernel/streams/ask-id.ts'
import { eventBound, snapshotBound } from '../../src/kernel/streams/load.ts'
import type { Unit } from '../../src/kernel/streams/units.ts'
import { writeDocument } from '../../src/kernel/streams/write-document.ts'
import { CASE_SUBJECT, type Keyring } from '../../src/kernel/vault/keyring.ts'
import { seal, unseal } from '../../src/kernel/vault/seal.ts'
import { aheadOnly, END, fill, type Filling, type Part, template, type Template } from './slots.ts'

type Row = Record<string, unknown>
/** A sealed column: the plain text, and what it is bound to. */
type Sealed = { plain: Template; bound: Template }
type RowTemplate = { before: Template; sealed: Sealed | null; after: Template }

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
  if (column === 'remind_at') return aheadOnly(String(given))
  if (Array.isArray(given)) return escape(`{${given.join(',')}}`)
  if (typeof given === 'object') return escape(JSON.stringify(given))
  if (typeof given === 'boolean') return given ? 't' : 'f'
  return escape(String(given))
}

const SEALED_COLUMN: Partial<Record<TableName, string>> = { event: 'body', stream: 'snapshot' }
/** The first column where it is made anew for each case. */
const DERIVED_COLUMN: Partial<Record<TableName, string>> = { ask: 'id' }

/** The id of an ask in a case: it follows from what is asked of whom and since when. */
const askId = (row: Row): Part => {
  type Asked = Parameters<typeof withIds>[0][number]
  const columns = ['stream_id', 'agency_id', 'officer_id', 'unit_id', 'act', 'asker_id', 'verb', 'since'] as const
  const idOf = (asked: Row) => withIds([asked as Asked])[0]?.id as string
  if (idOf(row) !== row.id) throw new Error('two asks of a story are alike')
  const parts = columns.map((column) => [column, template(String(row[column] ?? ''))] as const)
  return (filling) => idOf(Object.fromEntries(parts.map(([column, part]) => [column, fill(part, filling)])))
}

const rowTemplate = (table: TableName, row: Row, key: Buffer): RowTemplate => {
  const sealedColumn = SEALED_COLUMN[table]
  const columns = TABLES[table].filter((column) => column !== sealedColumn && column !== DERIVED_COLUMN[table])
  const line = columns.map((column) => value(table, column, row)).join('\t')
  if (DERIVED_COLUMN[table]) return { before: [askId(row), '\t', ...template(line)], sealed: null, after: ['\n'] }
  if (!sealedColumn) return { before: template(line), sealed: null, after: ['\n'] }
  if (!row[sealedColumn]) return { before: template(`${line}\t\\N`), sealed: null, after: ['\n'] }
  const bound =
    table === 'event'
      ? eventBound(row.stream_id as string, row.version as number, row.type as string)
      : snapshotBound(row.id as string, row.snapshot_version as number)
  const plain = unseal(key, Buffer.from(row[sealedColumn] as string, 'base64'), bound).toString()
  return { before: template(`${line}\t\\\\x`), sealed: { plain: template(plain), bound: template(bound) }, after: ['\n'] }
}

/** The rows of one story, ready to be filled for any number of cases. */
export type StoryRows = { tables: [TableName, RowTemplate[]][]; events: number }

/** Lets the product's own write path say which rows a story makes, then takes them as templates. */
export const storyRows = async (units: Unit[]): Promise<StoryRows> => {
  const key = randomBytes(32)
  const keys = async () => new Map([[CASE_SUBJECT, key]])
  const document = await writeDocument(
    { query: async () => ({ rows: [] }) } as never,
    { making: () => ({ readOrMake: keys, rows: [] }) } as unknown as Keyring,
    [units],
    new Date(END),
  )
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
    return [table, rows.map((row) => rowTemplate(table, row, key))]
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
