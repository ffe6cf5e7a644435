import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import type { ComparisonView } from '../../views.ts'

const words = messages({
  said: { vi: 'Bản {to} so với bản {from},', en: 'Version {to} against version {from},' },
  changed: { vi: '{n} sửa', en: '{n} changed' },
  added: { vi: '{n} thêm', en: '{n} added' },
  removed: { vi: '{n} bỏ', en: '{n} removed' },
  same: { vi: '{n} giữ nguyên', en: '{n} kept' },
  only: { vi: 'Chỉ hiện chỗ thay đổi', en: 'Changes only' },
  legend: { vi: 'Chữ thêm gạch chân, chữ bỏ gạch ngang.', en: 'Added words are underlined, removed ones struck through.' },
})

/** How much differs between two versions, and what the marks mean. */
export const ChangeCounts = ({
  comparison,
  only,
  onOnly,
}: {
  comparison: ComparisonView
  only: boolean
  onOnly: (only: boolean) => void
}) => {
  const t = useT(words)
  const { counts, from, to } = comparison
  return (
    <div className="ag-changes">
      <span>
        <b className="strong">{t('said', { from, to })}</b>{' '}
        {(['changed', 'added', 'removed', 'same'] as const)
          .filter((kind) => counts[kind] > 0)
          .map((kind) => t(kind, { n: count(counts[kind]) }))
          .join(', ')}
        . <span className="meta">{t('legend')}</span>
      </span>
      <label className="row-gap">
        <input type="checkbox" checked={only} onChange={(event) => onOnly(event.target.checked)} />
        {t('only')}
      </label>
    </div>
  )
}
