import { useCallback, useEffect, useRef, useState } from 'react'
import type { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { DeskGroup, DeskRow as Row, DeskView } from '../../kernel/http/views.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { VirtualList, type VirtualItem } from '../ui/virtual-list.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT } from '../shell/i18n.ts'
import { usePlace } from '../shell/use-place.ts'
import { actPlace, overCase } from './desk-acts.ts'
import { BulkBar } from './bulk-bar.tsx'
import { DeskEmpty } from './desk-empty.tsx'
import { DeskLine } from './desk-line.tsx'
import { deskWords } from './desk-messages.ts'
import type { Doing } from './desk-page.tsx'
import type { Scope } from './desk-queries.ts'
import { GroupHead } from './group-head.tsx'
import { useCurrentRow } from './use-current-row.ts'

type List = ReturnType<typeof useInfiniteQuery<DeskView, Error, { pages: DeskView[]; pageParams: unknown[] }>>

const estimate = () => (window.innerWidth < 768 ? 86 : 50)

/** The list of what is asked, by groups, with its keys. */
export const DeskList = ({
  list,
  scope,
  place,
  onDo,
  onScope,
  onWaiting,
  resting,
}: {
  list: List
  scope: Scope
  place: string
  onDo: (doing: Doing) => void
  onScope: (scope: Scope) => void
  onWaiting: () => void
  /** A form stands over the list. */
  resting: boolean
}) => {
  const t = useT(deskWords)
  const navigate = useNavigate()
  const scroller = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [picking, setPicking] = useState(false)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const kept = usePlace(`desk.${place}`, scroller, list.data !== undefined)
  const { current, choose, move, focus } = useCurrentRow(
    rows.map((row) => row.id),
    kept.id,
  )
  const row = rows.find((one) => one.id === current)
  useEffect(() => kept.note(current), [kept, current])

  // After an act its row leaves the list: the focus goes to the one that took its place.
  const before = useRef<string | null>(null)
  useEffect(() => {
    const lost = before.current !== null && before.current !== current && !rows.some((one) => one.id === before.current)
    before.current = current
    if (!lost || resting) return
    if (current) focus(current)
    else document.querySelector<HTMLElement>('.empty-state button')?.focus()
  })

  const act = (one: Row, command: string | null = null) => {
    choose(one.id)
    const where = actPlace(one)
    if ('form' in where) onDo({ row: one, command })
    else void navigate({ to: where.to })
  }
  const stopPicking = () => {
    setPicking(false)
    setPicked(new Set())
  }
  const pick = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
  }
  const open = () => row && void navigate({ to: `/case/${row.caseId}`, search: overCase(row) })
  useKeys({
    arrowdown: () => move(1),
    arrowup: () => move(-1),
    j: () => move(1),
    k: () => move(-1),
    enter: () => row && act(row),
    o: () => void open(),
    x: () => {
      if (row?.act !== 'confirm') return
      setPicking(true)
      pick(row.id)
    },
    '/': () => document.getElementById('desk-kind')?.focus(),
    escape: stopPicking,
  })

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  if (list.isPending)
    return (
      <section className="card desk-card">
        <WaitingRows rows={10} />
      </section>
    )
  if (list.error && !list.data)
    return (
      <section className="card desk-card">
        <ErrorNote error={list.error} retry={() => void list.refetch()} />
      </section>
    )

  const counts = list.data?.pages[0]?.counts
  const confirmable = rows.filter((one) => one.act === 'confirm').length
  const items: VirtualItem[] = []
  let group: DeskGroup | null = null
  for (const one of rows) {
    if (one.group !== group) {
      group = one.group
      const name = group
      const isFirst = items.length === 0
      items.push({
        key: `group-${name}`,
        estimate: 30,
        render: () => (
          <GroupHead
            group={name}
            count={counts?.[name] ?? 0}
            keys={isFirst}
            onPick={isFirst && !picking && confirmable > 1 ? () => setPicking(true) : null}
          />
        ),
      })
    }
    items.push({
      key: one.id,
      estimate: estimate(),
      render: () => (
        <DeskLine
          row={one}
          current={one.id === current}
          onAct={(command) => act(one, command)}
          onFocus={() => choose(one.id)}
          picked={picked.has(one.id)}
          picking={picking}
          onPick={() => pick(one.id)}
        />
      ),
    })
  }
  const pickedRows = rows.filter((one) => picked.has(one.id))
  return (
    <section className="card desk-card" data-picking={picking || undefined}>
      {pickedRows.length > 0 && <BulkBar rows={pickedRows} onDone={stopPicking} />}
      <div className="desk-scroll" ref={scroller}>
        {rows.length === 0 ? (
          <DeskEmpty scope={scope} onScope={onScope} onWaiting={onWaiting} />
        ) : (
          <VirtualList items={items} scroller={scroller} onEnd={onEnd} bring={current} label={t('list')} />
        )}
      </div>
    </section>
  )
}
