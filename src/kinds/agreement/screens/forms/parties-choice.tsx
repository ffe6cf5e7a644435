import type { AgreementText } from '../../contract.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { AgencySelect, type ChosenAgency } from '../../../../web/directory/agency-select.tsx'
import type { Names } from '../names.ts'

const words = messages({ under: { vi: 'Đơn vị trực thuộc', en: 'Subordinates' }, mine: { vi: 'đơn vị của đồng chí', en: 'your agency' } })

/** Agencies chosen among the parties, and among one's own subordinates. */
export const PartiesChoice = ({
  id,
  text,
  names,
  mine,
  chosen,
  onChange,
  under,
  onUnder,
}: {
  id: string
  text: AgreementText
  names: Names
  mine: string
  chosen: string[]
  onChange: (ids: string[]) => void
  under: ChosenAgency[]
  onUnder: (agencies: ChosenAgency[]) => void
}) => {
  const t = useT(words)
  return (
    <div className="stack-tight">
      {text.parties.map((party, index) => (
        <label key={party.agencyId} className="row-gap">
          <input
            id={index === 0 ? id : undefined}
            type="checkbox"
            checked={chosen.includes(party.agencyId)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, party.agencyId] : chosen.filter((one) => one !== party.agencyId))
            }
          />
          {names(party.agencyId)?.name ?? '…'}
          {party.agencyId === mine && <span className="meta">{t('mine')}</span>}
        </label>
      ))}
      <AgencySelect id={`${id}-under`} aria-label={t('under')} many under={mine} value={under} onChange={onUnder} />
    </div>
  )
}
