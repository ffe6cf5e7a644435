import type { FulfilmentState } from '../../kernel/assignments/state.ts'
import type { FulfilmentDetailView } from '../../kernel/http/views.ts'
import { StatusChip } from '../ui/chip.tsx'
import { Card } from '../ui/page.tsx'
import { useT } from '../shell/i18n.ts'
import { FulfilmentActs } from './fulfilment-acts.tsx'
import { FulfilmentFacts } from './fulfilment-facts.tsx'
import { fulfilmentWords } from './fulfilment-messages.ts'
import { FulfilmentPeriods } from './fulfilment-periods.tsx'
import { FulfilmentResults } from './fulfilment-results.tsx'
import { FulfilmentRow } from './fulfilment-table.tsx'
import { RecordList } from './record-list.tsx'
import './fulfilment.css'

/** All of one agency's part: what is asked, by when and why then, what was answered, what was handed on, what may be done. */
export const FulfilmentContent = ({ view, onOpen }: { view: FulfilmentDetailView; onOpen: (id: string) => void }) => {
  const t = useT(fulfilmentWords)
  const state = view.detail as FulfilmentState | null
  return (
    <>
      <div className="row-gap wrap">
        <StatusChip status={view.clock.status} />
        {view.extensionAsked && <StatusChip status="extension" />}
        {view.parentId && (
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
          {view.childRows.map((child) => (
            <FulfilmentRow key={child.id} row={child} current={false} onOpen={onOpen} />
          ))}
        </Card>
      )}
      <Card title={t('history')}>
        <RecordList caseId={view.caseId} streamId={view.id} />
      </Card>
    </>
  )
}
