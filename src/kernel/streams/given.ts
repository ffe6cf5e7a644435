import { createHash } from 'node:crypto'
import { badInput } from './bad-input.ts'
import type { AnyDecider, Command, CommandSpec } from './decider.ts'
import type { CommandRequest } from './execute.ts'
import type { Registry } from './registry.ts'
import { problem } from '../problems/catalogue.ts'

/** A command whose shape is checked, ready to be taken up. */
export type Given = { request: CommandRequest; decider: AnyDecider; spec: CommandSpec; command: Command; digest: Buffer }

/** Checks a command's type, name and payload. Throws unknown-command or bad-input. */
export const checked = (registry: Registry, request: CommandRequest): Given => {
  const decider = registry.of(request.streamType)
  const spec = decider.commands[request.command]
  if (!spec) throw problem('unknown-command', { command: request.command })
  const parsed = spec.payload.safeParse(request.payload)
  if (!parsed.success) throw badInput(parsed.error)
  const command = { name: request.command, payload: parsed.data }
  return { request, decider, spec, command, digest: digestOf(request, command) }
}

/** What the same key must come with again. */
const digestOf = (request: CommandRequest, command: Command): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([request.streamType, request.streamId, command.name, command.payload, request.effectiveAt?.toISOString() ?? null]),
    )
    .digest()
