import { useEffect, type ReactNode, type Ref } from 'react'
import './page.css'

/** The one title of a screen; also the title of the browser's tab. */
export const Page = ({
  title,
  lead,
  actions,
  children,
  scroll = true,
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
  scroll?: boolean
}) => {
  useTitle(title)
  return (
    <div className="page" data-scroll={scroll || undefined}>
      <header className="page-head">
        <div className="page-head-words">
          <h1 className="page-title">{title}</h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Hiệp Đồng`
  }, [title])
}

/** A card whose heading stays while its body scrolls. */
export const Card = ({
  title,
  note,
  actions,
  children,
  flush = false,
  fill = false,
  bodyRef,
}: {
  title?: ReactNode
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Rows reach the edges. */
  flush?: boolean
  /** Takes the height that is left and scrolls alone. */
  fill?: boolean
  bodyRef?: Ref<HTMLDivElement>
}) => (
  <section className="card" data-fill={fill || undefined}>
    {title && (
      <header className="card-head">
        <h2 className="card-title">{title}</h2>
        {note && <span className="card-note">{note}</span>}
        {actions && <div className="card-actions">{actions}</div>}
      </header>
    )}
    <div className="card-body" data-flush={flush || undefined} ref={bodyRef}>
      {children}
    </div>
  </section>
)

/** Columns that each scroll alone; `template` as in CSS grid. Under 1200 px the last, under 768 px all stand below each other. */
export const Columns = ({ template, children }: { template: string; children: ReactNode }) => (
  <div className="columns" style={{ ['--columns' as string]: template }}>
    {children}
  </div>
)

export const Column = ({ children, label }: { children: ReactNode; label?: string }) => (
  <div className="column" role={label ? 'region' : undefined} aria-label={label}>
    {children}
  </div>
)
