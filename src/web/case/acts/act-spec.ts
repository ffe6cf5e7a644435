import type { Text } from '../../shell/i18n.ts'

/** One thing that an act asks for. `name` is the field of the command's payload. */
export type FieldSpec = {
  name: string
  kind: 'text' | 'date' | 'percent' | 'files' | 'periods' | 'hand-on' | 'agencies' | 'included'
  label: Text
  required?: boolean
  help?: Text
  /** What it means where it is left empty, for check-your-answers. */
  empty?: Text
}

/** How a command of a fulfilment is asked for, checked and told. */
export type ActSpec = {
  label: Text
  /** Said politely when it is done. */
  done: Text
  /** Binds the agency: opens check-your-answers and waits for the server. Others are given at once. */
  binds: boolean
  fields: FieldSpec[]
  /** The command that takes it back. */
  undo?: { command: string; payload: Record<string, unknown>; done: Text }
  danger?: boolean
  /** One sentence on what it does, above the form. */
  lead?: Text
}
