import { lazy, Suspense, useState } from 'react'
import type { DirectiveDocument } from '../../contract.ts'
import type { FieldDoubt } from '../../intake-contract.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { Sign } from '../../../../web/ui/sign.tsx'
import { fieldName, headerReading } from './header-fields.ts'
import { Opening } from '../../../../web/ui/opening.tsx'

const HeaderDrawer = lazy(() => import('./header-drawer.tsx'))

const words = messages({
  title: { vi: 'Thông tin văn bản:', en: 'The document:' },
  clear: { vi: '{n}/{total} mục đọc rõ', en: '{n}/{total} fields clear' },
  unclear: { vi: 'chưa đọc được {fields}', en: 'unclear: {fields}' },
  needed: { vi: 'cần điền {fields}', en: 'still needed: {fields}' },
  edit: { vi: 'Xem và sửa', en: 'View and change' },
})

/** How much of the document's head stands clear, and the form to complete it. */
export const HeaderPanel = ({
  document,
  doubts,
  onChange,
}: {
  document: DirectiveDocument
  doubts: FieldDoubt[]
  onChange: (document: DirectiveDocument, touched: FieldDoubt['field'][]) => void
}) => {
  const t = useT(words)
  const text = useText()
  const [open, setOpen] = useState(false)
  const { clear, total, unclear, missing } = headerReading(document, doubts)
  const list = (fields: typeof unclear) =>
    fields
      .slice(0, 3)
      .map((field) => text(fieldName(field)))
      .join(', ')
  return (
    <section className="header-panel" data-missing={missing.length > 0 || undefined}>
      <Sign name={missing.length > 0 ? 'triangle' : 'tick'} className={missing.length > 0 ? 'amber' : 'green'} />
      <span>
        {t('title')} <b className="strong">{t('clear', { n: clear, total })}</b>
      </span>
      <span className={missing.length > 0 ? 'amber clip meta-size' : 'quiet clip meta-size'}>
        {missing.length > 0 ? t('needed', { fields: list(missing) }) : unclear.length > 0 ? t('unclear', { fields: list(unclear) }) : ''}
      </span>
      <button type="button" className="plain-button link header-panel-edit" onClick={() => setOpen(true)}>
        {t('edit')}
      </button>
      <Suspense fallback={<Opening />}>
        {open && (
          <HeaderDrawer
            document={document}
            doubts={doubts}
            onClose={() => setOpen(false)}
            onSave={(next, touched) => {
              onChange(next, touched)
              setOpen(false)
            }}
          />
        )}
      </Suspense>
    </section>
  )
}
