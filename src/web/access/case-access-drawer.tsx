import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { CaseAccessView } from '../../kernel/access/requests/views.ts'
import { Chip } from '../ui/chip.tsx'
import { moment, officialDay } from '../ui/dates.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { ActButton } from '../ui/button.tsx'
import { useT } from '../shell/i18n.ts'
import { accessWords, standLook } from './access-messages.ts'
import { caseAccessQuery } from './access-queries.ts'
import AnswerDrawer from './answer-drawer.tsx'
import './access.css'

/** Who asks to read a case and who may, over the case; `first` is answered at once. */
export default function CaseAccessDrawer({ caseId, first, onClose }: { caseId: string; first: string | null; onClose: () => void }) {
  const t = useT(accessWords)
  const [one, setOne] = useState(first)
  const { data, error, refetch } = useQuery(caseAccessQuery(caseId))
  if (one) return <AnswerDrawer id={one} onClose={first ? onClose : () => setOne(null)} onDone={first ? onClose : () => setOne(null)} />
  return (
    <FormDrawer title={t('readers')} onClose={onClose}>
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && <WaitingRows rows={4} />}
      {data?.rows.length === 0 && <EmptyState text={t('nobody')} />}
      <ul className="access-list">
        {data?.rows.map((row) => (
          <Line key={row.id} row={row} onOpen={() => setOne(row.id)} />
        ))}
      </ul>
    </FormDrawer>
  )
}

const Line = ({ row, onOpen }: { row: CaseAccessView; onOpen: () => void }) => {
  const t = useT(accessWords)
  const limit = row.stand === 'granted' ? (row.until ? t('until', { day: officialDay(row.until) }) : t('noLimit')) : ''
  const allowed = row.actions.some((action) => action.allowed)
  return (
    <li className="access-answer">
      <Chip look={standLook[row.stand === 'none' ? 'asked' : row.stand]} />
      <span>
        {row.agency.name} {limit}
        <span className="access-words">{row.words || row.requests.at(-1)?.reason}</span>
        <span className="meta">{moment(row.answeredAt ?? row.requests[0]?.at ?? '')}</span>
      </span>
      {allowed && (
        <ActButton small onClick={onOpen}>
          {t(row.stand === 'granted' ? 'withdraw' : 'answer')}
        </ActButton>
      )}
    </li>
  )
}
