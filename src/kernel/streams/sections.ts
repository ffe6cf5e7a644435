type Rows = Record<string, unknown>[]

/** Collects rows by section; a keyed row replaces an earlier one of the same key, since rows are whole. */
export class Sections {
  readonly #rows = new Map<string, Map<string | number, Record<string, unknown>>>()
  readonly #tables = new Map<string, Map<string, Record<string, unknown>>>()
  #n = 0

  put(section: string, key: string | null, row: Record<string, unknown>): void {
    let rows = this.#rows.get(section)
    if (!rows) this.#rows.set(section, (rows = new Map()))
    rows.set(key ?? this.#n++, row)
  }

  putRow(table: string, id: string, row: Record<string, unknown>): void {
    const rows = this.#tables.get(table) ?? new Map<string, Record<string, unknown>>()
    this.#tables.set(table, rows)
    rows.set(id, row)
  }

  drop(section: string, key: string): void {
    this.#rows.get(section)?.delete(key)
  }

  get(section: string, key: string): Record<string, unknown> | undefined {
    return this.#rows.get(section)?.get(key)
  }

  /** Takes the rows of a section out. */
  take(section: string): unknown[] {
    const rows = this.#rows.get(section)
    if (!rows) return []
    this.#rows.delete(section)
    return rowsOf(section, rows)
  }

  /** All rows of a section. */
  all(section: string): Iterable<Record<string, unknown>> {
    return this.#rows.get(section)?.values() ?? []
  }

  has(section: string, key: string): boolean {
    return this.#rows.get(section)?.has(key) ?? false
  }

  document(): Record<string, unknown> {
    const document: Record<string, unknown> = {}
    for (const [section, rows] of this.#rows) {
      if (rows.size) document[section] = rowsOf(section, rows)
    }
    if (this.#tables.size) {
      document.rows = Object.fromEntries([...this.#tables].map(([table, rows]) => [table, [...rows.values()]]))
    }
    return document
  }
}

const rowsOf = (section: string, rows: Map<string | number, Record<string, unknown>>): unknown[] => {
  if (section === 'asksOf') return [...rows.keys()]
  if (section === 'asks') return [...rows.values()].flatMap((row) => row.rows as Rows)
  // In one order always, so that two commands that touch many feeds do not wait for each other in a circle.
  if (section === 'feed') return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  return [...rows.values()]
}
