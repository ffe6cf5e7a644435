import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import type { Entry } from '../target-entries.ts'

const words = messages({
  remove: { vi: 'Bỏ {name}', en: 'Remove {name}' },
  unknown: { vi: 'Danh bạ chưa có tên này', en: 'Not in the directory' },
})

/** A name in the colour of its role; dashed where the directory does not know it. */
export const TargetChip = ({ entry, party, onRemove }: { entry: Entry; party: 'lead' | 'coordinating'; onRemove?: () => void }) => {
  const t = useT(words)
  const text = useText()
  const note = entry.known ? entry.note && text(entry.note) : t('unknown')
  return (
    <span className="target-chip" data-role={party} data-unknown={!entry.known || undefined} title={note ?? undefined}>
      <span className="clip">{entry.label}</span>
      {!entry.known && <span className="sr-only">, {t('unknown')}</span>}
      {onRemove && (
        <button
          type="button"
          className="target-chip-remove"
          aria-label={t('remove', { name: entry.label })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onRemove}
        >
          ×
        </button>
      )}
    </span>
  )
}
