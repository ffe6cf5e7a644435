import { holdsCaseOpen } from '../../kernel/assignments/closing.ts'
import { today } from '../../kernel/assignments/due.ts'
import { Problem, type Reason } from '../../kernel/problems/problem.ts'
import type { Right } from '../../kernel/access/actor.ts'
import type { Available, Context } from '../../kernel/streams/decider.ts'
import { checkIssue } from './checks.ts'
import { payloads, type CommandName, type DirectiveState } from './contract.ts'
import type { DirectiveFacts } from './facts.ts'
import { reason } from './problems.ts'

export type DirectiveContext = Context<DirectiveFacts | undefined>
type Rule = { right: Right; check: (state: DirectiveState, context: DirectiveContext) => Reason | null }

const inDraft = (state: DirectiveState): Reason | null => (state.status === 'draft' ? null : (over(state) ?? reason('draft-only')))
const inForce = (state: DirectiveState): Reason | null => (state.status === 'issued' ? null : (over(state) ?? reason('issued-only')))

/** The one table of what may be done with a directive. `create` opens the stream and stands apart. */
const RULES: Record<Exclude<CommandName, 'create'>, Rule> = {
  edit: { right: 'draft', check: inDraft },
  discard: { right: 'draft', check: inDraft },
  issue: { right: 'issue', check: (state, context) => inDraft(state) ?? whyNotIssue(state, context) },
  addAssignment: { right: 'issue', check: inForce },
  cancelAssignment: { right: 'issue', check: inForce },
  amendBy: { right: 'issue', check: inForce },
  replaceBy: { right: 'issue', check: inForce },
  close: { right: 'issue', check: (state, context) => inForce(state) ?? whyNotClose(context) },
}

/** What may be done now by this actor, and if not, why not. */
export const availableForDirective = (state: DirectiveState, context: DirectiveContext): Available =>
  Object.fromEntries(NAMES.map((name) => [name, whyNot(state, name, context) ?? true]))

const NAMES = Object.keys(payloads) as CommandName[]

const whyNot = (state: DirectiveState, name: CommandName, context: DirectiveContext): Reason | null => {
  const { actor } = context
  if (name === 'create') {
    if (state.status !== 'none') return reason('case-exists')
    return actor.rights.includes('draft') ? null : reason('no-right')
  }
  if (state.status === 'none') return reason('not-found')
  if (state.erased) return reason('erased')
  if (actor.agencyId !== state.ownerAgencyId) return reason('owner-only')
  const { right, check } = RULES[name]
  return actor.rights.includes(right) ? check(state, context) : reason('no-right')
}

const over = ({ status }: DirectiveState): Reason | null => {
  switch (status) {
    case 'closed':
      return reason('case-closed')
    case 'replaced':
      return reason('case-replaced')
    case 'discarded':
      return reason('case-discarded')
    default:
      return null
  }
}

/** The check-your-answers of a draft as a reason. */
const whyNotIssue = (state: DirectiveState, { facts, effectiveAt }: DirectiveContext): Reason | null => {
  try {
    checkIssue(state, facts ?? {}, today(effectiveAt))
    return null
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, text: error.text }
    throw error
  }
}

const whyNotClose = ({ facts, effectiveAt }: DirectiveContext): Reason | null => {
  const { once, recurring } = facts?.unfinished ?? { once: 0, recurring: [] }
  const count = once + recurring.filter((state) => holdsCaseOpen(state, effectiveAt)).length
  return count > 0 ? reason('still-open', { count }) : null
}
