import type { ReactNode } from 'react'

/** A section of the form, with its heading and where it came from in the source. */
export const Section = ({
  id,
  title,
  note,
  span,
  actions,
  children,
}: {
  id: string
  title: string
  note?: ReactNode
  span?: string
  actions?: ReactNode
  children: ReactNode
}) => (
  <section className="card age-section" id={`s-${id}`} aria-labelledby={`h-${id}`} data-span={span}>
    <header className="card-head">
      <h2 className="card-title" id={`h-${id}`}>
        {title}
      </h2>
      {note && <span className="card-note">{note}</span>}
      {actions && <div className="card-actions">{actions}</div>}
    </header>
    <div className="card-body stack">{children}</div>
  </section>
)
