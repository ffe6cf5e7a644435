import type { CaseView } from '../../../kernel/http/views.ts'
import type { AgreementState } from '../contract.ts'
import { FulfilmentTable } from '../../../web/case/fulfilment-table.tsx'
import { messages, useT } from '../../../web/shell/i18n.ts'
import { Card } from '../../../web/ui/page.tsx'

const words = messages({
  title: { vi: 'Việc đã giao', en: 'Work assigned' },
  all: { vi: 'Xem mọi việc', en: 'Show all work' },
})

/** The work that the clauses gave rise to, by accountable agency; of one assignment where one was chosen. */
export const TasksCard = ({
  view,
  state,
  task,
  current,
  onOpen,
  onAll,
}: {
  view: CaseView
  state: AgreementState
  task: string | null
  current: string | null
  onOpen: (id: string) => void
  onAll: () => void
}) => {
  const t = useT(words)
  const chosen = state.assignments.find((one) => one.id === task)
  return (
    <Card
      fill
      flush
      title={chosen?.title ?? t('title')}
      actions={
        task && (
          <button type="button" className="plain-button link" onClick={onAll}>
            {t('all')}
          </button>
        )
      }
    >
      <FulfilmentTable caseId={view.id} filter={task ? { assignment: task } : {}} current={current} onOpen={onOpen} />
    </Card>
  )
}
