import { Link } from '@tanstack/react-router'
import type { AccessAnswerView, AccessRequestView } from '../../kernel/access/requests/views.ts'
import { Chip } from '../ui/chip.tsx'
import { moment, officialDay } from '../ui/dates.ts'
import { useT } from '../shell/i18n.ts'
import { accessWords, standLook } from './access-messages.ts'

/** One's own request: what was typed, and the answers. As long as there is none it was sent, whatever there is. */
export const RequestLine = ({ row }: { row: AccessRequestView }) => {
  const t = useT(accessWords)
  return (
    <li className="access-line">
      <div className="access-asked">
        <b className="ink strong">{row.number}</b>
        <span className="access-words">{row.reason}</span>
        <span className="meta">
          {row.officer.title ? t('by', { officer: row.officer.title, time: moment(row.at) }) : t('byNobody', { time: moment(row.at) })}
        </span>
      </div>
      <div className="access-answers">
        {row.answers.length === 0 && <Chip look={standLook.sent} />}
        {row.answers.map((answer) => (
          <Answer key={`${answer.agency.id} ${answer.at}`} answer={answer} />
        ))}
      </div>
    </li>
  )
}

const Answer = ({ answer }: { answer: AccessAnswerView }) => {
  const t = useT(accessWords)
  const { stand, until, agency, words, caseId } = answer
  const limit = stand === 'granted' ? ` ${until ? t('until', { day: officialDay(until) }) : t('noLimit')}` : ''
  return (
    <div className="access-answer">
      <Chip look={standLook[stand]} />
      <span>
        {agency.name}
        {limit}
        {words && <span className="access-words">{words}</span>}
        <span className="meta">{moment(answer.at)}</span>
      </span>
      {caseId && (
        <Link to={`/case/${caseId}`} className="link">
          {t('open', { number: answer.caseNumber ?? '' })}
        </Link>
      )}
    </div>
  )
}
