import type { ActionView } from '../../http/views.ts'
import { reason } from '../../problems/catalogue.ts'

/**
 * Reading by a grant gives no actions: whatever the rules would say, this is the reason at every button. Who reads a case by a grant alone is told by
 * find_case(), and of who gives a command by what takes it up.
 */
export const readingOnly = (actions: ActionView[]): ActionView[] => {
  const why = reason('reading-only')
  return actions.map((action) => ({ ...action, allowed: false, reason: why }))
}
