import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementText } from '../../contract.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { Card } from '../../../../web/ui/page.tsx'
import { useNames } from '../names.ts'
import { agencyIdsIn } from '../model.ts'
import { useClock } from '../use-clock.ts'
import { useRuleWords } from '../rule-words.ts'

const words = messages({
  title: { vi: 'Quy tắc phối hợp', en: 'Rules' },
  exchange: { vi: 'Trao đổi thông tin', en: 'Exchange of information' },
  briefing: { vi: 'Giao ban', en: 'Briefings' },
  turns: { vi: 'Lượt đăng cai sắp tới', en: 'Turns to host' },
  month: { vi: 'tháng {month}/{year}', en: '{month}/{year}' },
  review: { vi: 'Sơ kết, tổng kết', en: 'Reviews' },
  funding: { vi: 'Kinh phí', en: 'Funding' },
  term: { vi: 'Hiệu lực', en: 'Term' },
})

/** Exchange, briefings, reviews, funding and term, as the text has them; what it does not have is not shown. */
export const RulesCard = ({ view, text, since }: { view: CaseView; text: AgreementText; since: string | null }) => {
  const t = useT(words)
  const names = useNames(agencyIdsIn(text), view)
  const say = useRuleWords(names)
  return (
    <Card title={t('title')}>
      <dl className="ag-rules">
        {text.exchange.length > 0 && (
          <>
            <dt>{t('exchange')}</dt>
            <dd>
              <ul>
                {text.exchange.map((rule) => (
                  <li key={rule.id}>
                    {rule.content}
                    <div className="meta">{say.exchange(rule)}</div>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {text.briefing && (
          <>
            <dt>{t('briefing')}</dt>
            <dd>
              {say.months(text.briefing.months)}
              <div className="meta">{say.hosts(text.briefing)}</div>
              <Turns caseId={view.id} />
              {text.briefing.extraordinary && <div className="meta">{say.extraordinary}</div>}
            </dd>
          </>
        )}
        {text.review && (
          <>
            <dt>{t('review')}</dt>
            <dd>{say.review(text.review)}</dd>
          </>
        )}
        {text.funding && (
          <>
            <dt>{t('funding')}</dt>
            <dd>{text.funding}</dd>
          </>
        )}
        <dt>{t('term')}</dt>
        <dd>{say.term({ ...text.term, from: since ?? text.term.from })}</dd>
      </dl>
    </Card>
  )
}

/** The briefings that are to come, each with the party whose turn it is. */
const Turns = ({ caseId }: { caseId: string }) => {
  const t = useT(words)
  const data = useClock(caseId)
  if (!data?.briefing) return null
  return (
    <ol className="ag-turns" aria-label={t('turns')}>
      {[data.briefing, ...data.later].map(({ year, month, host }) => (
        <li key={`${year}-${month}`} className="ag-spread">
          <span>{t('month', { month, year })}</span>
          <span>{host.shortName}</span>
        </li>
      ))}
    </ol>
  )
}
