import type { CaseView } from '../../../../kernel/http/views.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { PlusIcon } from '../../../../web/ui/icons.tsx'
import { Popover, PopoverItem } from '../../../../web/ui/popover.tsx'
import type { ClauseEvidence } from '../../views.ts'
import { actionOf } from '../model.ts'
import type { Doing } from './clause-forms.tsx'

const words = messages({
  acts: { vi: 'Thêm việc cho {label}', en: 'Add to {label}' },
  addEvidence: { vi: 'Thêm minh chứng', en: 'Add evidence' },
  assign: { vi: 'Giao việc', en: 'Assign work' },
  tie: { vi: 'Gắn hồ sơ', en: 'Tie a case' },
  open: { vi: 'Xem đầy đủ', en: 'Show all of it' },
})

const ACTS = ['addEvidence', 'assign', 'tie'] as const

/** What can be added to a clause; a refused act says why. */
export const ClauseActs = ({
  view,
  clause,
  onDo,
  onOpen,
}: {
  view: CaseView
  clause: ClauseEvidence
  onDo: (doing: Doing) => void
  onOpen: (clauseId: string) => void
}) => {
  const t = useT(words)
  const text = useText()
  return (
    <Popover className="plain-button ag-add" label={t('acts', { label: text(clause.label) })} button={<PlusIcon />}>
      {(close) => (
        <>
          {ACTS.map((command) => {
            const action = actionOf(view, command)
            if (!action) return null
            return (
              <PopoverItem
                key={command}
                note={action.allowed ? null : action.reason && text(action.reason.text)}
                onClick={() => {
                  close()
                  if (action.allowed) onDo({ command, clauseId: clause.clauseId })
                }}
              >
                {t(command)}
              </PopoverItem>
            )
          })}
          <PopoverItem
            onClick={() => {
              close()
              onOpen(clause.clauseId)
            }}
          >
            {t('open')}
          </PopoverItem>
        </>
      )}
    </Popover>
  )
}
