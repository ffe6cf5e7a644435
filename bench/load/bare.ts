import pg from 'pg'

export type Statement = { name: string; text: string; values: unknown[] }
type Wire = {
  stream: { cork: () => void; uncork: () => void }
  parsedStatements: Record<string, string>
  parse: (given: { name: string; text: string }) => void
  bind: (given: { statement: string; values: unknown[]; portal: string; valueMapper: (value: unknown) => unknown }) => void
  describe: (given: { type: string; name: string }) => void
  execute: (given: { portal: string }) => void
  sync: () => void
}

const mapped = (value: unknown): unknown => {
  if (value === null || value === undefined || value instanceof Buffer) return value ?? null
  if (Array.isArray(value))
    return `{${value.map((one) => (one === null ? 'NULL' : Buffer.isBuffer(one) ? `"\\\\x${one.toString('hex')}"` : JSON.stringify(String(one)))).join(',')}}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * Several prepared statements in one round trip and one transaction: all are sent before one Sync. This is the least that PostgreSQL can be asked with;
 * rows are parsed as pg parses them. Nothing else happens, which is what makes it the limit beside which the product stands.
 */
class Batch {
  readonly #statements: Statement[]
  readonly #results: pg.QueryResultRow[][] = []
  #fields: { name: string; dataTypeID: number }[] = []
  callback: (error: Error | null, rows?: pg.QueryResultRow[][]) => void = () => {}

  constructor(statements: Statement[]) {
    this.#statements = statements
  }
  submit(wire: Wire): null {
    wire.stream.cork()
    for (const { name, text, values } of this.#statements) {
      if (!wire.parsedStatements[name]) {
        wire.parse({ name, text })
        wire.parsedStatements[name] = text
      }
      wire.bind({ statement: name, values, portal: '', valueMapper: mapped })
      wire.describe({ type: 'P', name: '' })
      wire.execute({ portal: '' })
    }
    wire.sync()
    wire.stream.uncork()
    return null
  }
  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#fields = fields
    this.#results.push([])
  }
  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: pg.QueryResultRow = {}
    this.#fields.forEach(({ name, dataTypeID }, i) => {
      const text = fields[i]
      row[name] = text === null || text === undefined ? null : pg.types.getTypeParser(dataTypeID)(text)
    })
    this.#results.at(-1)?.push(row)
  }
  handleCommandComplete(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  /** The client forgets a query that failed: nothing else comes for it, and what waits for it is told here or never. */
  handleError(error: Error): void {
    this.callback(error)
  }
  handleReadyForQuery(): void {
    this.callback(null, this.#results)
  }
}

/** As the product has it: commands find rows by their keys. */
const PLANS: Record<string, string> = { app_write: 'force_generic_plan' }

/** Connections in one role, without a pool: each lane of the load has its own. */
export class Bare {
  readonly #clients: pg.Client[]
  private constructor(clients: pg.Client[]) {
    this.#clients = clients
  }
  /** `plans`: the plan cache mode, unless the role's own. */
  static async open(url: string, role: string, lanes: number, plans = PLANS[role] ?? 'auto'): Promise<Bare> {
    const clients = Array.from(
      { length: lanes },
      () =>
        new pg.Client({
          connectionString: url,
          options: `-c role=${role} -c TimeZone=UTC -c synchronous_commit=on -c jit=off -c plan_cache_mode=${plans}`,
        }),
    )
    await Promise.all(clients.map((client) => client.connect()))
    return new Bare(clients)
  }
  run(lane: number, statements: Statement[]): Promise<pg.QueryResultRow[][]> {
    return new Promise((resolve, reject) => {
      const batch = new Batch(statements)
      batch.callback = (error, rows) => (error ? reject(error) : resolve(rows ?? []))
      this.#clients[lane % this.#clients.length]?.query(batch as never)
    })
  }
  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.end()))
  }
}

/** Sets who asks, and that pages come in the order of an index as the product has them, for this transaction alone: the policies read it. */
export const asSubjects = (...ids: string[]): Statement => ({
  name: 'as',
  text: `select set_config('app.subjects', $1, true), set_config('enable_sort', 'off', true)`,
  values: [`{${[...new Set(ids)].join(',')}}`],
})
