import { useState } from 'react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { FulfilmentView, ProgressView } from '../../../../kernel/http/views.ts'
import { fulfilmentsQuery } from '../../../../web/case/case-queries.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { StatusChip } from '../../../../web/ui/chip.tsx'
import { Clock } from '../../../../web/ui/clock.tsx'
import { ChevronIcon } from '../../../../web/ui/icons.tsx'
import { WaitingRows } from '../../../../web/ui/waiting-rows.tsx'
import { countOf } from '../case-steps.ts'
import { PartRow } from './part-row.tsx'
import { rowsOfAssignment } from './part-rows.ts'
import { worstOf } from './parts.ts'
import { STATUS_GROUPS, type StatusGroup } from './progress-bar.tsx'

const words = messages({
  submitted: { vi: '{n} đã nộp', en: '{n} submitted' },
  open: { vi: '{n} chưa nộp', en: '{n} not yet' },
  back: { vi: '{n} trả lại, không nhận', en: '{n} returned or declined' },
  extension: { vi: '{n} xin gia hạn', en: '{n} ask for time' },
  more: { vi: 'Xem thêm {n} đơn vị', en: '{n} more agencies' },
  next: { vi: 'Xem thêm', en: 'More' },
  chase: { vi: 'Đôn đốc {n} đơn vị chưa nộp', en: 'Chase {n} that have not submitted' },
  loading: { vi: 'Đang lấy danh sách…', en: 'Loading the list…' },
})

const OPEN = ['overdue', 'due-soon', 'in-time', 'not-begun', 'returned'] as const

/** Many agencies of one assignment in one row; it opens into them, page by page. */
export const ClassRow = ({
  caseId,
  progress,
  title,
  status,
  current,
  picked,
  onPick,
  onOpen,
  onChase,
}: {
  caseId: string
  progress: ProgressView['assignments'][number]
  title: string
  status: StatusGroup | null
  current: string | null
  /** Null where rows cannot be picked. */
  picked: ReadonlySet<string> | null
  onPick: (row: FulfilmentView) => void
  onOpen: (id: string) => void
  /** Null where the officer may not chase. */
  onChase: ((rows: FulfilmentView[]) => void) | null
}) => {
  const t = useT(words)
  const client = useQueryClient()
  const [open, setOpen] = useState(status !== null)
  const [loading, setLoading] = useState(false)
  const only = status ? STATUS_GROUPS[status].statuses : null
  // A single status can be asked of the server; a group of them is filtered here.
  const filter = { assignment: progress.assignmentId, ...(only?.length === 1 ? { status: only[0] } : {}) }
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(fulfilmentsQuery(caseId, filter))
  const rows = (data?.pages.flatMap((page) => page.rows) ?? []).filter((row) => !only || only.includes(row.clock.status))
  const { counts } = progress
  const submitted = countOf(counts, 'waiting-confirmation', 'done-in-time', 'done-late')
  const left = countOf(counts, 'overdue', 'due-soon', 'in-time', 'not-begun', 'suspended')
  const back = countOf(counts, 'returned', 'declined')
  const asking = hasNextPage ? 0 : rows.filter((row) => row.extensionAsked).length
  const summary = [
    t('submitted', { n: count(submitted) }),
    t('open', { n: count(left) }),
    back > 0 ? t('back', { n: count(back) }) : null,
    asking > 0 ? t('extension', { n: count(asking) }) : null,
  ].filter(Boolean)
  // One whose limit still runs tells it in working days, as everywhere; one that is done tells none.
  const sample = rows.find((row) => row.clock.dueAt === progress.dueAt && row.clock.workingDays !== null)?.clock
  const clock = sample
    ? { ...sample, status: worstOf(counts) }
    : { dueAt: progress.dueAt, status: worstOf(counts), overdue: false, workingDays: null, suspendedSince: null, nextChangeAt: null }
  const chase = async () => {
    if (!onChase) return
    setLoading(true)
    try {
      const all = await client.fetchQuery({
        queryKey: ['case', caseId, 'part-rows', progress.assignmentId],
        queryFn: ({ signal }) => rowsOfAssignment(caseId, progress.assignmentId, signal),
      })
      onChase(all.filter((row) => (OPEN as readonly string[]).includes(row.clock.status)))
    } finally {
      setLoading(false)
    }
  }
  return (
    <li className="part-class" data-open={open || undefined}>
      <button
        type="button"
        className="table-row part-row"
        aria-expanded={open}
        data-part={progress.assignmentId}
        onClick={() => setOpen(!open)}
      >
        <span className="part-ordinal">{progress.ordinal}</span>
        <span className="part-what">
          <span className="clip" title={title}>
            {title}
          </span>
          <span className="meta clip">{summary.join(', ')}</span>
        </span>
        <span className="part-clock">
          <Clock clock={clock} />
        </span>
        <span>
          <StatusChip status={worstOf(counts)} />
        </span>
        <span className="table-end ink class-count">
          {count(submitted)}
          <ChevronIcon />
        </span>
      </button>
      {open && (
        <div className="class-inside">
          {onChase && left > 0 && (
            <div className="class-acts">
              <button type="button" className="plain-button link" onClick={() => void chase()}>
                {loading ? t('loading') : t('chase', { n: count(countOf(counts, ...OPEN)) })}
              </button>
            </div>
          )}
          {!data && <WaitingRows rows={3} />}
          <ul>
            {rows.map((row) => (
              <PartRow
                key={row.id}
                row={row}
                note=""
                agencyFirst
                current={row.id === current}
                picked={picked ? picked.has(row.id) : null}
                onPick={onPick}
                onOpen={onOpen}
              />
            ))}
          </ul>
          {hasNextPage && (
            <button
              type="button"
              className="plain-button link class-more"
              onClick={() => void fetchNextPage()}
              aria-busy={isFetchingNextPage}
            >
              {only ? t('next') : t('more', { n: count(Math.max(0, progress.total - rows.length)) })}
            </button>
          )}
        </div>
      )}
    </li>
  )
}
