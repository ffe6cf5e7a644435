import type { FulfilmentState } from '../../kernel/assignments/state.ts'
import type { DeadlineStatus, FulfilmentDetailView, FulfilmentView } from '../../kernel/http/views.ts'
import { StatusChip } from '../ui/chip.tsx'
import { Card } from '../ui/page.tsx'
import { useT } from '../shell/i18n.ts'
import { useMe } from '../shell/session.ts'
import { FulfilmentActs } from './fulfilment-acts.tsx'
import { FulfilmentFacts } from './fulfilment-facts.tsx'
import { fulfilmentWords } from './fulfilment-messages.ts'
import { FulfilmentPeriods } from './fulfilment-periods.tsx'
import { FulfilmentResults } from './fulfilment-results.tsx'
import { FulfilmentRow } from './fulfilment-table.tsx'
import { RecordList } from './record-list.tsx'
import './fulfilment.css'

/** What presses most first: late, waiting for an answer, soon, running, then what is done; by name within each. */
const PRESSING: DeadlineStatus[] = [
  'overdue',
  'waiting-confirmation',
  'declined',
  'returned',
  'due-soon',
  'not-begun',
  'in-time',
  'suspended',
]
const inOrder = (rows: FulfilmentView[]): FulfilmentView[] => {
  const place = ({ clock }: FulfilmentView) => (PRESSING.indexOf(clock.status) + PRESSING.length + 1) % (PRESSING.length + 1)
  return rows.toSorted((a, b) => place(a) - place(b) || a.agency.name.localeCompare(b.agency.name, 'vi'))
}

/** All of one agency's part: what is asked, by when and why then, what was answered, what was handed on, what may be done. */
export const FulfilmentContent = ({ view, onOpen }: { view: FulfilmentDetailView; onOpen: (id: string) => void }) => {
  const t = useT(fulfilmentWords)
  const me = useMe()
  const state = view.detail as FulfilmentState | null
  return (
    <>
      <div className="row-gap wrap">
        <StatusChip status={view.clock.status} />
        {view.extensionAsked && <StatusChip status="extension" />}
        {view.parentId && me.post.agency.id === view.asker.id && (
          <button type="button" className="plain-button link" onClick={() => onOpen(view.parentId ?? '')}>
            {t('toParent')}
          </button>
        )}
      </div>
      <h2 className="fulfilment-title">{view.title}</h2>
      <FulfilmentActs view={view} />
      <FulfilmentFacts view={view} state={state} />
      {state && state.periods.length > 0 && <FulfilmentPeriods periods={state.periods} />}
      {state && <FulfilmentResults caseId={view.caseId} state={state} />}
      {view.childRows.length > 0 && (
        <Card title={t('children')} note={view.children ? t('childrenNote', view.children) : null} flush>
          {inOrder(view.childRows).map((child) => (
            <FulfilmentRow key={child.id} row={child} current={false} onOpen={onOpen} agencyFirst={child.title === view.title} />
          ))}
        </Card>
      )}
      <Card title={t('history')}>
        <RecordList caseId={view.caseId} streamId={view.id} />
      </Card>
    </>
  )
}
