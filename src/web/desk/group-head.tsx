import type { DeskGroup } from '../../kernel/http/views.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { Sign } from '../ui/sign.tsx'
import { useT } from '../shell/i18n.ts'
import { counted } from './counted.ts'
import { deskWords } from './desk-messages.ts'

/** Heading of a group; the first one carries the keys. */
export const GroupHead = ({
  group,
  count,
  keys,
  onPick,
}: {
  group: DeskGroup
  count: number
  keys: boolean
  onPick: (() => void) | null
}) => {
  const t = useT(deskWords)
  return (
    <div className="group-head" data-first={keys || undefined}>
      {group === 'overdue' && <Sign name="alert" className="seal" />}
      <h2 className={group === 'overdue' ? 'seal' : undefined}>{t(group)}</h2>
      <span className="group-count">{counted(count)}</span>
      {onPick && (
        <button type="button" className="plain-button link pick-link" onClick={onPick}>
          {t('pickMany')}
        </button>
      )}
      {keys && (
        <span className="group-keys" aria-hidden="true">
          <KeyHint>↑</KeyHint>
          <KeyHint>↓</KeyHint>
          {t('choose')}
          <KeyHint>Enter</KeyHint>
          {t('do')}
          <KeyHint>O</KeyHint>
          {t('openKey')}
        </span>
      )}
    </div>
  )
}
