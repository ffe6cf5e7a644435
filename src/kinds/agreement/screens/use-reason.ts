import type { CaseView } from '../../../kernel/http/views.ts'
import { useText } from '../../../web/shell/i18n.ts'
import type { CommandName } from '../contract.ts'
import { actionOf } from './model.ts'

/** Why a command is refused now, in words; null where it is allowed. */
export const useReason = (view: CaseView, command: CommandName): string | null => {
  const text = useText()
  const action = actionOf(view, command)
  return action && !action.allowed && action.reason ? text(action.reason.text) : null
}
