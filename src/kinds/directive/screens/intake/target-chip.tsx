import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import type { Entry } from '../target-entries.ts'

const labels = messages({
  remove: { vi: 'Bỏ {name}', en: 'Remove {name}' },
  unknown: { vi: 'Danh bạ chưa có tên này', en: 'Not in the directory' },
  words: { vi: 'Giữ nguyên chữ trong văn bản, không giao cho ai', en: 'Kept as written; assigned to nobody' },
})

/** A name in the colour of its role; dashed where the directory does not know a lead, plain words where it only stands beside one. */
export const TargetChip = ({ entry, party, onRemove }: { entry: Entry; party: 'lead' | 'coordinating'; onRemove?: () => void }) => {
  const t = useT(labels)
  const text = useText()
  const words = !entry.known && party === 'coordinating'
  const note = entry.known ? entry.note && text(entry.note) : t(words ? 'words' : 'unknown')
  return (
    <span
      className="target-chip"
      data-role={party}
      data-unknown={(!entry.known && !words) || undefined}
      data-words={words || undefined}
      title={note ?? undefined}
    >
      <span className="clip">{entry.label}</span>
      {!entry.known && !words && <span className="sr-only">, {t('unknown')}</span>}
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
