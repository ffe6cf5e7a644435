import { problem } from '../problems/catalogue.ts'
import type { AnyDecider, EventSpec } from './decider.ts'

/** All stream types of a server, by name; kinds hand theirs in at start, the kernel knows none by itself. */
export class Registry {
  readonly #types = new Map<string, AnyDecider>()
  readonly #events = new Map<string, EventSpec>()

  constructor(deciders: AnyDecider[]) {
    for (const decider of deciders) {
      if (this.#types.has(decider.type)) throw new Error(`two deciders for ${decider.type}`)
      this.#types.set(decider.type, decider)
      for (const [type, spec] of Object.entries(decider.events as Record<string, EventSpec>)) {
        if (this.#events.has(type)) throw new Error(`two specs for event ${type}`)
        this.#events.set(type, spec)
      }
    }
  }

  /** The decider of a stream type; a Problem where there is none. */
  of(type: string): AnyDecider {
    const decider = this.#types.get(type)
    if (!decider) throw problem('unknown-command', { command: type })
    return decider
  }

  /** The newest spec of an event type. Throws on a type nobody knows: the log is newer than the code. */
  event(type: string): EventSpec {
    const spec = this.#events.get(type)
    if (!spec) throw new Error(`unknown event ${type}`)
    return spec
  }

  all(): AnyDecider[] {
    return [...this.#types.values()]
  }
}

/** Brings an event's data up to its newest version. Erased bodies pass untouched. */
export const upcast = (spec: EventSpec, data: object, version: number): object => {
  if (version === spec.version || 'erased' in data) return data
  if (version > spec.version || !spec.upcast) throw new Error(`no upcaster from version ${version}`)
  return spec.upcast(data, version)
}
