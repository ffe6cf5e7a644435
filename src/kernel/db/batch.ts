import pg from 'pg'

export type Answer = { rows: pg.QueryResultRow[]; rowCount: number }

/** A statement and who waits for it. One without a name is not kept prepared. */
export type Statement = {
  name: string
  text: string
  values: unknown[]
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
}

type Field = { name: string; dataTypeID: number }
type Column = { name: string; parse: (text: string) => unknown }
type Wire = {
  stream: { cork: () => void; uncork: () => void }
  parsedStatements: Record<string, string>
  parse: (given: { name: string; text: string }) => void
  bind: (given: { statement: string; values: unknown[]; valueMapper: (value: unknown) => unknown }) => void
  describe: (given: { type: 'P' }) => void
  execute: (given: object) => void
  close: (given: { type: 'S'; name: string }) => void
  sync: () => void
}

/** The columns of the statements that each connection keeps prepared: they are described once, not with every answer. */
const columns = new WeakMap<object, Map<string, Column[]>>()

/** What a pipelining connection takes. Its types do not tell that it may be extended. */
const Query = pg.Query as unknown as new (text: string) => object

/**
 * Statements that go to PostgreSQL in one packet and are one transaction that nobody begins or ends: all of them stand before one Sync. Each packet
 * wakes a process on the other side, which costs more than a small statement in it. Where one fails, those after it fail too.
 */
export class Batch extends Query {
  readonly statements: readonly Statement[]
  readonly #ended: () => void
  #known = new Map<string, Column[]>()
  #fresh: string[] = []
  #at = 0
  #rows: pg.QueryResultRow[] = []
  #columns: Column[] = []
  #broken: Error | null = null

  /** `ended` is called once, when all has been answered. */
  constructor(statements: Statement[], ended: () => void) {
    super('')
    this.statements = statements
    this.#ended = ended
  }

  submit(wire: Wire): null {
    this.#known = columns.get(wire) ?? new Map()
    columns.set(wire, this.#known)
    wire.stream.cork()
    for (const { name, text, values } of this.statements) {
      if (!name || wire.parsedStatements[name] !== text) {
        wire.parse({ name, text })
        if (name) this.#fresh.push(name)
        if (name) wire.parsedStatements[name] = text
      }
      wire.bind({ statement: name, values, valueMapper: parameter })
      if (!this.#known.has(name)) wire.describe({ type: 'P' })
      wire.execute({})
    }
    wire.sync()
    wire.stream.uncork()
    this.#columns = this.#known.get(this.statements[0]?.name ?? '') ?? []
    return null
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, parse: pg.types.getTypeParser(dataTypeID) }))
    const name = this.statements[this.#at]?.name
    if (name) this.#known.set(name, this.#columns)
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: pg.QueryResultRow = {}
    try {
      for (let i = 0; i < fields.length; i++) {
        const { name, parse } = this.#columns[i] as Column
        const text = fields[i]
        row[name] = text === null || text === undefined ? null : parse(text)
      }
    } catch (error) {
      this.#broken = error as Error
    }
    this.#rows.push(row)
  }

  handleCommandComplete(): void {
    const statement = this.statements[this.#at++] as Statement
    if (this.#broken) statement.reject(this.#broken)
    else statement.resolve({ rows: this.#rows, rowCount: this.#rows.length })
    this.#broken = null
    this.#rows = []
    this.#columns = this.#known.get(this.statements[this.#at]?.name ?? '') ?? []
  }

  handleReadyForQuery(): void {
    this.#ended()
  }

  handleError(error: Error, wire?: Wire): void {
    // Which of the new ones were still prepared is not told: all are prepared anew when they are next asked. So is the one that failed: a connection
    // that stays must not fail with it for ever once a migration has changed the columns that it answers with.
    const failed = this.statements[this.#at]?.name
    for (const name of new Set([...this.#fresh, ...(failed ? [failed] : [])])) {
      this.#known.delete(name)
      if (!wire) continue
      delete wire.parsedStatements[name]
      wire.close({ type: 'S', name })
    }
    for (const { reject } of this.statements.slice(this.#at)) reject(error)
    this.#ended()
  }
}

/** A value as PostgreSQL reads it from text; bytes go as they are. */
const parameter = (value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value) || typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const element = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`
  return Array.isArray(value) ? String(parameter(value)) : `"${String(parameter(value)).replace(/[\\"]/g, '\\$&')}"`
}
