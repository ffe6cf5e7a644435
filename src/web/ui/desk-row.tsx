import type { ReactNode } from 'react'
import './desk-row.css'

export type DeskRowProps = {
  act: string
  title: string
  /** The case's number, as a link. */
  number: ReactNode
  caseTitle: string
  asker: string
  verb: string
  /** The time that is left, or since when it waits. */
  clock: ReactNode
  current: boolean
  onAct: () => void
  onFocus: () => void
  /** A tick box, where rows can be taken together. */
  pick?: ReactNode
  /** A second act, shown with the first one on a phone's first row. */
  second?: ReactNode
  rowId: string
}

/** A row of the desk: begins with the act that is asked, ends with the time that is left. Its act button is where the focus stands. */
export const DeskRow = ({
  act,
  title,
  number,
  caseTitle,
  asker,
  verb,
  clock,
  current,
  onAct,
  onFocus,
  pick,
  second,
  rowId,
}: DeskRowProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions -- hears that the focus came into the row
  <div className="desk-row" data-current={current || undefined} data-row={rowId} onFocus={onFocus}>
    <div className="desk-row-act">
      {pick}
      <button type="button" className="desk-act" tabIndex={current ? 0 : -1} onClick={onAct} aria-label={`${act}: ${title}`}>
        {act}
        {current && (
          <span className="desk-act-key" aria-hidden="true">
            ↵
          </span>
        )}
      </button>
    </div>
    <div className="desk-row-what">
      <div className="desk-row-title" title={title}>
        {title}
      </div>
      <div className="desk-row-case">
        {number}
        <span className="desk-row-case-title">{caseTitle}</span>
        <span className="desk-row-asker-line">
          {asker} {verb}
        </span>
      </div>
    </div>
    <div className="desk-row-asker">
      <div className="clip" title={asker}>
        {asker}
      </div>
      <div className="meta clip">{verb}</div>
    </div>
    <div className="desk-row-clock">{clock}</div>
    {current && <div className="desk-row-phone">{second}</div>}
  </div>
)
