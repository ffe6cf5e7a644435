import { reason, type Code } from '../problems/catalogue.ts'
import type { Reason } from '../problems/problem.ts'
import type { Available, Context } from '../streams/decider.ts'
import { fulfilmentPayloads, type FulfilmentCommandName } from './commands.ts'
import { dayWords, today } from './due.ts'
import { answerable, endedUnanswered, returnable, toAnswer } from './reporting.ts'
import { hasPeriods } from './shape.ts'
import { currentDue, isOver, type FulfilmentState, type FulfilmentStatus } from './state.ts'

type Side = 'accountable' | 'asker' | 'case'
type Moment = { now: Date; effectiveAt: Date }
/** `check` gives why not; `since` the moment of what the command answers, before which it cannot take effect. */
type Rule = { side: Side; check: (state: FulfilmentState, at: Moment) => Reason | null; since?: (state: FulfilmentState) => string | null }

const FRESH: FulfilmentStatus[] = ['assigned']
const TAKEN: FulfilmentStatus[] = ['accepted', 'in-progress', 'returned']
const OWED: FulfilmentStatus[] = [...FRESH, ...TAKEN]

/** The one table of what may be done with a fulfilment. */
const RULES: Record<FulfilmentCommandName, Rule> = {
  accept: { side: 'accountable', check: (s) => unless(s, FRESH) },
  decline: { side: 'accountable', check: (s) => unless(s, FRESH) },
  report: { side: 'accountable', check: (s) => unless(s, TAKEN) },
  submit: {
    side: 'accountable',
    check: (s, at) => unless(s, TAKEN) ?? no(periodic(s) && answerable(s, at.effectiveAt).length === 0, 'no-period-due'),
    since: (s) => s.returnedAt,
  },
  withdraw: { side: 'accountable', check: waiting, since: submittedAt },
  reportNothing: {
    side: 'accountable',
    check: (s, at) =>
      no(!periodic(s), 'no-periods') ?? unless(s, TAKEN) ?? no(endedUnanswered(s, at.effectiveAt).length === 0, 'no-period-due'),
  },
  askExtension: {
    side: 'accountable',
    check: (s) =>
      unless(s, OWED) ??
      no(currentDue(s) === null, 'no-deadline') ??
      (s.extension && reason('extension-asked', { day: dayWords(s.extension.askedAt) })),
  },
  handOn: { side: 'accountable', check: (s) => unless(s, OWED) },
  delegate: { side: 'accountable', check: (s) => unless(s, TAKEN) },
  confirm: { side: 'asker', check: waiting, since: submittedAt },
  return: {
    side: 'asker',
    check: (s) => (periodic(s) && returnable(s) ? unless(s, TAKEN) : waiting(s)),
    since: (s) => (periodic(s) ? (returnable(s)?.submittedAt ?? null) : s.submittedAt),
  },
  grantExtension: { side: 'asker', check: asked, since: (s) => s.extension?.askedAt ?? null },
  refuseExtension: { side: 'asker', check: asked, since: (s) => s.extension?.askedAt ?? null },
  uphold: {
    side: 'asker',
    check: (s) => (s.status === 'declined' ? null : isOver(s) ? unless(s, []) : reason('not-declined')),
    since: (s) => s.declined?.at ?? null,
  },
  suspend: { side: 'asker', check: (s) => unless(s, OWED) },
  resume: {
    side: 'asker',
    check: (s) => {
      if (s.status !== 'suspended') return isOver(s) ? unless(s, []) : reason('not-suspended')
      return no(s.suspended?.above === true, 'held-above')
    },
    since: (s) => s.suspended?.since ?? null,
  },
  cancel: { side: 'asker', check: (s) => (isOver(s) ? unless(s, []) : null) },
  chase: {
    side: 'asker',
    check: (s, at) => unless(s, OWED) ?? no(s.chasedAt !== null && today(at.effectiveAt) <= today(new Date(s.chasedAt)), 'chased-today'),
  },
  changeDeadline: { side: 'asker', check: (s) => unless(s, [...OWED, 'submitted']) },
  finish: { side: 'case', check: () => null },
  limit: { side: 'case', check: () => null },
  resumeBelow: { side: 'case', check: () => null },
}

