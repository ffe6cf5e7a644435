import { useEffect } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TimelineEntry } from '../../kernel/http/views.ts'
import { moment } from '../ui/dates.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Sign } from '../ui/sign.tsx'
import { Timeline, type TimelineItem } from '../ui/timeline.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { count, useT, useText } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'
import { timelineQuery } from './case-queries.ts'
import { FileLink } from './file-links.tsx'

const FAR_MS = 60_000
const ENOUGH = 3
const FAR_PAGES = 8
/** What went wrong or pressed stands out in the record. */
const PRESSING = new Set(['fulfilment.chased', 'fulfilment.returned', 'fulfilment.declined'])

/** Events of the case, or of one stream under it, newest first. */
export const RecordList = ({ caseId, streamId = null }: { caseId: string; streamId?: string | null }) => {
  const t = useT(caseWords)
  const text = useText()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(timelineQuery(caseId, streamId))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  // A page may hold little that is told (saves of a draft are not): some are read on without being asked.
  const readOn = rows.length < ENOUGH && (data?.pages.length ?? 0) < FAR_PAGES && hasNextPage && !isFetchingNextPage
  useEffect(() => {
    if (readOn) void fetchNextPage()
  }, [readOn, fetchNextPage])
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />
  if (!data) return <WaitingRows rows={5} />
  const item = (row: TimelineEntry): TimelineItem => {
    const late = Date.parse(row.recordedAt) - Date.parse(row.effectiveAt) > FAR_MS
    const who = [row.officer?.title, row.agency?.shortName].filter(Boolean).join(', ')
    return {
      key: row.seq,
      when: moment(row.recordedAt),
      text: text(row.text),
      who: late ? `${who} · ${t('effective', { time: moment(row.effectiveAt) })}` : who,
      proof: (
        <>
          <Sign name="shield" size={13} />
          {t('receipt', { seq: count(Number(row.seq)) })}
          {row.files.map((file) => (
            <FileLink key={file.id} file={file} name={file.name} />
          ))}
        </>
      ),
      fresh: row.fresh,
      tone: PRESSING.has(row.type) ? 'seal' : 'plain',
    }
  }
  return (
    <>
      {rows.length === 0 && !hasNextPage ? <EmptyState text={t('noEvents')} /> : <Timeline label={t('record')} items={rows.map(item)} />}
      {hasNextPage && (
        <button type="button" className="plain-button link" onClick={() => void fetchNextPage()}>
          {t('older')}
        </button>
      )}
    </>
  )
}
