import { useQuery } from '@tanstack/react-query'
import type { AgencyView, MandateView } from '../../kernel/http/views.ts'
import { dayOf } from '../ui/dates.ts'
import { Card } from '../ui/page.tsx'
import { serverNow } from '../shell/server-time.ts'
import { count, messages, useT, useText } from '../shell/i18n.ts'
import type { Edit } from './directory-acts.ts'
import { directoryWords } from './directory-messages.ts'
import { agencyQuery } from './directory-queries.ts'
import { useSpan } from './use-span.ts'

const words = messages({ past: { vi: 'Trước đây {n}', en: 'Before {n}' } })

/** Before every fact of the directory: asked for this day, an agency tells all duties that it ever held. */
const EVER = '2000-01-01'

/** Duties over a domain and an area, from a day to a day; those that were handed over or ended stand apart. */
export const AgencyMandates = ({ view, edit }: { view: AgencyView; edit: Edit | null }) => {
  const t = useT(directoryWords)
  const own = useT(words)
  const { data: ever } = useQuery(agencyQuery(view.id, EVER))
  const today = dayOf(serverNow())
  const all = [...view.mandates, ...(ever?.mandates ?? []).filter((one) => !view.mandates.some((other) => other.id === one.id))]
  const past = all.filter((one) => one.until !== null && one.until < today).toSorted((a, b) => (b.until ?? '').localeCompare(a.until ?? ''))
  const held = all.filter((one) => one.until === null || one.until >= today)
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
      {all.length === 0 && <span className="meta">{t('mandateNone')}</span>}
      <ul className="plain-rows" hidden={held.length === 0}>
        {held.map((mandate) => (
          <Mandate key={mandate.id} mandate={mandate} edit={edit} />
        ))}
      </ul>
      {past.length > 0 && (
        <details open={held.length === 0}>
          <summary className="link">{own('past', { n: count(past.length) })}</summary>
          <ul className="plain-rows">
            {past.map((mandate) => (
              <Mandate key={mandate.id} mandate={mandate} edit={null} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

const Mandate = ({ mandate, edit }: { mandate: MandateView; edit: Edit | null }) => {
  const t = useT(directoryWords)
  const text = useText()
  const span = useSpan()
  return (
    <li className="contact">
      <span className="grow">
        {text(mandate.domainName)}, {mandate.areaName} <span className="meta">{span(mandate.from, mandate.until)}</span>
      </span>
      {edit && !mandate.until && (
        <button type="button" className="plain-button link" onClick={() => edit('mandate.transfer', mandate.id)}>
          {t('transfer')}
        </button>
      )}
    </li>
  )
}
