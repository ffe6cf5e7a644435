import { problem } from '../problems/catalogue.ts'
import type { Decision } from '../streams/decider.ts'
import type { FulfilmentPayload } from './commands.ts'
import { notBefore, one, type FulfilmentContext } from './decision.ts'
import { today } from './due.ts'
import { answerable, endedUnanswered, periodsToOpen, returnable, toAnswer } from './reporting.ts'
import { hasPeriods } from './shape.ts'
import type { FulfilmentState, PeriodAnswer, PeriodState } from './state.ts'

export const report = (
  _: FulfilmentState,
  { text, percent, fileIds }: FulfilmentPayload<'report'>,
  context: FulfilmentContext,
): Decision => {
  checkFiles(fileIds, context)
  return one({ type: 'fulfilment.reported', data: { text, percent: percent ?? null, fileIds } })
}

/** Hands in a result: of the whole, or of one period that has begun and has no answer. */
export const submit = (
  state: FulfilmentState,
  { text, fileIds, periodKey }: FulfilmentPayload<'submit'>,
  context: FulfilmentContext,
): Decision => {
  checkFiles(fileIds, context)
  if (isOnce(state, periodKey)) return one({ type: 'fulfilment.submitted', data: { text, fileIds, periodKey: null, opened: [] } })
  const key = pick(answerable(state, context.effectiveAt), periodKey).key
  const opened = periodsToOpen(state, [key], today(context.effectiveAt))
  return one({ type: 'fulfilment.submitted', data: { text, fileIds, periodKey: key, opened } })
}

export const withdraw = (state: FulfilmentState, { periodKey }: FulfilmentPayload<'withdraw'>, context: FulfilmentContext): Decision =>
  one({ type: 'fulfilment.withdrawn', data: { periodKey: answered(state, periodKey, ['submitted'], context) } })

/** Says that nothing occurred in periods that are over: all of them at once, or those named. */
export const reportNothing = (
  state: FulfilmentState,
  { periodKeys }: FulfilmentPayload<'reportNothing'>,
  context: FulfilmentContext,
): Decision => {
  const due = endedUnanswered(state, context.effectiveAt)
  const keys = (periodKeys.length > 0 ? periodKeys : due.map((period) => period.key)).map((key) => pick(due, key).key)
  const opened = periodsToOpen(state, keys, today(context.effectiveAt))
  return one({ type: 'fulfilment.nothingReported', data: { periodKeys: [...new Set(keys)], opened } })
}

export const confirm = (state: FulfilmentState, { note, periodKey }: FulfilmentPayload<'confirm'>, context: FulfilmentContext): Decision =>
  one({ type: 'fulfilment.confirmed', data: { note: note || null, periodKey: answered(state, periodKey, ['submitted'], context) } })

export const giveBack = (
  state: FulfilmentState,
  { reason, periodKey }: FulfilmentPayload<'return'>,
  context: FulfilmentContext,
): Decision => {
  const key = periodKey ?? returnable(state)?.key
  return one({ type: 'fulfilment.returned', data: { reason, periodKey: answered(state, key, ['submitted', 'nothing'], context) } })
}

/** The key of the answered period that is meant, the earliest one submitted where none is named; null where it is done once. */
const answered = (
  state: FulfilmentState,
  periodKey: string | undefined,
  answers: PeriodAnswer[],
  context: FulfilmentContext,
): string | null => {
  if (isOnce(state, periodKey)) return null
  const key = periodKey ?? toAnswer(state, 'submitted')?.key
  const period = pick(
    state.periods.filter((one) => answers.includes(one.answer)),
    key,
  )
  notBefore(period.submittedAt, context)
  return period.key
}

/** Whether it is done once. Throws where a period is named all the same. */
const isOnce = (state: FulfilmentState, periodKey: string | undefined): boolean => {
  if (state.assignment && hasPeriods(state.assignment.shape)) return false
  if (periodKey !== undefined) throw problem('period-unneeded')
  return true
}

/** The period with the key, the first one where none is named. */
const pick = (periods: PeriodState[], key: string | undefined): PeriodState => {
  const period = key === undefined ? periods[0] : periods.find((one) => one.key === key)
  if (!period) throw problem('period-unknown', { period: key ?? '' })
  return period
}

/** Attachments are the agency's own and belong to no other case. */
const checkFiles = (fileIds: string[], { facts, actor, caseId }: FulfilmentContext): void => {
  for (const fileId of fileIds) {
    const file = facts?.files?.find((one) => one.id === fileId)
    if (!file || file.agencyId !== actor.agencyId || (file.caseId !== null && file.caseId !== caseId)) throw problem('file-unknown')
  }
}
