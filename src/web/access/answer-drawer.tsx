import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseAccessDetailView } from '../../kernel/access/requests/views.ts'
import { capital } from '../ui/capital.ts'
import { Chip } from '../ui/chip.tsx'
import { moment } from '../ui/dates.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Sign } from '../ui/sign.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { accessWords, standLook } from './access-messages.ts'
import { accessQuery } from './access-queries.ts'
import { ANSWERS, AnswerForm, type AnswerCommand } from './answer-form.tsx'
import '../case/acts/acts.css'
import './access.css'

/** Who asks to read a case and why, and what may be answered; over the desk or the case. */
export default function AnswerDrawer({ id, onClose, onDone = onClose }: { id: string; onClose: () => void; onDone?: () => void }) {
  const t = useT(accessWords)
  const text = useText()
  const [chosen, setChosen] = useState<AnswerCommand | null>(null)
  const { data, error, refetch } = useQuery(accessQuery(id))
  const offered = ANSWERS.filter((command) => data?.actions.some((action) => action.command === command && action.allowed))
  const command = chosen && offered.includes(chosen) ? chosen : offered[0]
  const refused = data?.actions.find((action) => action.command === (data.stand === 'granted' ? 'withdraw' : 'grant'))?.reason
  return (
    <FormDrawer title={t(data?.stand === 'granted' ? 'withdraw' : 'answer')} onClose={onClose}>
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && <WaitingRows rows={4} />}
      {data && <Facts view={data} />}
      {data && offered.length > 1 && command && (
        <Segmented
          label={t('choose')}
          value={command}
          onChange={setChosen}
          options={offered.map((one) => ({ value: one, label: t(one) }))}
        />
      )}
      {data && command && <AnswerForm key={command} view={data} command={command} onDone={onDone} />}
      {data && !command && refused && (
        <p className="act-reason">
          <Sign name="lock" size={13} />
          {text(refused.text)}
        </p>
      )}
    </FormDrawer>
  )
}

const Facts = ({ view }: { view: CaseAccessDetailView }) => {
  const t = useT(accessWords)
  return (
    <div className="drawer-facts">
      <div className="row-gap wrap">
        <span className="strong">{view.agency.name}</span>
        <Chip look={standLook[view.stand === 'none' ? 'asked' : view.stand]} />
      </div>
      <div className="meta">
        <Link to={`/case/${view.caseId}`} className="link">
          {view.caseNumber}
        </Link>{' '}
        {capital(view.caseTitle)}
      </div>
      <ul className="access-requests">
        {view.requests.map((request) => (
          <li key={request.at}>
            <span className="access-words">{request.reason}</span>
            <span className="meta">
              {request.officer.title
                ? t('by', { officer: request.officer.title, time: moment(request.at) })
                : t('byNobody', { time: moment(request.at) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
