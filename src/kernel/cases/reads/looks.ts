import type { Pool } from 'pg'
import type { Actor } from '../../access/actor.ts'

/** After so long an officer looks at a case anew, and what came since is marked. */
const NEW_LOOK = '10 minutes'

/** When the officer was here before this look, whether or not the look is written yet; `s` is their row of last_seen. */
export const SEEN_BEFORE = `case when s.seen_at < now() - interval '${NEW_LOOK}' then s.seen_at else s.before_at end`

/** Looks at the same case within this time, in milliseconds, are one, and need not be written again. */
const SAME_LOOK_MS = 60_000
const MOST_LOOKS = 50_000
/** Looks of this time, in milliseconds, are written together. */
const TOGETHER_MS = 250

type Looks = { seen: Map<string, number>; waiting: Map<string, [officerId: string, caseId: string]>; timer: NodeJS.Timeout | null }
const looksOf = new WeakMap<Pool, Looks>()

/** Remembers that the officer looks at a case now: what came since they were here before is marked as new. Exact to a minute; nobody waits for it. */
export const markSeen = (write: Pool, { officerId }: Actor, caseId: string): void => {
  const looks = looksOf.get(write) ?? { seen: new Map(), waiting: new Map(), timer: null }
  looksOf.set(write, looks)
  const look = `${officerId} ${caseId}`
  const now = Date.now()
  if (now - (looks.seen.get(look) ?? 0) < SAME_LOOK_MS) return
  if (looks.seen.size >= MOST_LOOKS) looks.seen.clear()
  looks.seen.set(look, now)
  looks.waiting.set(look, [officerId, caseId])
  looks.timer ??= setTimeout(() => void writeLooks(write, looks), TOGETHER_MS).unref()
}

const writeLooks = async (write: Pool, looks: Looks): Promise<void> => {
  // In one order always, so that two servers do not wait for each other in a circle.
  const waiting = [...looks.waiting].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, look]) => look)
  looks.waiting.clear()
  looks.timer = null
  try {
    await write.query({
      name: 'mark-seen',
      text: `insert into last_seen (officer_id, case_id, seen_at) select officer_id, case_id, now() from unnest($1::uuid[], $2::uuid[]) l(officer_id, case_id)
       on conflict (officer_id, case_id) do update set seen_at = now(),
         before_at = case when last_seen.seen_at < now() - interval '${NEW_LOOK}' then last_seen.seen_at else last_seen.before_at end`,
      values: [waiting.map(([officerId]) => officerId), waiting.map(([, caseId]) => caseId)],
    })
  } catch {
    // A mark of one's own, not a fact of a case: the next look writes it.
    for (const [officerId, caseId] of waiting) looks.seen.delete(`${officerId} ${caseId}`)
  }
}
