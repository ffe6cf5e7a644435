import type { FulfilmentState, ProgressReport, Submission } from '../../kernel/assignments/state.ts'
import { moment } from '../ui/dates.ts'
import { Card } from '../ui/page.tsx'
import { useT } from '../shell/i18n.ts'
import { periodWords } from './acts/period-words.ts'
import { FileLinks } from './file-links.tsx'
import { fulfilmentWords } from './fulfilment-messages.ts'

const Result = ({ caseId, one }: { caseId: string; one: Submission }) => {
  const t = useT(fulfilmentWords)
  return (
    <li className="result" data-outcome={one.outcome}>
      <div className="meta">
        {t('submitted')} {moment(one.at)}
        {one.periodKey && `, ${periodWords(one.periodKey)}`}, {t(one.outcome)}
      </div>
      <p>{one.text}</p>
      <FileLinks caseId={caseId} ids={one.fileIds} />
      {one.answer?.text && (
        <div className="amber">
          {moment(one.answer.at)}: {one.answer.text}
        </div>
      )}
    </li>
  )
}

const Report = ({ caseId, one }: { caseId: string; one: ProgressReport }) => {
  const t = useT(fulfilmentWords)
  return (
    <li className="result">
      <div className="meta">
        {t('reported')} {moment(one.at)}
        {one.percent !== null && `, ${t('percent', { n: one.percent })}`}
      </div>
      <p>{one.text}</p>
      <FileLinks caseId={caseId} ids={one.fileIds} />
    </li>
  )
}

/** What was handed in and reported, newest first, with how it was answered. */
export const FulfilmentResults = ({ caseId, state }: { caseId: string; state: FulfilmentState }) => {
  const t = useT(fulfilmentWords)
  const entries = [
    ...state.submissions.map((one) => ({ at: one.at, node: <Result key={`s${one.at}`} caseId={caseId} one={one} /> })),
    ...state.reports.map((one) => ({ at: one.at, node: <Report key={`r${one.at}`} caseId={caseId} one={one} /> })),
  ].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <Card title={t('results')}>
      {entries.length === 0 ? (
        <span className="meta">{t('noResults')}</span>
      ) : (
        <ul className="results">{entries.map((entry) => entry.node)}</ul>
      )}
    </Card>
  )
}
