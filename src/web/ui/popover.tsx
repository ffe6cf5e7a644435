import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import './popover.css'

/** A button that opens a small panel under it. Escape and a press elsewhere close it; the focus goes back to the button. */
export const Popover = ({
  label,
  button,
  className = 'plain-button',
  children,
  align = 'end',
}: {
  /** Name of the button for screen readers, where its content is not words enough. */
  label?: string
  button: ReactNode
  className?: string
  children: (close: () => void) => ReactNode
  align?: 'start' | 'end'
}) => {
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    document.getElementById(`${id}-button`)?.focus()
  }
  useEffect(() => {
    if (!open) return
    place.current?.querySelector<HTMLElement>('.popover :is(button, a[href], input):not([tabindex="-1"])')?.focus()
    const outside = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only listens for Escape of what is inside
    <div
      className="popover-place"
      ref={place}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        type="button"
        id={`${id}-button`}
        className={className}
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div className="popover" id={id} data-align={align}>
          {children(close)}
        </div>
      )}
    </div>
  )
}

/** A line of a popover that does something. */
export const PopoverItem = ({
  children,
  note,
  chosen,
  onClick,
}: {
  children: ReactNode
  note?: ReactNode
  chosen?: boolean
  onClick: () => void
}) => (
  <button type="button" className="popover-item" aria-pressed={chosen} onClick={onClick}>
    <span>{children}</span>
    {note && <span className="meta">{note}</span>}
  </button>
)
