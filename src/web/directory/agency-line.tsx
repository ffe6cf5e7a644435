import { Link } from '@tanstack/react-router'
import type { AgencyRow } from '../../kernel/http/views.ts'
import { officialDay } from '../ui/dates.ts'
import { useT } from '../shell/i18n.ts'
import { directoryWords } from './directory-messages.ts'

/** The days between which an agency is in being. */
export const useValidity = () => {
  const t = useT(directoryWords)
  return (row: Pick<AgencyRow, 'validFrom' | 'validUntil'>): string =>
    row.validUntil
      ? t('between', { from: officialDay(row.validFrom), until: officialDay(row.validUntil) })
      : t('since', { from: officialDay(row.validFrom) })
}

export const AgencyLine = ({ row, asOf }: { row: AgencyRow; asOf?: string | undefined }) => {
  const t = useT(directoryWords)
  const validity = useValidity()
  const second = [row.formerName ? t('formerly', { name: row.formerName }) : null, row.parent?.shortName, row.areaName].filter(Boolean)
  return (
    <Link
      to={`/directory/${row.id}`}
      search={asOf ? { asOf } : {}}
      className="table-row"
      style={{ ['--cols' as string]: 'minmax(0, 1fr) 240px' }}
    >
      <span className="case-cell">
        <span className="case-cell-title clip">{row.name}</span>
        <span className="meta clip">{second.join(' · ')}</span>
      </span>
      <span className="case-cell">
        <span>{validity(row)}</span>
        {row.successors.length > 0 && (
          <span className="meta clip">{t('successor', { name: row.successors.map((one) => one.shortName).join(', ') })}</span>
        )}
      </span>
    </Link>
  )
}
