import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementParty, AgreementState, AgreementText } from '../../contract.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import { Card } from '../../../../web/ui/page.tsx'
import { agencyIdsIn } from '../model.ts'
import { useNames, type Names } from '../names.ts'
import { roleWords } from '../words.ts'

const words = messages({
  title: { vi: 'Bên tham gia', en: 'Parties' },
  contact: { vi: 'đầu mối: {title}', en: 'contact: {title}' },
  successor: { vi: 'kế thừa {name} từ {day}', en: 'succeeds {name} since {day}' },
  successorOnly: { vi: 'kế thừa {name}', en: 'succeeds {name}' },
  mine: { vi: 'đơn vị của đồng chí', en: 'your agency' },
})

const DAY_MS = 24 * 3600_000

/** Since when the party stands in the place of the body that signed: the day after that body's last. */
const sinceOf = (party: AgreementParty, names: Names): string | null => {
  const since = names(party.agencyId)?.since
  if (since) return officialDay(since)
  const last = names(party.formerId)?.validUntil
  return last ? officialDay(new Date(Date.parse(`${last}T00:00:00Z`) + DAY_MS).toISOString()) : null
}

/** Who takes part, with contact points, divisions and whom a party succeeded. */
export const PartiesCard = ({ view, text }: { view: CaseView; state: AgreementState; text: AgreementText }) => {
  const t = useT(words)
  const say = useText()
  const me = useMe()
  const names = useNames(agencyIdsIn(text), view)
  const many = new Set(text.parties.map((party) => party.role)).size > 1
  return (
    <Card title={t('title')} note={text.parties.length > 2 ? text.parties.length : null}>
      <ul className="ag-parties">
        {text.parties.map((party) => {
          const former = party.formerId ? names(party.formerId)?.shortName : names(party.agencyId)?.formerName
          const since = sinceOf(party, names)
          const unit = names(party.unitId)
          return (
            <li key={party.agencyId}>
              <Link to={`/directory/${party.agencyId}`}>{names(party.agencyId)?.name ?? '…'}</Link>
              {(many || party.agencyId === me.post.agency.id) && (
                <div className="meta">
                  {[many ? say(roleWords[party.role]).toLowerCase() : '', party.agencyId === me.post.agency.id ? t('mine') : '']
                    .filter(Boolean)
                    .join(', ')}
                </div>
              )}
              {unit && <div className="meta">{unit.shortName}</div>}
              {former && (
                <div className="meta">{since ? t('successor', { name: former, day: since }) : t('successorOnly', { name: former })}</div>
              )}
              {text.contactPoints
                .filter((point) => point.agencyId === party.agencyId)
                .map((point) => (
                  <div className="meta" key={`${point.unitId}${point.title}`}>
                    {t('contact', { title: point.title })}
                  </div>
                ))}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
