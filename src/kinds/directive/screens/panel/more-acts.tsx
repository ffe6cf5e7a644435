import { lazy, Suspense, useState } from 'react'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { asShown } from '../../../../web/shell/acting-post.ts'
import { holdsOwn } from '../../../../web/shell/command.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { Popover, PopoverItem } from '../../../../web/ui/popover.tsx'
import type { DirectiveState } from '../../contract.ts'
import { Opening } from '../../../../web/ui/opening.tsx'

const AddForm = lazy(() => import('../acts/add-form.tsx'))
const CancelForm = lazy(() => import('../acts/cancel-form.tsx'))
const LaterForm = lazy(() => import('../acts/later-form.tsx'))

const words = messages({
  more: { vi: 'Thêm', en: 'More' },
  export: { vi: 'Xuất Excel', en: 'Export to Excel' },
  exportNote: { vi: 'bảng tiến độ đồng chí được xem', en: 'the progress you may see' },
  addAssignment: { vi: 'Giao thêm nhiệm vụ', en: 'Add an assignment' },
  cancelAssignment: { vi: 'Huỷ một nhiệm vụ', en: 'Cancel an assignment' },
  amendBy: { vi: 'Ghi văn bản sửa đổi', en: 'Note an amending document' },
  replaceBy: { vi: 'Ghi văn bản thay thế', en: 'Note a replacing document' },
})

const COMMANDS = ['addAssignment', 'cancelAssignment', 'amendBy', 'replaceBy'] as const
type Command = (typeof COMMANDS)[number]

/** The export, and the rarer acts of the agency that runs the case; only those that are allowed now. */
export const MoreActs = ({ view, state }: { view: CaseView; state: DirectiveState }) => {
  const t = useT(words)
  const text = useText()
  const [open, setOpen] = useState<Command | null>(null)
  const action = (command: Command) => view.actions.find((one) => one.command === command)
  const mine = COMMANDS.filter(
    (command) => action(command) && action(command)?.reason?.code !== 'owner-only' && action(command)?.reason?.code !== 'no-right',
  )
  const chosen = open ? action(open) : undefined
  const close = () => setOpen(null)
  const common = chosen && holdsOwn(chosen.streamId, chosen.version) ? { view, state, action: chosen, close } : null
  return (
    <>
      <a className="board-export" href={asShown(`/api/cases/${view.id}/progress.xlsx`)} download title={t('exportNote')}>
        {t('export')}
      </a>
      {mine.length > 0 && (
        <Popover button={<span className="board-more">{t('more')} ▾</span>}>
          {(shut) =>
            mine.map((command) => {
              const reason = action(command)?.reason
              return (
                <PopoverItem
                  key={command}
                  note={reason ? text(reason.text) : undefined}
                  onClick={() => {
                    if (reason) return
                    shut()
                    setOpen(command)
                  }}
                >
                  {t(command)}
                </PopoverItem>
              )
            })
          }
        </Popover>
      )}
      <Suspense fallback={<Opening />}>
        {chosen && !common && <Opening />}
        {common && open === 'addAssignment' && <AddForm {...common} />}
        {common && open === 'cancelAssignment' && <CancelForm {...common} />}
        {common && (open === 'amendBy' || open === 'replaceBy') && <LaterForm {...common} command={open} />}
      </Suspense>
    </>
  )
}
