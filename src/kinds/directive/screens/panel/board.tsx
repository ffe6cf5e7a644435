import { useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { FulfilmentView } from '../../../../kernel/http/views.ts'
import { progressQuery } from '../../../../web/case/case-queries.ts'
import type { CentreProps } from '../../../../web/case/kind-screens.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { hasRight, useMe } from '../../../../web/shell/session.ts'
import { EmptyState } from '../../../../web/ui/empty-state.tsx'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { useKeys } from '../../../../web/ui/use-keys.ts'
import { WaitingRows } from '../../../../web/ui/waiting-rows.tsx'
import type { DirectiveState } from '../../contract.ts'
import { allOf } from '../case-steps.ts'
import { useNames } from '../names-query.ts'
import { BulkParts } from './bulk-parts.tsx'
import type { BulkAct } from '../../../../web/desk/bulk-form.tsx'
import { BulkPartsDrawer } from './bulk-parts-drawer.tsx'
import { GroupOfParts } from './group-of-parts.tsx'
import { MoreActs } from './more-acts.tsx'
import { usePanelSearch } from './panel-search.ts'
import { groupsOf, isIn, isPartDone, partsOf, ROLL_UP, type Grouping } from './parts.ts'
import { usePartRows } from './part-rows.ts'
import { ProgressBar, STATUS_GROUPS } from './progress-bar.tsx'
import { ViewSwitch } from './view-switch.tsx'

const words = messages({
  agency: { vi: 'Tiến độ theo cơ quan', en: 'Progress by agency' },
  deadline: { vi: 'Tiến độ theo thời hạn', en: 'Progress by deadline' },
  assignment: { vi: 'Tiến độ theo nhiệm vụ', en: 'Progress by assignment' },
  showDone: { vi: 'Hiện {n} việc đã xong', en: 'Show {n} done' },
  note: { vi: '{tasks} nhiệm vụ, {parts} phần việc', en: '{tasks} assignments, {parts} parts' },
  ordinal: { vi: 'Việc', en: 'No.' },
  content: { vi: 'Nội dung', en: 'Content' },
  limit: { vi: 'Thời hạn', en: 'Deadline' },
  status: { vi: 'Tình trạng', en: 'Status' },
  files: { vi: 'Tệp', en: 'Files' },
  none: { vi: 'Không còn việc nào đang làm.', en: 'No work is open.' },
  noneInFilter: { vi: 'Không có việc nào ở tình trạng này.', en: 'Nothing is in this status.' },
  all: { vi: 'Bỏ lọc', en: 'Clear the filter' },
})

/** Every agency's part: by agency, by deadline or by assignment; many of one class in one row; several at once. */
export const Board = ({ view, state, fulfilmentId, openFulfilment }: CentreProps & { state: DirectiveState }) => {
  const t = useT(words)
  const me = useMe()
  const [search, setSearch] = usePanelSearch(view.id)
  const list = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState<ReadonlyMap<string, FulfilmentView>>(new Map())
  const [bulk, setBulk] = useState<{ act: BulkAct; rows: FulfilmentView[] } | null>(null)
  const progress = useQuery(progressQuery(view.id))
  const loaded = usePartRows(view.id, progress.data)

  const grouping: Grouping = search.view === 'deadline' || search.view === 'assignment' ? search.view : 'agency'
  const status = search.status && search.status in STATUS_GROUPS ? search.status : null
  const mayAsk = view.owner.id === me.post.agency.id && hasRight(me, 'issue') && view.status === 'issued'
  const leads = state.assignments.flatMap((one) => (one.leads.length > ROLL_UP ? [] : one.leads))
  const names = useNames(leads, { issuerId: state.document.issuerId, date: state.document.date })
  const parts = progress.data ? partsOf(progress.data, loaded.data ?? [], state.assignments) : []
  const done = parts.filter(isPartDone).length
  const shown = parts.filter((part) => (status ? isIn(part, STATUS_GROUPS[status].statuses) : search.done === 1 || !isPartDone(part)))
  const groups = groupsOf(shown, grouping)
  const totals = progress.data?.totals ?? {}

  const pick = (row: FulfilmentView) => {
    const next = new Map(picked)
    if (!next.delete(row.id)) next.set(row.id, row)
    setPicked(next)
  }
  // What changed meanwhile is picked in its new version.
  const fresh = new Map((loaded.data ?? []).map((row) => [row.id, row]))
  const pickedRows = [...picked.values()].map((row) => fresh.get(row.id) ?? row)
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])]
  const step = (by: 1 | -1) => {
    const all = buttons()
    const at = all.findIndex((one) => one === document.activeElement || one.dataset['part'] === fulfilmentId)
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const pickFocused = () => {
    const id = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['part'] : undefined
    const row = id ? fresh.get(id) : undefined
    if (row && mayAsk) pick(row)
  }
  useKeys({ j: () => step(1), k: () => step(-1), arrowdown: () => step(1), arrowup: () => step(-1), x: pickFocused })

  const error = progress.error ?? loaded.error
  return (
    <section className="card board" data-fill>
      <header className="card-head board-head">
        <h2 className="card-title">{t(grouping)}</h2>
        <div className="card-actions">
          {done > 0 && (
            <label className="row-gap board-done">
              <input
                type="checkbox"
                checked={search.done === 1}
                onChange={(event) => setSearch({ done: event.target.checked ? 1 : undefined } as never)}
              />
              {t('showDone', { n: count(done) })}
            </label>
          )}
          <ViewSwitch
            value={grouping}
            views={['agency', 'deadline', 'assignment', ...(state.document.sourceText ? (['source'] as const) : [])]}
            onChange={(next) => setSearch({ view: next })}
          />
          <MoreActs view={view} state={state} />
        </div>
      </header>
      <ProgressBar
        totals={totals}
        note={t('note', { tasks: count(progress.data?.assignments.length ?? 0), parts: count(allOf(totals)) })}
        chosen={status}
        onChoose={(next) => setSearch({ status: next ?? undefined } as never)}
      />
      {pickedRows.length > 0 && (
        <BulkParts rows={pickedRows} onAct={(act, rows) => setBulk({ act, rows })} onClear={() => setPicked(new Map())} />
      )}
      <div className="table-row table-head board-columns" aria-hidden="true" data-pick={mayAsk || undefined}>
        <span>{t('ordinal')}</span>
        <span>{t('content')}</span>
        <span>{t('limit')}</span>
        <span>{t('status')}</span>
        <span className="table-end">{t('files')}</span>
      </div>
      <div className="board-list" ref={list} data-pick={mayAsk || undefined}>
        {error && <ErrorNote error={error} retry={() => void Promise.all([progress.refetch(), loaded.refetch()])} />}
        {!error && (!progress.data || !loaded.data) && <WaitingRows rows={8} />}
        {progress.data && loaded.data && groups.length === 0 && (
          <EmptyState
            text={status ? t('noneInFilter') : t('none')}
            action={
              status && (
                <button type="button" className="plain-button link" onClick={() => setSearch({ status: undefined } as never)}>
                  {t('all')}
                </button>
              )
            }
          />
        )}
        {(loaded.data ? groups : []).map((group) => (
          <GroupOfParts
            key={group.key}
            caseId={view.id}
            group={group}
            grouping={grouping}
            names={names}
            status={status}
            current={fulfilmentId}
            picked={mayAsk ? new Set(picked.keys()) : null}
            onPick={pick}
            onOpen={openFulfilment}
            onChase={mayAsk ? (rows) => setBulk({ act: 'chase', rows }) : null}
            onSource={state.document.sourceText ? (a) => setSearch({ view: 'source', a }) : null}
          />
        ))}
      </div>
      {bulk && (
        <BulkPartsDrawer
          act={bulk.act}
          rows={bulk.rows}
          onClose={(finished) => {
            setBulk(null)
            if (finished) setPicked(new Map())
          }}
        />
      )}
    </section>
  )
}
