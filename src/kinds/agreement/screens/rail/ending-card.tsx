import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementState, Ending } from '../../contract.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import { Card } from '../../../../web/ui/page.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import { standingOf } from '../model.ts'
import { useNames } from '../names.ts'

const words = messages({
  title: { vi: 'Đề nghị kết thúc', en: 'Proposed to end' },
  by: { vi: '{agency} đề nghị, từ {day}', en: '{agency}, from {day}' },
  agreed: { vi: 'đồng ý', en: 'agrees' },
  waits: { vi: 'chưa trả lời', en: 'no answer yet' },
})

/** A proposal to end, and which parties agree. */
export const EndingCard = ({ view, state, ending }: { view: CaseView; state: AgreementState; ending: Ending }) => {
  const t = useT(words)
  const parties = standingOf(state)?.text.parties ?? []
  const names = useNames(
    parties.map((party) => party.agencyId),
    view,
  )
  return (
    <Card title={t('title')}>
      <p>{ending.reason}</p>
      <p className="meta">{t('by', { agency: names(ending.byAgencyId)?.shortName ?? '…', day: officialDay(ending.on) })}</p>
      <ul className="ag-progress">
        {parties.map((party) => {
          const agreed = ending.agreedIds.includes(party.agencyId)
          return (
            <li key={party.agencyId}>
              <Sign name={agreed ? 'tick' : 'ring'} className={agreed ? 'green' : ''} />
              <span>{names(party.agencyId)?.shortName ?? '…'}</span>
              <span className="meta">{t(agreed ? 'agreed' : 'waits')}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
