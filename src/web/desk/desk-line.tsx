import { Link } from '@tanstack/react-router'
import type { DeskRow as Row } from '../../kernel/http/views.ts'
import { capital } from '../ui/capital.ts'
import { ActButton } from '../ui/button.tsx'
import { Clock, WaitingClock } from '../ui/clock.tsx'
import { DeskRow } from '../ui/desk-row.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { actWords, isAnswer, overCase, secondAct, titleWords, verbWords } from './desk-acts.ts'
import { deskWords } from './desk-messages.ts'

/** One ask on the desk, with its words and its link. */
export const DeskLine = ({
  row,
  current,
  onAct,
  onFocus,
  picked,
  picking,
  onPick,
}: {
  row: Row
  current: boolean
  onAct: (command: string | null) => void
  onFocus: () => void
  picked: boolean
  picking: boolean
  onPick: () => void
}) => {
  const t = useT(deskWords)
  const text = useText()
  const second = secondAct(row)
  const act = text(actWords(row))
  return (
    <DeskRow
      rowId={row.id}
      act={act}
      title={capital(text(titleWords(row)))}
      caseTitle={capital(row.caseTitle)}
      number={
        <Link to={`/case/${row.caseId}`} search={overCase(row)} tabIndex={current ? 0 : -1}>
          {row.caseNumber || t('noNumber')}
        </Link>
      }
      asker={row.streamType === 'access' ? row.asker.name : row.asker.shortName}
      verb={text(verbWords(row))}
      clock={row.clock.dueAt ? <Clock clock={row.clock} /> : <WaitingClock since={row.since} answers={isAnswer(row)} />}
      current={current}
      onAct={() => onAct(null)}
      onFocus={onFocus}
      pick={
        row.act === 'confirm' && picking ? (
          <input
            type="checkbox"
            className="desk-pick"
            checked={picked}
            onChange={onPick}
            tabIndex={current ? 0 : -1}
            aria-label={t('pick', { title: row.title })}
          />
        ) : null
      }
      second={
        <>
          <ActButton primary onClick={() => onAct(null)}>
            {act}
          </ActButton>
          {second && <ActButton onClick={() => onAct(second.command)}>{text(second.label)}</ActButton>}
        </>
      }
    />
  )
}
