import type { PoolClient } from 'pg'
import type { Born } from './born.ts'
import { alikeStatement, OF_EACH } from './alike-rows.ts'
import { Breath } from './breath.ts'
import type { Sections } from './sections.ts'
import type { Unit } from './units.ts'
import { Ahead, ORDER } from './write-ahead.ts'

type Row = Record<string, unknown>

/** What the command itself writes first: all of which there can be thousands of rows, but the feeds. Those wait for what its children add to them. */
const OWN = [...ORDER.filter((section) => section !== 'feed'), 'asksOf']

/** How many streams are made and written at once: PostgreSQL writes their rows in some milliseconds. */
const STREAMS = 128

/**
 * Writes the streams that are born with a command some at a time, each as soon as it is made; what the command itself changes goes before them, as it
 * stands in the log. `put` puts the rows of some into the sections, the bodies of events as bytes. What is not written here stays in the sections.
 */
export const writeBorn = async (
  db: Pick<PoolClient, 'query'>,
  sections: Sections,
  born: Born,
  put: (units: Unit[]) => Promise<void>,
): Promise<void> => {
  const taken = (names: string[]) => Object.fromEntries(names.map((name) => [name, sections.take(name)]))
  // One is written while the next is made: were PostgreSQL never idle, whoever reads meanwhile would wait longer, and this would end no sooner.
  const ahead = new Ahead(db, 1)
  await ahead.sendAll(taken(OWN))
  while (born.next) {
    const breath = new Breath()
    const units: Unit[] = []
    for (; born.next && units.length < STREAMS; await breath.pause()) units.push(born.take())
    await put(units)
    const rows = taken(OF_EACH) as Record<string, Row[]>
    const statement = alikeStatement(rows)
    await (statement ? ahead.send(statement) : ahead.sendAll(rows))
  }
  await ahead.done()
}
