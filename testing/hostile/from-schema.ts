import fc from 'fast-check'
import { z } from 'zod'
import { anyId, hostileValue, oddDay, oddMoment, oddNumber } from './values.ts'

type Schema = {
  $ref?: string
  $defs?: Record<string, Schema>
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  type?: string
  format?: string
  pattern?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

/** Words that fields of the product know: keys of types, domains and areas, numbers, positions. */
const WORDS = [
  'Kính gửi: đồng chí',
  'Số 12/UBND',
  'Trưởng phòng',
  'gia-lai/ubnd',
  '52',
  'VN',
  '23575',
  'cyber-security',
  'commune-peoples-committee',
  'department',
  'abc.def',
]

/** How often, of a hundred values, a hostile one stands where the schema wants another. */
const HOSTILE = 1

/**
 * Values that nearly fit a schema: shaped as it asks, so that they pass its first gate and reach the rules, with ids that exist or not, odd days,
 * and now and then something hostile in one place.
 */
export const nearly = (schema: z.ZodType, ids: string[]): fc.Arbitrary<unknown> => {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  const of = (node: Schema, depth: number): fc.Arbitrary<unknown> => {
    const fitting = fit(node, depth)
    return fc.oneof({ weight: 100 - HOSTILE, arbitrary: fitting }, { weight: HOSTILE, arbitrary: hostileValue })
  }
  const fit = (node: Schema, depth: number): fc.Arbitrary<unknown> => {
    if (node.$ref) return fit(root.$defs?.[node.$ref.split('/').at(-1) ?? ''] ?? {}, depth + 1)
    if ('const' in node) return fc.constant(node.const)
    if (node.enum) return fc.constantFrom(...node.enum)
    const several = node.anyOf ?? node.oneOf
    if (several) return fc.oneof(...several.map((one) => of(one, depth + 1)))
    if (node.allOf) return of(node.allOf[0] ?? {}, depth + 1)
    switch (node.type) {
      case 'object': {
        const properties = Object.fromEntries(Object.entries(node.properties ?? {}).map(([name, one]) => [name, of(one, depth + 1)]))
        return fc.record(properties, { requiredKeys: node.required?.filter((name) => name in properties) ?? [] })
      }
      case 'array':
        return fc.array(of(node.items ?? {}, depth + 1), {
          minLength: node.minItems ?? 0,
          maxLength: (node.minItems ?? 0) + (depth > 4 ? 0 : 2),
        })
      case 'string':
        return textOf(node, ids)
      case 'integer':
      case 'number':
        return fc.oneof(
          { weight: 3, arbitrary: fc.integer({ min: Math.max(node.minimum ?? -5, -5), max: Math.min(node.maximum ?? 40, 40) }) },
          { weight: 1, arbitrary: oddNumber },
        )
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      default:
        return hostileValue
    }
  }
  return fit(root, 0)
}

const textOf = (node: Schema, ids: string[]): fc.Arbitrary<string> => {
  if (node.format === 'uuid') return anyId(ids)
  if (node.format === 'date')
    return fc.oneof(
      { weight: 1, arbitrary: oddDay },
      { weight: 2, arbitrary: fc.constantFrom('2026-11-01', '2026-12-31', '2027-06-30', '2020-01-01') },
    )
  if (node.format === 'date-time') return fc.oneof(oddMoment, fc.constant('2026-11-01T00:00:00Z'))
  const length = Math.min(Math.max(node.minLength ?? 0, 12), node.maxLength ?? 12)
  return fc.oneof(
    { weight: 1, arbitrary: fc.string({ minLength: node.minLength ?? 0, maxLength: length }) },
    { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  )
}