/**
 * What may be done now by this actor, and if not, why not. A command that follows from another stream is always taken: where the
 * state does not admit it, it has no effect.
 */
export const availableForFulfilment = (state: FulfilmentState, context: Context<unknown>): Available =>
  Object.fromEntries(NAMES.map((name) => [name, context.followUp ? true : (whyNot(state, name, context) ?? true)]))

/** Why a command may not be given now; null where it may. Says nothing of the payload. */
const whyNot = (state: FulfilmentState, name: FulfilmentCommandName, context: Context<unknown>): Reason | null => {
  const { side, since } = RULES[name]
  return (
    no(state.status === 'none', 'not-begun') ??
    no(state.erased || state.assignment === null, 'erased') ??
    whyNotThisSide(state, side, context) ??
    admits(state, name, context) ??
    no(latest(state.assignedAt, since?.(state) ?? null) > context.effectiveAt.toISOString(), 'before-assigned')
  )
}

/** Why the state does not admit a command, whoever gives it; null where it does. */
export const admits = (state: FulfilmentState, name: FulfilmentCommandName, at: Moment): Reason | null => RULES[name].check(state, at)

const NAMES = Object.keys(fulfilmentPayloads) as FulfilmentCommandName[]

const whyNotThisSide = ({ assignment }: FulfilmentState, side: Side, { actor }: Context<unknown>): Reason | null => {
  if (side === 'case') return reason('by-the-case')
  const sides = { accountable: actor.agencyId === assignment?.agencyId, asker: actor.agencyId === assignment?.askerId }
  if (!sides.accountable && !sides.asker) return reason('not-yours')
  if (!sides[side]) return reason(side === 'asker' ? 'asker-only' : 'accountable-only')
  return no(!actor.rights.includes(side === 'asker' ? 'issue' : 'answer'), 'no-right')
}

const no = (refused: boolean, code: Code): Reason | null => (refused ? reason(code) : null)

const latest = (a: string | null, b: string | null): string => ((a ?? '') > (b ?? '') ? (a ?? '') : (b ?? ''))

function periodic({ assignment }: FulfilmentState): boolean {
  return assignment !== null && hasPeriods(assignment.shape)
}

/** The submission moment that confirm, return and withdraw speak of where they name no period. */
function submittedAt(state: FulfilmentState): string | null {
  return periodic(state) ? (toAnswer(state, 'submitted')?.submittedAt ?? null) : state.submittedAt
}

function waiting(state: FulfilmentState): Reason | null {
  if (!periodic(state))
    return state.status === 'submitted' ? null : TAKEN.includes(state.status) ? reason('nothing-submitted') : unless(state, [])
  return unless(state, TAKEN) ?? no(toAnswer(state, 'submitted') === null, 'nothing-submitted')
}

function asked(state: FulfilmentState): Reason | null {
  return unless(state, [...OWED, 'submitted']) ?? no(state.extension === null, 'no-extension-asked')
}

/** The reason of a status that is not among those that admit a command. */
function unless(state: FulfilmentState, statuses: FulfilmentStatus[]): Reason | null {
  if (statuses.includes(state.status)) return null
  switch (state.status) {
    case 'none':
      return reason('not-begun')
    case 'assigned':
      return reason('accept-first')
    case 'accepted':
    case 'in-progress':
    case 'returned':
      return reason('already-accepted', { day: dayWords(state.acceptedAt ?? state.assignedAt) })
    case 'submitted':
      return reason('waits-for-confirmation')
    case 'confirmed':
      return reason('already-done', { day: dayWords(state.confirmedAt) })
    case 'declined':
      return reason('is-declined')
    case 'suspended':
      return reason('is-suspended', { day: dayWords(state.suspended?.since) })
    case 'cancelled':
      return reason('is-cancelled')
    case 'finished':
      return reason('is-finished')
  }
}
