import { Link } from '@tanstack/react-router'
import type { AgencyRow } from '../../kernel/http/views.ts'
import { useT } from '../shell/i18n.ts'
import { directoryWords } from './directory-messages.ts'
import { useSpan } from './use-span.ts'

export const AgencyLine = ({ row, asOf }: { row: AgencyRow; asOf?: string | undefined }) => {
  const t = useT(directoryWords)
  const span = useSpan()
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
        <span>{span(row.validFrom, row.validUntil)}</span>
        {row.successors.length > 0 && (
          <span className="meta clip">{t('successor', { name: row.successors.map((one) => one.shortName).join(', ') })}</span>
        )}
      </span>
    </Link>
  )
}
