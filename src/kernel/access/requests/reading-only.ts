import type { ActionView } from '../../http/views.ts'
import { reason } from '../../problems/catalogue.ts'

/**
 * Whether the subjects ($4) read the case `c` by a grant alone, as SQL. take_command() tells the same of who gives a command. A statement that is
 * prepared looks each subject up by its stream.
 */
export const BY_GRANT = `(select coalesce(bool_or(v.reason like 'grant:%') and not bool_or(v.reason not like 'grant:%' and v.level >= 2), false)
  from unnest($4::uuid[]) s(id) cross join lateral (select v.reason, v.level from visible v where v.stream_id = c.id and v.subject_id = s.id
    and now() >= v.valid_from and now() < v.valid_until offset 0) v)`

/** Reading by a grant gives no actions: whatever the rules would say, this is the reason at every button. */
export const readingOnly = (actions: ActionView[]): ActionView[] => {
  const why = reason('reading-only')
  return actions.map((action) => ({ ...action, allowed: false, reason: why }))
}
