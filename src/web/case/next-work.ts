import { useInfiniteQuery } from '@tanstack/react-query'
import type { CaseView, FulfilmentView, ProgressView } from '../../kernel/http/views.ts'
import type { Text } from '../shell/i18n.ts'
import { useMe } from '../shell/session.ts'
import { acts, commandsFor } from './acts/acts.ts'
import { fulfilmentsQuery } from './case-queries.ts'

export type NextWork = { fulfilment: FulfilmentView | null; label: Text; commands: string[]; chase: boolean }

const none: Text = { vi: '', en: '' }
const askOf = (row: FulfilmentView): string | null => {
  if (row.state === 'assigned') return 'accept'
  if (row.state === 'returned') return 'resubmit'
  return row.state === 'accepted' || row.state === 'in-progress' ? 'submit' : null
}
const dueOf = (row: FulfilmentView): string => row.clock.dueAt ?? '9999'

/** What the officer's own agency is to do next in this case: its earliest work, or, as the one who asks, the first result that waits. */
export const useNextWork = (view: CaseView, progress: ProgressView | undefined): NextWork | null => {
  const me = useMe()
  const isOwner = view.owner.id === me.post.agency.id
  const waits = isOwner && (progress?.totals['waiting-confirmation'] ?? 0) > 0
  const own = useInfiniteQuery({ ...fulfilmentsQuery(view.id, { agency: me.post.agency.id }), enabled: me.post.rights.includes('answer') })
  const waiting = useInfiniteQuery({
    ...fulfilmentsQuery(view.id, { status: 'waiting-confirmation' }),
    enabled: waits && me.post.rights.includes('issue'),
  })
  const chase = isOwner && me.post.rights.includes('issue') && (progress?.totals.overdue ?? 0) > 0

  const work = (own.data?.pages.flatMap((page) => page.rows) ?? [])
    .filter((row) => askOf(row) !== null)
    .sort((a, b) => dueOf(a).localeCompare(dueOf(b)))[0]
  const result = waits ? waiting.data?.pages[0]?.rows[0] : undefined
  const chosen = work ?? result
  if (!chosen) return chase ? { fulfilment: null, label: none, commands: [], chase } : null
  const ask = work ? (askOf(work) ?? 'submit') : 'confirm'
  const commands = commandsFor(ask)
  return { fulfilment: chosen, label: acts[commands[0] ?? '']?.label ?? none, commands, chase }
}
