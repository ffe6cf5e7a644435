import { useQuery } from '@tanstack/react-query'
import { progressQuery } from '../../../../web/case/case-queries.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { Clock } from '../../../../web/ui/clock.tsx'

const words = messages({
  none: { vi: 'không đặt hạn', en: 'no deadline' },
  over: { vi: 'không còn hạn nào', en: 'none is left' },
})

/** The nearest limit in the case that still runs, told as on every other screen. */
export default function NextLimit({ caseId }: { caseId: string }) {
  const t = useT(words)
  const { data } = useQuery(progressQuery(caseId))
  if (!data) return '…'
  if (data.next) return <Clock clock={data.next} line />
  return t(data.assignments.some((one) => one.dueAt !== null) ? 'over' : 'none')
}
