import type { Pool } from 'pg'
import type { AgencyRef } from '../http/views.ts'
import { DIRECTORY_CASE } from '../streams/decider.ts'
import { type AgencyEntry, readEntries } from './agency-entry.ts'
import { agencyId } from './agency-record.ts'
import { communesOf } from './areas.ts'
import { matching } from './directory-search.ts'
import { buildNameIndex, type NameIndex } from './resolve-name.ts'
import { covers } from './validity.ts'

const collator = new Intl.Collator('vi')
const byName = (a: AgencyEntry, b: AgencyEntry): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)

type Indexes = {
  sorted: AgencyEntry[]
  children: Map<string, AgencyEntry[]>
  predecessors: Map<string, AgencyEntry[]>
  byKey: Map<string, AgencyEntry>
}

/** True where the agency exists on a day (ISO date). */
export const existsOn = (entry: AgencyEntry, day: string): boolean => covers({ from: entry.validFrom, until: entry.validUntil }, day)

/**
 * All agencies in memory, for names in lists, succession and classes: a few thousand rows that change rarely and are asked for on every screen.
 * Loaded once, then kept up by the notices of all servers. It holds nothing personal and nothing that policies hide.
 */
export class Directory {
  readonly #pool: Pick<Pool, 'query'>
  readonly #entries = new Map<string, AgencyEntry>()
  readonly #waiting = new Set<string>()
  #refreshing: Promise<void> | null = null
  #indexes: Indexes | null = null
  #names: NameIndex | null = null

  constructor(pool: Pick<Pool, 'query'>) {
    this.#pool = pool
  }

