import { EmptyState } from '../ui/empty-state.tsx'
import { useT } from '../shell/i18n.ts'
import { deskWords } from './desk-messages.ts'
import type { Scope } from './desk-queries.ts'

/** Nothing to do: one sentence, one way on. */
export const DeskEmpty = ({ scope, onScope, onWaiting }: { scope: Scope; onScope: (scope: Scope) => void; onWaiting: () => void }) => {
  const t = useT(deskWords)
  const toWaiting = () => {
    onWaiting()
    document.querySelector<HTMLElement>('.desk-side a')?.focus()
  }
  return (
    <EmptyState
      text={t('none')}
      action={
        <button type="button" className="plain-button link" onClick={scope === 'mine' ? () => onScope('agency') : toWaiting}>
          {scope === 'mine' ? t('noneUnit') : t('noneAction')}
        </button>
      }
    />
  )
}
