import type { Given } from './given.ts'
import type { Outcome } from './give-together.ts'

/** How many groups are under way at once: while PostgreSQL writes one, the rules are asked for another, once it is as large. */
const GROUPS = 2
/** The most commands in a group. */
const MOST = 32

type Waiting = { given: Given; done: (outcome: Outcome) => void }

/**
 * Brings together the commands of one process that come while others are under way: each transaction costs as much to begin and to end as a small command
 * in it. Who comes when nothing is under way goes at once. Beside a group goes only one that is as large, so that those who come while many are under way
 * are not a transaction each: the longest anybody waits is until the group before is written. Nobody waits for the clock.
 */
export class CommandGroups {
  #waiting: Waiting[] = []
  #groups = 0
  /** How many commands are under way in them. */
  #under = 0

  /** What became of a command in a group. `give` gives the commands of a group, each for a stream and under a key of its own; never throws. */
  give(given: Given, give: (givens: Given[]) => Promise<Outcome[]>): Promise<Outcome> {
    return new Promise((done) => {
      this.#waiting.push({ given, done })
      this.#start(give)
    })
  }

  #start(give: (givens: Given[]) => Promise<Outcome[]>): void {
    if (this.#groups === GROUPS || !this.#waiting.length || this.#waiting.length < this.#under) return
    const group = this.#next()
    this.#groups++
    this.#under += group.length
    void give(group.map(({ given }) => given)).then((outcomes) => {
      this.#groups--
      this.#under -= group.length
      group.forEach(({ done }, i) => done(outcomes[i] as Outcome))
      this.#start(give)
    })
  }

  /** The first that wait; of those for one stream or under one key the first alone. */
  #next(): Waiting[] {
    const taken = new Set<string>()
    const group: Waiting[] = []
    const rest: Waiting[] = []
    for (const one of this.#waiting) {
      const { streamId, actor, key } = one.given.request
      const names = [streamId, `${actor.officerId} ${key}`]
      if (group.length === MOST || names.some((name) => taken.has(name))) rest.push(one)
      else {
        for (const name of names) taken.add(name)
        group.push(one)
      }
    }
    this.#waiting = rest
    return group
  }
}
