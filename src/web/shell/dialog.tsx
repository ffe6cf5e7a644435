import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useOverlay } from '../ui/use-keys.ts'
import './dialog.css'

/** The browser's own modal dialog: it keeps the focus inside and gives it back. For the palette and the help; forms use FormDrawer. */
export const Dialog = ({
  label,
  onClose,
  children,
  className = '',
}: {
  label: string
  onClose: () => void
  children: ReactNode
  className?: string
}) => {
  const ref = useRef<HTMLDialogElement>(null)
  useOverlay(true)
  // Closed while it still stands in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a press on the backdrop; Escape is the way by keyboard
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
