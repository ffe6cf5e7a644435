import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { allDeciders } from '../src/deciders.ts'
import type { EventSpec } from '../src/kernel/streams/decider.ts'

/** The JSON schema of every event type at its newest version, by `type@version`. */
export const eventSchemas = (): Record<string, unknown> => {
  const schemas: Record<string, unknown> = {}
  for (const decider of allDeciders) {
    for (const [type, spec] of Object.entries(decider.events as Record<string, EventSpec>)) {
      schemas[`${type}@${spec.version}`] = JSON.parse(JSON.stringify(z.toJSONSchema(spec.schema, { unrepresentable: 'any' })))
    }
  }
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Adds what is new; what was released stays as it is. */
const release = (): void => {
  const path = join(import.meta.dirname, '../testing/released-events.json')
  const released = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {}
  const all = { ...eventSchemas(), ...released }
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`)
}

if (import.meta.main) release()
