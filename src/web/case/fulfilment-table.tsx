import { useInfiniteQuery } from '@tanstack/react-query'
import type { FulfilmentView } from '../../kernel/http/views.ts'
import { StatusChip } from '../ui/chip.tsx'
import { Clock } from '../ui/clock.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { messages, useT } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'
import { fulfilmentsQuery, type FulfilmentFilter } from './case-queries.ts'
import './fulfilment-table.css'

const words = messages({
  ordinal: { vi: 'Việc', en: 'No.' },
  content: { vi: 'Nội dung', en: 'Content' },
  limit: { vi: 'Thời hạn', en: 'Deadline' },
  status: { vi: 'Tình trạng', en: 'Status' },
  files: { vi: 'Tệp', en: 'Files' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  unit: { vi: 'giao {unit}', en: 'with {unit}' },
  children: { vi: '{done}/{total} đơn vị trực thuộc xong', en: '{done}/{total} subordinates done' },
})

const COLUMNS = '24px minmax(0, 1fr) 156px 158px 20px'

/** One agency's part as a row; opens over the case. */
export const FulfilmentRow = ({
  row,
  current,
  onOpen,
  withAgency = true,
  agencyFirst = false,
}: {
  row: FulfilmentView
  current: boolean
  onOpen: (id: string) => void
  withAgency?: boolean
  /** The rows tell the same work of many agencies: their name stands in its place. */
  agencyFirst?: boolean
}) => {
  const t = useT(words)
  const second = [
    withAgency && !agencyFirst ? row.agency.shortName : null,
    row.unit ? t('unit', { unit: row.unit.shortName }) : null,
    row.children ? t('children', row.children) : null,
  ].filter(Boolean)
  return (
    <button
      type="button"
      className="table-row"
      style={{ ['--cols' as string]: COLUMNS }}
      data-current={current || undefined}
      data-fulfilment={row.id}
      onClick={() => onOpen(row.id)}
    >
      <span className="meta">{row.ordinal}</span>
      <span>
        <span className="two-lines">{agencyFirst ? row.agency.name : row.title}</span>
        {second.length > 0 && <span className="meta">{second.join(' · ')}</span>}
      </span>
      <Clock clock={row.clock} />
      <span>
        <StatusChip status={row.extensionAsked ? 'extension' : row.clock.status} />
      </span>
      <span className="table-end ink">{row.fileCount}</span>
    </button>
  )
}

/** Fulfilments of a case under a filter, by pages. */
export const FulfilmentTable = ({
  caseId,
  filter,
  current,
  onOpen,
  withAgency = true,
}: {
  caseId: string
  filter: FulfilmentFilter
  current: string | null
  onOpen: (id: string) => void
  withAgency?: boolean
}) => {
  const t = useT(words)
  const shared = useT(caseWords)
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(fulfilmentsQuery(caseId, filter))
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />
  if (!data) return <WaitingRows rows={6} />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <EmptyState text={shared('noWork')} />
  return (
    <>
      <div className="table-row table-head" style={{ ['--cols' as string]: COLUMNS }} aria-hidden="true">
        <span>{t('ordinal')}</span>
        <span>{t('content')}</span>
        <span>{t('limit')}</span>
        <span>{t('status')}</span>
        <span className="table-end">{t('files')}</span>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <FulfilmentRow row={row} current={row.id === current} onOpen={onOpen} withAgency={withAgency} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="plain-button link notifications-more" onClick={() => void fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </>
  )
}
