import type { AgencyView } from '../../kernel/http/views.ts'
import { Card } from '../ui/page.tsx'
import { useT, useText } from '../shell/i18n.ts'
import type { Edit } from './directory-acts.ts'
import { directoryWords } from './directory-messages.ts'
import { useSpan } from './use-span.ts'

/** Duties over a domain and an area, from a day to a day. */
export const AgencyMandates = ({ view, edit }: { view: AgencyView; edit: Edit | null }) => {
  const t = useT(directoryWords)
  const text = useText()
  const span = useSpan()
  return (
    <Card
      title={t('mandates')}
      actions={
        edit && (
          <button type="button" className="plain-button link" onClick={() => edit('mandate.create')}>
            {t('add')}
          </button>
        )
      }
    >
      {view.mandates.length === 0 && <span className="meta">{t('mandateNone')}</span>}
      <ul className="plain-rows">
        {view.mandates.map((mandate) => (
          <li key={mandate.id} className="contact">
            <span className="grow">
              {text(mandate.domainName)}, {mandate.areaName} <span className="meta">{span(mandate.from, mandate.until)}</span>
            </span>
            {edit && !mandate.until && (
              <button type="button" className="plain-button link" onClick={() => edit('mandate.transfer', mandate.id)}>
                {t('transfer')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
