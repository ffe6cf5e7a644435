import type { AgencyView } from '../../kernel/http/views.ts'
import { officialDay } from '../ui/dates.ts'
import { Card } from '../ui/page.tsx'
import { useT } from '../shell/i18n.ts'
import { AgencyLinks } from './agency-links.tsx'
import { directoryWords } from './directory-messages.ts'

const known = (certainty: string): certainty is 'sourced' | 'general' | 'unverified' =>
  ['sourced', 'general', 'unverified'].includes(certainty)

/** What it was called, what it took over, what took it over, and how far that is known. */
export const AgencyHistory = ({ view }: { view: AgencyView }) => {
  const t = useT(directoryWords)
  return (
    <Card title={t('history')}>
      <dl className="facts">
        {view.formerNames.length > 0 && (
          <>
            <dt>{t('formerName')}</dt>
            <dd>
              {view.formerNames.map((former) => (
                <div key={former.name}>
                  {former.name} <span className="meta">{former.until && t('untilDay', { day: officialDay(former.until) })}</span>
                </div>
              ))}
            </dd>
          </>
        )}
        {view.predecessors.length > 0 && (
          <>
            <dt>{t('succeeds')}</dt>
            <dd>
              <AgencyLinks agencies={view.predecessors} />
            </dd>
          </>
        )}
        {view.successors.length > 0 && (
          <>
            <dt>{t('succeeded')}</dt>
            <dd>
              <AgencyLinks agencies={view.successors} />
            </dd>
          </>
        )}
        {known(view.certainty) && (
          <>
            <dt>{t('certainty')}</dt>
            <dd>{t(view.certainty)}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}
