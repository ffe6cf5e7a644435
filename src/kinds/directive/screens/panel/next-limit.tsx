import { useQuery } from '@tanstack/react-query'
import { progressQuery } from '../../../../web/case/case-queries.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useNow } from '../../../../web/shell/server-time.ts'
import { Clock } from '../../../../web/ui/clock.tsx'
import { worstOf } from './parts.ts'

const words = messages({ none: { vi: 'không đặt hạn', en: 'no deadline' } })

/** The earliest limit among the assignments that are not done. */
export default function NextLimit({ caseId }: { caseId: string }) {
  const t = useT(words)
  const now = useNow().toISOString()
  const { data } = useQuery(progressQuery(caseId))
  if (!data) return '…'
  const open = data.assignments
    .filter((one) => one.dueAt && one.done < one.total)
    .toSorted((a, b) => String(a.dueAt).localeCompare(String(b.dueAt)))
  const next = open.find((one) => String(one.dueAt) > now) ?? open[0]
  if (!next) return t('none')
  const clock = {
    dueAt: next.dueAt,
    status: worstOf(next.counts),
    overdue: false,
    workingDays: null,
    suspendedSince: null,
    nextChangeAt: null,
  }
  return <Clock clock={clock} line />
}
