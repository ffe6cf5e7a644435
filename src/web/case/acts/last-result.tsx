import type { FulfilmentState } from '../../../kernel/assignments/state.ts'
import type { FulfilmentDetailView } from '../../../kernel/http/views.ts'
import { messages, useT } from '../../shell/i18n.ts'
import { moment } from '../../ui/dates.ts'
import { FileLinks } from '../file-links.tsx'
import { periodWords } from './period-words.ts'

const words = messages({
  submitted: { vi: 'Kết quả nộp lúc {time}', en: 'Result submitted {time}' },
  period: { vi: 'kỳ {period}', en: 'for {period}' },
})

/** The result that waits for its answer, so that it is read before it is confirmed. */
export const LastResult = ({ view }: { view: FulfilmentDetailView }) => {
  const t = useT(words)
  const state = view.detail as FulfilmentState
  const waiting = state.submissions?.find((one) => one.outcome === 'waiting')
  if (!waiting) return null
  return (
    <div className="last-result">
      <div className="meta">
        {t('submitted', { time: moment(waiting.at) })}
        {waiting.periodKey && `, ${t('period', { period: periodWords(waiting.periodKey) })}`}
      </div>
      <p>{waiting.text}</p>
      <FileLinks caseId={view.caseId} ids={waiting.fileIds} />
    </div>
  )
}
