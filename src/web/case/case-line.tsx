import { Link } from '@tanstack/react-router'
import type { CaseRow } from '../../kernel/http/views.ts'
import { capital } from '../ui/capital.ts'
import { Chip } from '../ui/chip.tsx'
import { moment } from '../ui/dates.ts'
import { count, useT } from '../shell/i18n.ts'
import type { CaseColumn, KindScreens } from './kind-screens.ts'
import { listWords } from './case-list-messages.ts'

/** Columns of the list: the case, the kind's own, status, progress, last change. */
export const columnsOf = (columns: CaseColumn[]): string =>
  `minmax(0, 1fr) ${columns.length > 0 ? columns.map((column) => column.width).join(' ') : '170px'} 150px 130px 96px`

/** A case as a row. The link is the focus; Enter opens it. */
export const CaseLine = ({
  row,
  kind,
  columns,
  template,
  current,
  onFocus,
}: {
  row: CaseRow
  kind: KindScreens | undefined
  columns: CaseColumn[]
  template: string
  current: boolean
  onFocus: () => void
}) => {
  const t = useT(listWords)
  const look = kind?.statuses[row.status]
  const { progress } = row
  return (
    <div data-row={row.id}>
      <Link
        to={`/case/${row.id}`}
        className="table-row desk-act-row desk-act"
        style={{ ['--cols' as string]: template }}
        data-current={current || undefined}
        tabIndex={current ? 0 : -1}
        onFocus={onFocus}
      >
        <span className="case-cell">
          <span className="case-cell-title clip">{capital(row.title)}</span>
          <span className="meta clip">
            <b className="ink strong">{row.number || '–'}</b> {t(row.role).toLowerCase()}
          </span>
        </span>
        {columns.map((column) => (
          <span key={column.key} className={column.align === 'end' ? 'table-end cell' : 'cell'}>
            {column.render(row)}
          </span>
        ))}
        {columns.length === 0 && <span className="cell clip">{row.owner.shortName}</span>}
        <span className="cell">{look ? <Chip look={look} /> : row.status}</span>
        <span className="cell">
          {progress && progress.total > 0 && (
            <>
              {count(progress.done)}/{count(progress.total)}
              {progress.overdue > 0 && <span className="seal strong"> {t('overdue', { n: count(progress.overdue) })}</span>}
            </>
          )}
        </span>
        <span className="meta table-end">{moment(row.updatedAt)}</span>
      </Link>
    </div>
  )
}
