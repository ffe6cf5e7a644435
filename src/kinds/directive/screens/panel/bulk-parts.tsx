import type { FulfilmentView } from '../../../../kernel/http/views.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { isDone } from './parts.ts'
import type { BulkAct } from '../../../../web/desk/bulk-form.tsx'

const words = messages({
  picked: { vi: 'Đã chọn {n} việc', en: '{n} picked' },
  confirm: { vi: 'Xác nhận {n}', en: 'Confirm {n}' },
  return: { vi: 'Trả lại {n}', en: 'Return {n}' },
  chase: { vi: 'Đôn đốc {n}', en: 'Chase {n}' },
  noneWaits: { vi: 'Không việc nào chờ xác nhận', en: 'None waits for confirmation' },
  noneOpen: { vi: 'Không việc nào còn phải làm', en: 'None is open' },
  clear: { vi: 'Bỏ chọn', en: 'Clear' },
})

/** What may be done with the picked rows together; each act takes the rows it fits. */
export const BulkParts = ({
  rows,
  onAct,
  onClear,
}: {
  rows: FulfilmentView[]
  onAct: (act: BulkAct, rows: FulfilmentView[]) => void
  onClear: () => void
}) => {
  const t = useT(words)
  const waiting = rows.filter((row) => row.clock.status === 'waiting-confirmation')
  const open = rows.filter((row) => !isDone(row.clock.status) && row.clock.status !== 'waiting-confirmation')
  const answer = (act: 'confirm' | 'return') => (
    <ActButton small primary={act === 'confirm'} reason={waiting.length === 0 ? t('noneWaits') : null} onClick={() => onAct(act, waiting)}>
      {t(act, { n: count(waiting.length) })}
    </ActButton>
  )
  return (
    <section className="bulk-parts" aria-label={t('picked', { n: count(rows.length) })}>
      <b className="strong">{t('picked', { n: count(rows.length) })}</b>
      {answer('confirm')}
      {answer('return')}
      <ActButton small reason={open.length === 0 ? t('noneOpen') : null} onClick={() => onAct('chase', open)}>
        {t('chase', { n: count(open.length) })}
      </ActButton>
      <button type="button" className="plain-button link" onClick={onClear}>
        {t('clear')}
      </button>
    </section>
  )
}
