import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import type { FieldComparison } from '../../views.ts'

const words = messages({
  title: { vi: 'Thay đổi ngoài điều khoản', en: 'Changes outside the clauses' },
  before: { vi: 'trước', en: 'before' },
  after: { vi: 'nay', en: 'now' },
  nothing: { vi: 'không có', en: 'nothing' },
})

/** What else differs between two versions: parties, rules, funding, term. */
export const FieldChanges = ({ fields }: { fields: FieldComparison[] }) => {
  const t = useT(words)
  const text = useText()
  if (fields.length === 0) return null
  return (
    <section className="ag-fields" aria-label={t('title')}>
      <dl>
        {fields.map((field) => (
          <div key={field.field}>
            <dt>{text(field.name)}</dt>
            <dd>
              <del className="ag-word">
                <span className="sr-only">{t('before')}: </span>
                {text(field.before) || t('nothing')}
              </del>
              <ins className="ag-word">
                <span className="sr-only">{t('after')}: </span>
                {text(field.after) || t('nothing')}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
