import type { CaseView, DeadlineStatus, ProgressView } from '../../../kernel/http/views.ts'
import type { CaseStep } from '../../../web/case/kind-screens.ts'
import { count } from '../../../web/shell/i18n.ts'
import { dayOf, officialDay } from '../../../web/ui/dates.ts'
import type { DirectiveState } from '../contract.ts'

/** Fulfilments that count: those that were not cancelled. */
export const countOf = (totals: ProgressView['totals'] | undefined, ...statuses: DeadlineStatus[]): number =>
  statuses.reduce((sum, status) => sum + (totals?.[status] ?? 0), 0)

export const allOf = (totals: ProgressView['totals'] | undefined): number =>
  Object.entries(totals ?? {}).reduce((sum, [status, n]) => sum + (status === 'cancelled' ? 0 : n), 0)

const both = (vi: string, en: string) => ({ vi, en })

/** The way of a directive: issued, read and confirmed, accepted by every agency, carried out, closed. */
export const stepsOf = (view: CaseView, progress: ProgressView | undefined): CaseStep[] => {
  const state = view.state as DirectiveState | null
  const status = view.status
  const isDraft = status === 'draft' || status === 'discarded'
  const isOver = status === 'closed' || status === 'replaced'
  const read = state?.assignments.filter((one) => one.confirmed).length ?? 0
  const all = state?.assignments.length ?? 0
  const total = allOf(progress?.totals)
  const accepted = progress?.accepted ?? 0
  const done = progress?.assignments.filter((one) => one.total > 0 && one.done === one.total).length ?? 0
  const tasks = progress?.assignments.length ?? 0
  const date = state?.document.date
  const allAccepted = total > 0 && accepted === total
  return [
    {
      key: 'issued',
      title: both('Ban hành', 'Issued'),
      note: date ? both(officialDay(date), officialDay(date)) : undefined,
      state: date ? 'done' : 'current',
    },
    {
      key: 'read',
      title: both('Đọc và xác nhận', 'Read and confirmed'),
      note: isDraft
        ? both(`${count(read)}/${count(all)} nhiệm vụ`, `${count(read)}/${count(all)} assignments`)
        : both(`${count(all)} nhiệm vụ`, `${count(all)} assignments`),
      state: isDraft ? 'current' : 'done',
    },
    {
      key: 'accepted',
      title: both('Tiếp nhận', 'Accepted'),
      note: isDraft ? undefined : both(`${count(accepted)}/${count(total)} phần việc`, `${count(accepted)}/${count(total)} parts`),
      state: isDraft ? 'ahead' : allAccepted || isOver ? 'done' : 'current',
    },
    {
      key: 'carried-out',
      title: both('Thực hiện', 'Carried out'),
      note: isDraft
        ? undefined
        : both(`${count(done)}/${count(tasks)} nhiệm vụ đã xong`, `${count(done)}/${count(tasks)} assignments done`),
      state: isOver ? 'done' : isDraft || !allAccepted ? 'ahead' : 'current',
    },
    {
      key: 'closed',
      title: status === 'replaced' ? both('Đã thay thế', 'Replaced') : both('Kết thúc', 'Closed'),
      note: state?.closedAt ? both(officialDay(dayOf(new Date(state.closedAt))), officialDay(dayOf(new Date(state.closedAt)))) : undefined,
      state: isOver ? 'done' : 'ahead',
    },
  ]
}
