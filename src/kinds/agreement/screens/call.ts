import type { ActionView } from '../../../kernel/http/views.ts'
import type { Call } from '../../../web/shell/command.ts'

/**
 * What each party does for itself alone: another party's act in between does not touch it, and where the text itself moved on the
 * payload's own version says so. These go without If-Match, so that twenty parties can answer at once.
 */
const OWN = new Set(['comment', 'resolve', 'agree', 'sign', 'addEvidence', 'tie', 'untie', 'assign'])

/** A command as the page's client takes it. */
export const callOf = ({ streamType, streamId, command, version }: ActionView, payload: unknown): Call => {
  const call = { streamType, id: streamId, command, payload }
  return OWN.has(command) ? call : { ...call, version }
}
