import type { CentreProps } from '../../../web/case/kind-screens.ts'
import { PlainCentre } from '../../../web/case/plain-centre.tsx'
import { RecordCard } from '../../../web/case/record-card.tsx'
import { EvidenceCard } from './evidence/evidence-card.tsx'
import { PeriodTable } from './evidence/period-table.tsx'
import { stateOf } from './model.ts'
import { PartsNav } from './parts-nav.tsx'
import { firstPart, useAgreementPlace } from './place.ts'
import { Rail } from './rail/rail.tsx'
import { TasksCard } from './tasks-card.tsx'
import { TextPart } from './text/text-part.tsx'
import './agreement.css'

/** The page of an agreement: its clauses and what was done for them, its text and its negotiation, and a rail that says where it stands. */
export default function AgreementCentre({ view, fulfilmentId, openFulfilment }: CentreProps) {
  const { search, go } = useAgreementPlace(view.id)
  const state = stateOf(view)
  if (!state) return <PlainCentre view={view} fulfilmentId={fulfilmentId} openFulfilment={openFulfilment} />
  const part = search.part ?? firstPart(state.status)
  // Where there is room for both, what stands beside the work is no part of its own.
  const main = part === 'side' ? firstPart(state.status) : part
  return (
    <div className="agreement" data-part={part}>
      <PartsNav view={view} state={state} part={part} />
      <div className="ag-columns">
        <div className="ag-main">
          {main === 'work' && <EvidenceCard view={view} />}
          {main === 'text' && <TextPart view={view} state={state} />}
          {main === 'periods' && <PeriodTable view={view} />}
          {main === 'tasks' && (
            <TasksCard
              view={view}
              state={state}
              task={search.task ?? null}
              current={fulfilmentId}
              onOpen={openFulfilment}
              onAll={() => go({ task: undefined })}
            />
          )}
          {main === 'record' && <RecordCard caseId={view.id} />}
        </div>
        <Rail view={view} state={state} />
      </div>
    </div>
  )
}
