import AnswerDrawer from '../access/answer-drawer.tsx'
import ActDrawer from '../case/acts/act-drawer.tsx'
import { commandsFor } from '../case/acts/acts.ts'
import type { Doing } from './desk-page.tsx'

const focusRow = (id: string) => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] .desk-act`)?.focus()

/** The act of a row, over the desk. Closed without doing it, the focus goes back to the row; done, the list moves on by itself. */
export default function DeskActDrawer({ doing, onClose }: { doing: Doing; onClose: () => void }) {
  const { row, command } = doing
  const close = () => {
    onClose()
    requestAnimationFrame(() => focusRow(row.id))
  }
  if (row.streamType === 'access') return <AnswerDrawer key={row.id} id={row.streamId} onClose={close} onDone={onClose} />
  return (
    <ActDrawer
      key={`${row.id}-${command}`}
      fulfilmentId={row.streamId}
      version={row.version}
      commands={commandsFor(row.act)}
      first={command}
      onClose={close}
      onDone={onClose}
    />
  )
}
