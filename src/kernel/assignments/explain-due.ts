import { explainSteps } from '../clocks/explain.ts'
import type { Reason } from '../clocks/reason.ts'
import type { Text } from '../problems/problem.ts'
import { dateWords } from './due.ts'
import { currentDue, currentPeriod, type FulfilmentState } from './state.ts'

/** How events cite a limit that was set later: by the act and its day. */
const SET_LATER = /^(Gia hạn|Đổi hạn) ngày (\d{2}\/\d{2}\/\d{4})$/

/** How the limit that runs now came about, a sentence a step, in both languages; empty where there is none. */
export const explainDue = (state: FulfilmentState): Text[] => {
  // The steps were counted by this product; the event keeps them loosely, so that a later step does not break an older log.
  const reason = (currentDue(state)?.reason ?? []) as Reason
  const told = beginning(state, reason)
  const rest = reason.slice(told ? told.steps : 0)
  const english = explainSteps(rest, 'en')
  return [...(told ? [told.text] : []), ...explainSteps(rest, 'vi').map((vi, at) => ({ vi, en: english[at] ?? vi }))]
}

/** What the document does not say itself: the day of a grant, and the day on which the report of a period is due. */
const beginning = (state: FulfilmentState, reason: Reason): { steps: number; text: Text } | null => {
  const [first, second] = reason
  if (first?.step === 'cited' && second?.step === 'stated') {
    const [, act, day] = SET_LATER.exec(first.article) ?? []
    if (!act) return null
    const to = dateWords(second.date)
    const until = second.inclusive
      ? { vi: `đến hết ngày ${to}`, en: `to the end of ${to}` }
      : { vi: `trước ngày ${to}`, en: `to before ${to}` }
    const extended = act === 'Gia hạn'
    return {
      steps: 2,
      text: { vi: `${act} ngày ${day}, ${until.vi}.`, en: `${extended ? 'Extended' : 'Changed'} on ${day}, ${until.en}.` },
    }
  }
  const period = currentPeriod(state)
  if (!period || first?.step !== 'stated') return null
  const by = dateWords(first.date)
  const text = { vi: `Báo cáo ${period.label.vi} đến hết ngày ${by}.`, en: `Report for ${period.label.en}: due by the end of ${by}.` }
  return { steps: 1, text }
}
