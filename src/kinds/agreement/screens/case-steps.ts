import type { CaseView } from '../../../kernel/http/views.ts'
import type { CaseStep } from '../../../web/case/kind-screens.ts'
import { officialDay } from '../../../web/ui/dates.ts'
import { stateOf } from './model.ts'

const STEPS = [
  { key: 'draft', title: { vi: 'Soạn thảo', en: 'Drafting' } },
  { key: 'negotiating', title: { vi: 'Lấy ý kiến các bên', en: 'Comments' } },
  { key: 'signing', title: { vi: 'Ký', en: 'Signing' } },
  { key: 'in-force', title: { vi: 'Thực hiện', en: 'In force' } },
  { key: 'ended', title: { vi: 'Kết thúc', en: 'Ended' } },
] as const

/** The way of an agreement from its draft to its end. */
export const caseSteps = (view: CaseView): CaseStep[] => {
  const state = stateOf(view)
  const status = view.status === 'replaced' || view.status === 'discarded' ? 'ended' : view.status
  const now = Math.max(
    0,
    STEPS.findIndex((step) => step.key === status),
  )
  return STEPS.map((step, index) => ({
    key: step.key,
    title: step.title,
    state: index < now || (index === now && status === 'ended') ? 'done' : index === now ? 'current' : 'ahead',
    note: step.key === 'signing' && state?.signedOn ? { vi: officialDay(state.signedOn), en: officialDay(state.signedOn) } : undefined,
  }))
}
