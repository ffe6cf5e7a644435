import { GENERAL_NOTIFICATIONS } from '../inbox/texts.ts'
import { CATALOGUE, problem, refusalIn, type CatalogueEntry } from '../problems/catalogue.ts'
import { assertWhole, type Problem, type Reason, type Text } from '../problems/problem.ts'
import type { AnyDecider, EventSpec } from './decider.ts'

/** All stream types of a server, by name; kinds hand theirs in at start, the kernel knows none by itself. */
export class Registry {
  readonly #types = new Map<string, AnyDecider>()
  readonly #events = new Map<string, EventSpec>()
  readonly #owners = new Map<string, string>()
  readonly #problems: Record<string, CatalogueEntry> = { ...CATALOGUE }
  readonly #notifications: Record<string, Text> = { ...GENERAL_NOTIFICATIONS }

  /** Throws where two deciders claim the same type, event, problem or notification, or where a text is not whole in both languages. */
  constructor(deciders: AnyDecider[]) {
    for (const decider of deciders) {
      if (this.#types.has(decider.type)) throw new Error(`two deciders for ${decider.type}`)
      this.#types.set(decider.type, decider)
      for (const [type, spec] of Object.entries(decider.events as Record<string, EventSpec>)) {
        if (this.#events.has(type)) throw new Error(`two specs for event ${type}`)
        this.#events.set(type, spec)
        this.#owners.set(type, decider.type)
      }
      declare(this.#problems, 'problem', decider.problems)
      declare(this.#notifications, 'notification', decider.notifications)
    }
  }

  /** The decider of a stream type; a Problem where there is none. */
  of(type: string): AnyDecider {
    const decider = this.#types.get(type)
    if (!decider) throw problem('unknown-command', { command: type })
    return decider
  }

  /** Whether a stream type has this command. */
  knows(type: string, command: string): boolean {
    return Object.hasOwn(this.#types.get(type)?.commands ?? {}, command)
  }

  /** The newest spec of an event type. Throws on a type nobody knows: the log is newer than the code. */
  event(type: string): EventSpec {
    const spec = this.#events.get(type)
    if (!spec) throw new Error(`unknown event ${type}`)
    return spec
  }

  /** The error for a reason that a decider's `available` gave. */
  refusal(why: Reason): Problem {
    return refusalIn(this.#problems, why)
  }

  /** What a notification says, its places not yet filled; undefined for one that no stream type knows any more. */
  notification(what: string): Text | undefined {
    return this.#notifications[what]
  }

  /** The type of the streams that hold events of this type. */
  streamTypeOf(event: string): string {
    return this.#owners.get(event) ?? ''
  }

  all(): AnyDecider[] {
    return [...this.#types.values()]
  }
}

const declare = <T extends Text>(known: Record<string, T>, sort: string, texts: Readonly<Record<string, T>> = {}): void => {
  for (const [key, text] of Object.entries(texts)) {
    if (Object.hasOwn(known, key)) throw new Error(`two texts for the ${sort} ${key}`)
    assertWhole(`the ${sort} ${key}`, text)
    known[key] = text
  }
}

/** Brings an event's data up to its newest version. Erased bodies pass untouched. */
export const upcast = (spec: EventSpec, data: object, version: number): object => {
  if (version === spec.version || 'erased' in data) return data
  if (version > spec.version || !spec.upcast) throw new Error(`no upcaster from version ${version}`)
  return spec.upcast(data, version)
}
