import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { CaseView, PartyView } from '../../kernel/http/views.ts'
import { dayOf, officialDay } from '../ui/dates.ts'
import { Card } from '../ui/page.tsx'
import { count, useT } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'

const ROLES: PartyView['role'][] = ['lead', 'coordinating', 'adviser', 'informed']
/** More than this and a role folds; a directive may reach every commune. */
const SHOWN = 6

const Party = ({ party }: { party: PartyView }) => {
  const t = useT(caseWords)
  const { agency, until } = party
  const since = agency.formerName && agency.since ? t('from', { day: officialDay(agency.since) }) : null
  return (
    <li>
      <Link
        to={`/directory/${agency.id}`}
        title={
          agency.formerName ? t('successor', { name: agency.formerName, day: agency.since ? officialDay(agency.since) : '' }) : agency.name
        }
      >
        {agency.shortName}
      </Link>
      <span className="meta">{until ? t('until', { day: officialDay(dayOf(new Date(until))) }) : since}</span>
    </li>
  )
}

/** Who takes part, in which role, since when. */
export const PartiesCard = ({ view }: { view: CaseView }) => {
  const t = useT(caseWords)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  return (
    <Card title={t('parties')} note={count(view.partyCount)}>
      <div className="parties">
        <h3>{t('owner')}</h3>
        <ul>
          <Party party={{ agency: view.owner, role: 'lead', from: view.createdAt, until: null }} />
        </ul>
        {ROLES.map((role) => {
          const parties = view.parties.filter((party) => party.role === role)
          if (parties.length === 0) return null
          const shown = open.has(role) ? parties : parties.slice(0, SHOWN)
          return (
            <div key={role}>
              <h3>{t(role)}</h3>
              <ul>
                {shown.map((party) => (
                  <Party key={party.agency.id} party={party} />
                ))}
              </ul>
              {shown.length < parties.length && (
                <button type="button" className="plain-button link" onClick={() => setOpen(new Set([...open, role]))}>
                  {t('moreParties', { n: count(parties.length - shown.length) })}
                </button>
              )}
            </div>
          )
        })}
      </div>
    </Card>
  )
}
