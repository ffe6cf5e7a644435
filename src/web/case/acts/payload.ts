import type { FileRef } from '../../../kernel/http/views.ts'
import type { ActSpec, FieldSpec } from './act-spec.ts'

export type HandOnTo = { kind: 'unit' | 'officer'; id: string; name: string }
export type NamedAgency = { id: string; name: string }
/** What stands in the fields; files and agencies keep their names for check-your-answers. */
export type Values = Record<string, unknown>

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** Names of the fields that are still wanted. */
export const missingOf = (spec: ActSpec, values: Values): string[] =>
  spec.fields.filter((field) => field.required && isEmpty(values[field.name])).map((field) => field.name)

const plain = (field: FieldSpec, value: unknown): Values => {
  if (field.kind === 'files') return { [field.name]: (value as FileRef[]).map((file) => file.id) }
  if (field.kind === 'hand-on') {
    const to = value as HandOnTo
    return to.kind === 'unit' ? { unitId: to.id } : { officerId: to.id }
  }
  if (field.kind === 'text') return { [field.name]: String(value).trim().normalize('NFC') }
  return { [field.name]: value }
}

/** The command's payload from what stands in the fields; empty optional fields are left out. */
export const payloadOf = (command: string, spec: ActSpec, values: Values): Values => {
  const payload: Values = {}
  for (const field of spec.fields) if (!isEmpty(values[field.name])) Object.assign(payload, plain(field, values[field.name]))
  if (command !== 'delegate') return payload
  const { to, dueOn, instruction } = payload as { to: NamedAgency[]; dueOn?: string; instruction?: string }
  return {
    to: to.map((agency) => (dueOn ? { agencyId: agency.id, dueOn } : { agencyId: agency.id })),
    ...(instruction ? { instruction } : {}),
  }
}
