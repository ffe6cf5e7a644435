import { createHash } from 'node:crypto'
import { badInput } from './bad-input.ts'
import type { AnyDecider, Command, CommandSpec } from './decider.ts'
import type { CommandRequest } from './execute.ts'
import type { Registry } from './registry.ts'
import { problem } from '../problems/catalogue.ts'

/** A command whose shape is checked, ready to be taken up. `large`: nobody's command is to wait for it. */
export type Given = { request: CommandRequest; decider: AnyDecider; spec: CommandSpec; command: Command; digest: Buffer; large: boolean }

/** A command whose text is longer, in letters, takes longer to check, to send and to write than others are to wait. */
const LONG = 64 * 1024

/** Checks a command's type, name and payload. Throws unknown-command or bad-input. */
export const checked = (registry: Registry, request: CommandRequest): Given => {
  const decider = registry.of(request.streamType)
  const spec = decider.commands[request.command]
  if (!spec) throw problem('unknown-command', { command: request.command })
  const parsed = spec.payload.safeParse(request.payload)
  if (!parsed.success) throw badInput(parsed.error)
  const command = { name: request.command, payload: parsed.data }
  const text = textOf(request, command)
  return {
    request,
    decider,
    spec,
    command,
    digest: createHash('sha256').update(text).digest(),
    large: spec.large === true || text.length > LONG,
  }
}

/** What the same key must come with again. */
const textOf = (request: CommandRequest, command: Command): string =>
  JSON.stringify([request.streamType, request.streamId, command.name, command.payload, request.effectiveAt?.toISOString() ?? null])