  /** Reads everything anew. */
  async load(): Promise<void> {
    const entries = await readEntries(this.#pool)
    const known = new Set(entries.map((entry) => entry.id))
    for (const id of this.#entries.keys()) if (!known.has(id)) this.#entries.delete(id)
    this.#take(entries)
  }

  /** Reads these agencies again; ids of other things are ignored. */
  async refresh(ids: readonly string[]): Promise<void> {
    this.#take(await readEntries(this.#pool, ids))
  }

  /** Two reads may overtake each other: the newer version of an agency stays. */
  #take(entries: readonly AgencyEntry[]): void {
    for (const entry of entries) if (entry.version >= (this.#entries.get(entry.id)?.version ?? 0)) this.#entries.set(entry.id, entry)
    if (entries.length) this.#indexes = this.#names = null
  }

  /** Takes notices of changed streams: those of the directory are read again, many in one go. Never throws; a failed read is tried with the next notice. */
  changed(wakes: readonly { caseId: string; streamId: string }[]): void {
    for (const { caseId, streamId } of wakes) if (caseId === DIRECTORY_CASE) this.#waiting.add(streamId)
    if (this.#waiting.size) this.#refreshing ??= this.#catchUp().finally(() => (this.#refreshing = null))
  }

  /** Resolves when all notices so far are taken in. */
  async settled(): Promise<void> {
    while (this.#refreshing) await this.#refreshing
  }

  async #catchUp(): Promise<void> {
    while (this.#waiting.size) {
      const ids = [...this.#waiting]
      this.#waiting.clear()
      try {
        await this.refresh(ids)
      } catch {
        for (const id of ids) this.#waiting.add(id)
        return
      }
    }
  }

  get(id: string): AgencyEntry | undefined {
    return this.#entries.get(id)
  }

  /** The agency as lists name it. An id that nobody knows reads as itself. */
  ref(id: string): AgencyRef {
    const entry = this.#entries.get(id)
    return entry ? { id, name: entry.name, shortName: entry.shortName, typeId: entry.typeId } : { id, name: id, shortName: id, typeId: '' }
  }

  /** Id of the agency with this key. */
  idOf(key: string): string {
    return this.#index().byKey.get(key)?.id ?? agencyId(key)
  }

  /** Official code of the area an agency works in; null where it has none or is unknown. */
  areaOf(id: string): string | null {
    return this.#entries.get(id)?.areaCode ?? null
  }

  /** Those that answer for an agency on a day (ISO date): itself while it exists, else its successors, with the name they took over from. */
  asOf(id: string, day: string): AgencyRef[] {
    const found = new Map<string, AgencyRef>()
    const seen = new Set<string>()
    const follow = (next: string, before: AgencyEntry | null) => {
      const entry = this.#entries.get(next)
      if (!entry || seen.has(next)) return
      seen.add(next)
      if (existsOn(entry, day)) {
        const former = before ? { formerName: before.shortName, since: nextDay(before.validUntil) } : {}
        found.set(next, { ...this.ref(next), ...former })
      } else if (entry.validUntil !== null && day > entry.validUntil) for (const successor of entry.successorIds) follow(successor, entry)
    }
    follow(id, null)
    return [...found.values()]
  }

  /** Direct subordinates on a day, by name. */
  children(id: string, day: string): AgencyEntry[] {
    return (this.#index().children.get(id) ?? []).filter((entry) => existsOn(entry, day))
  }

  /** Direct and indirect subordinates on a day. */
  subordinates(id: string, day: string): AgencyEntry[] {
    const found = new Map<string, AgencyEntry>()
    const pending = [id]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const child of this.children(next, day)) {
        if (found.has(child.id) || child.id === id) continue
        found.set(child.id, child)
        pending.push(child.id)
      }
    }
    return [...found.values()]
  }

  /** Agencies that name this one as successor. */
  predecessors(id: string): AgencyEntry[] {
    return this.#index().predecessors.get(id) ?? []
  }

  /** Agencies of these types in an area and all within it (null: everywhere) on a day. */
  ofType(typeIds: readonly string[], areaCode: string | null, day: string): AgencyEntry[] {
    const areas = areaCode === null ? null : new Set([areaCode, ...communesOf(areaCode).map(({ code }) => code)])
    return this.all().filter(
      (entry) =>
        typeIds.includes(entry.typeId) &&
        existsOn(entry, day) &&
        (areas === null || (entry.areaCode !== null && areas.has(entry.areaCode))),
    )
  }

  /** All agencies that ever were, by name in Vietnamese order. */
  all(): readonly AgencyEntry[] {
    return this.#index().sorted
  }

  /** The best matches of what somebody types, ended agencies after living ones. */
  search(text: string, most: number): AgencyRef[] {
    return matching(this.all(), text)
      .slice(0, most)
      .map((entry) => this.ref(entry.id))
  }

  /** What names in documents are resolved with. */
  nameIndex(): NameIndex {
    this.#names ??= buildNameIndex({
      agencies: () => this.all().flatMap((entry) => (entry.areaCode === null ? [] : [this.#nameRow(entry, entry.areaCode)])),
    })
    return this.#names
  }

  #nameRow(entry: AgencyEntry, areaCode: string) {
    const keyOf = (id: string | null) => (id === null ? null : (this.#entries.get(id)?.key ?? null))
    return {
      key: entry.key,
      typeId: entry.typeId,
      name: entry.name,
      shortName: entry.shortName,
      formerNames: entry.formerNames.map(({ name }) => name),
      aliases: entry.aliases,
      areaCode,
      parentKey: keyOf(entry.parentId),
      validFrom: entry.validFrom,
      validUntil: entry.validUntil,
      successorKeys: entry.successorIds.flatMap((id) => keyOf(id) ?? []),
    }
  }

  #index(): Indexes {
    if (this.#indexes) return this.#indexes
    const sorted = [...this.#entries.values()].sort(byName)
    const children = new Map<string, AgencyEntry[]>()
    const predecessors = new Map<string, AgencyEntry[]>()
    for (const entry of sorted) {
      if (entry.parentId !== null) push(children, entry.parentId, entry)
      for (const successor of entry.successorIds) push(predecessors, successor, entry)
    }
    this.#indexes = { sorted, children, predecessors, byKey: new Map(sorted.map((entry) => [entry.key, entry])) }
    return this.#indexes
  }
}

const push = (into: Map<string, AgencyEntry[]>, key: string, entry: AgencyEntry): void => {
  const list = into.get(key)
  if (list) list.push(entry)
  else into.set(key, [entry])
}

const nextDay = (day: string | null): string | null =>
  day === null ? null : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
