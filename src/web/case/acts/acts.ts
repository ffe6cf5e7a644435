import type { ActionView } from '../../../kernel/http/views.ts'
import { accountableActs } from './accountable-acts.ts'
import type { ActSpec } from './act-spec.ts'
import { askerActs } from './asker-acts.ts'

/** How every command of a fulfilment is asked for; one table for the desk, the case page and the fulfilment's own page. */
export const acts: Record<string, ActSpec> = { ...accountableActs, ...askerActs }

const answers: Record<string, string[]> = {
  accept: ['accept', 'handOn', 'decline'],
  submit: ['submit', 'reportNothing', 'report', 'askExtension'],
  resubmit: ['submit', 'reportNothing', 'report', 'askExtension'],
  confirm: ['confirm', 'return'],
  decideExtension: ['grantExtension', 'refuseExtension'],
  decideDecline: ['uphold', 'cancel'],
}

/** The commands that answer an ask of the desk, the likeliest first. */
export const commandsFor = (ask: string): string[] => answers[ask] ?? (ask in acts ? [ask] : [])

/** Reasons that only say that the officer stands on the other side; such acts are not shown at all. */
const OTHER_SIDE = new Set(['asker-only', 'accountable-only', 'not-yours', 'by-the-case', 'no-periods'])

/** The acts that concern the officer, in the order of the table. */
export const ownActions = (actions: ActionView[]): ActionView[] =>
  Object.keys(acts).flatMap((command) =>
    actions.filter((action) => action.command === command && !(action.reason && OTHER_SIDE.has(action.reason.code))),
  )
