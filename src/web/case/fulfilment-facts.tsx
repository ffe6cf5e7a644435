import { Link } from '@tanstack/react-router'
import type { FulfilmentState } from '../../kernel/assignments/state.ts'
import type { FulfilmentDetailView } from '../../kernel/http/views.ts'
import { Clock } from '../ui/clock.tsx'
import { officialDay, shortDay } from '../ui/dates.ts'
import { useT, useText, type Text } from '../shell/i18n.ts'
import { fulfilmentWords } from './fulfilment-messages.ts'

type Reasoned = { dueReason?: Text[] }

/** What is asked of whom, by whom, by when, and how the date came about. */
export const FulfilmentFacts = ({ view, state }: { view: FulfilmentDetailView & Reasoned; state: FulfilmentState | null }) => {
  const t = useT(fulfilmentWords)
  const text = useText()
  const order = state?.assignment
  const handed = state?.handedOn
  return (
    <dl className="facts">
      {order && (
        <>
          <dt>{t('order')}</dt>
          <dd className="order">{order.content}</dd>
        </>
      )}
      {order?.instruction && (
        <>
          <dt>{t('instruction')}</dt>
          <dd className="order">{order.instruction}</dd>
        </>
      )}
      <dt>{t('agency')}</dt>
      <dd>
        <Link to={`/directory/${view.agency.id}`}>{view.agency.name}</Link>
      </dd>
      <dt>{t('asker')}</dt>
      <dd>
        <Link to={`/directory/${view.asker.id}`}>{view.asker.name}</Link>
      </dd>
      <dt>{t('shape')}</dt>
      <dd>
        {t(view.shape)}
        {order?.recurrence && `, ${t(order.recurrence)}`}
      </dd>
      <dt>{t('deadline')}</dt>
      <dd>
        {view.clock.dueAt === null && !view.clock.suspendedSince ? t('noLimit') : <Clock clock={view.clock} line />}
        {order?.deadline?.words && <div className="meta">{t('words', { words: order.deadline.words })}</div>}
        {view.dueReason && view.dueReason.length > 0 && (
          <details className="why">
            <summary>{t('why')}</summary>
            <ul>
              {view.dueReason.map((step) => (
                <li key={step.vi}>{text(step)}</li>
              ))}
            </ul>
          </details>
        )}
        {state?.extension && (
          <div className="amber">
            {t('extension', { day: officialDay(state.extension.until) })}: {state.extension.reason}
          </div>
        )}
        {state?.suspended && (
          <div>
            {t('suspended', { day: shortDay(state.suspended.since) })}: {state.suspended.reason}
          </div>
        )}
        {state?.declined && (
          <div className="amber">
            {t('declined', { day: shortDay(state.declined.at) })}: {state.declined.reason}
          </div>
        )}
      </dd>
      {handed && (
        <>
          <dt>{t('handedOn')}</dt>
          <dd>
            {[view.unit?.name, view.officer?.title].filter(Boolean).join(', ')}
            {handed.due && `, ${t('by', { day: shortDay(handed.due.lastDay) })}`}
            <div className="meta">{handed.instruction}</div>
          </dd>
        </>
      )}
    </dl>
  )
}
