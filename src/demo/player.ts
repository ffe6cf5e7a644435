import { createHash } from 'node:crypto'
import type { Actor } from '../kernel/access/actor.ts'
import { Problem } from '../kernel/problems/problem.ts'
import { execute } from '../kernel/streams/execute.ts'
import type { Service } from '../kernel/http/service.ts'

/** A name-based id of the demo, the same on every start: a demo that was cut off goes on where it stood. */
export const demoId = (name: string): string => {
  const h = createHash('sha256').update(`hiepdong demo:${name}`).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-9${h.slice(17, 20)}-${h.slice(20, 32)}`
}

/** Gives the demo's commands through the one function that writes, each under a key of its own: played again, nothing happens twice. */
export class Player {
  readonly service: Service
  #n = 0
  #chapter = 'start'

  constructor(service: Service) {
    this.service = service
  }

  /** Keys count within a chapter, so that adding to one chapter does not shift the keys of another. */
  chapter(name: string): void {
    this.#chapter = name
    this.#n = 0
  }

  /** Gives the next command of the chapter, unless it was given before. */
  async give(
    actor: Actor,
    streamType: string,
    streamId: string,
    command: string,
    payload: unknown,
    effectiveAt?: Date,
    caseId?: string,
  ): Promise<void> {
    const key = `demo:${this.#chapter}:${this.#n++}:${command}`
    try {
      await execute(this.service.kernel, { actor, streamType, streamId, command, payload, key, effectiveAt, caseId })
    } catch (error) {
      // The demo's days are counted from today: one that was cut off yesterday gave this command with other days.
      if (!(error instanceof Problem && error.code === 'key-reused')) throw error
    }
  }
}
