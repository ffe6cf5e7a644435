import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { PlainSelect } from '../../../../web/ui/plain-select.tsx'
import type { BriefingRule } from '../../contract.ts'
import { Field } from '../forms/field.tsx'
import { fieldWords } from '../words.ts'
import type { Change } from './editor.tsx'
import type { PartyName } from './exchange-section.tsx'
import { Section } from './section.tsx'

const words = messages({
  have: { vi: 'Giao ban định kỳ', en: 'Regular briefings' },
  months: { vi: 'Vào các tháng', en: 'In these months' },
  month: { vi: 'tháng {n}', en: 'month {n}' },
  hosts: { vi: 'Luân phiên đăng cai', en: 'Hosts in turn' },
  first: { vi: 'Lần đầu', en: 'First' },
  extraordinary: { vi: 'Lãnh đạo các bên thống nhất thì họp đột xuất', en: 'Leaders may agree on a meeting out of turn' },
})

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** Briefings: in which months, hosted by whom in turn. */
export const BriefingSection = ({ briefing, parties, change }: { briefing: BriefingRule | null; parties: PartyName[]; change: Change }) => {
  const t = useT(words)
  const say = useText()
  const begin = (): BriefingRule => ({
    months: [6, 12],
    hosts: parties.map((party) => party.id),
    firstHost: parties[0]?.id ?? '',
    extraordinary: false,
  })
  const set = (to: Partial<BriefingRule>) => change((old) => ({ ...old, briefing: { ...(old.briefing ?? begin()), ...to } }))
  const toggle = <V,>(all: V[], one: V, on: boolean): V[] => (on ? [...all, one] : all.filter((other) => other !== one))
  return (
    <Section id="briefing" title={say(fieldWords.briefing)} span="briefing">
      <label className="row-gap">
        <input
          type="checkbox"
          checked={briefing !== null}
          onChange={(event) => change((old) => ({ ...old, briefing: event.target.checked ? begin() : null }))}
        />
        {t('have')}
      </label>
      {briefing && (
        <>
          <Field id="months" label={t('months')} group>
            {() => (
              <div className="age-months">
                {MONTHS.map((month) => (
                  <label key={month} className="row-gap">
                    <input
                      id={`briefing-month-${month}`}
                      type="checkbox"
                      checked={briefing.months.includes(month)}
                      onChange={(event) => set({ months: toggle(briefing.months, month, event.target.checked).toSorted((a, b) => a - b) })}
                    />
                    {t('month', { n: month })}
                  </label>
                ))}
              </div>
            )}
          </Field>
          <Field id="hosts" label={t('hosts')} group>
            {() => (
              <div className="age-months">
                {parties.map((party) => (
                  <label key={party.id} className="row-gap">
                    <input
                      type="checkbox"
                      checked={briefing.hosts.includes(party.id)}
                      onChange={(event) => {
                        const hosts = toggle(briefing.hosts, party.id, event.target.checked)
                        set({ hosts, firstHost: hosts.includes(briefing.firstHost) ? briefing.firstHost : (hosts[0] ?? '') })
                      }}
                    />
                    {party.name}
                  </label>
                ))}
              </div>
            )}
          </Field>
          <Field id="first-host" label={t('first')}>
            {(control) => (
              <PlainSelect
                {...control}
                value={briefing.firstHost}
                onChange={(firstHost) => set({ firstHost })}
                options={parties
                  .filter((party) => briefing.hosts.includes(party.id))
                  .map((party) => ({ value: party.id, label: party.name }))}
              />
            )}
          </Field>
          <label className="row-gap">
            <input type="checkbox" checked={briefing.extraordinary} onChange={(event) => set({ extraordinary: event.target.checked })} />
            {t('extraordinary')}
          </label>
        </>
      )}
    </Section>
  )
}
