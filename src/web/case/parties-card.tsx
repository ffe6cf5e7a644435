import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { CaseView, PartyView } from '../../kernel/http/views.ts'
import { agencyTypesQuery } from '../directory/directory-queries.ts'
import { dayOf, officialDay } from '../ui/dates.ts'
import { ChevronIcon } from '../ui/icons.tsx'
import { Card } from '../ui/page.tsx'
import { count, useT, useText } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'
import { partyGroups, PLURALS, type PartyGroup } from './party-groups.ts'

const ROLES: PartyView['role'][] = ['lead', 'coordinating', 'adviser', 'informed']
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

type Many = Extract<PartyGroup, { kind: 'many' }>

/** "77 UBND xã, phường": their names when it is opened. */
const ManyParties = ({ group }: { group: Many }) => {
  const t = useT(caseWords)
  const text = useText()
  const [open, setOpen] = useState(false)
  const plural = PLURALS[group.typeId]
  const { data: types } = useQuery({ ...agencyTypesQuery, enabled: plural === undefined })
  const type = types?.find((one) => one.id === group.typeId)
  const name = plural ? text(plural, { n: count(group.count) }) : `${count(group.count)} ${type ? text(type.name) : '…'}`
  const left = group.count - group.parties.length
  return (
    <li className="party-many">
      <button type="button" className="plain-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {name}
        <ChevronIcon />
      </button>
      {open && (
        <ul>
          {group.parties.map((party) => (
            <Party key={party.agency.id} party={party} />
          ))}
          {left > 0 && <li className="meta">{t('moreParties', { n: count(left) })}</li>}
        </ul>
      )}
    </li>
  )
}

/** Who takes part, in which role, since when; many of one type in one line. */
export const PartiesCard = ({ view }: { view: CaseView }) => {
  const t = useT(caseWords)
  return (
    <Card title={t('parties')} note={count(view.partyCount)}>
      <div className="parties">
        <h3>{t('owner')}</h3>
        <ul>
          <Party party={{ agency: view.owner, role: 'lead', from: view.createdAt, until: null, sameType: 1 }} />
        </ul>
        {ROLES.map((role) => {
          const parties = view.parties.filter((party) => party.role === role)
          if (parties.length === 0) return null
          return (
            <div key={role}>
              <h3>{t(role)}</h3>
              <ul>
                {partyGroups(parties).map((group) =>
                  group.kind === 'one' ? (
                    <Party key={group.party.agency.id} party={group.party} />
                  ) : (
                    <ManyParties key={group.typeId} group={group} />
                  ),
                )}
              </ul>
            </div>
          )
        })}
      </div>
    </Card>
  )
}
