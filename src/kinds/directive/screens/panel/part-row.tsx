import type { FulfilmentView } from '../../../../kernel/http/views.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { StatusChip } from '../../../../web/ui/chip.tsx'
import { Clock } from '../../../../web/ui/clock.tsx'

const words = messages({
  unit: { vi: 'giao {unit}', en: 'with {unit}' },
  children: { vi: '{done}/{total} đơn vị trực thuộc xong', en: '{done}/{total} subordinates done' },
  pick: { vi: 'Chọn {name}', en: 'Pick {name}' },
  files: { vi: '{n} tệp', en: '{n} files' },
})

/** One agency's part. The first line says what, or who where the head above says what already. */
export const PartRow = ({
  row,
  note,
  agencyFirst,
  current,
  picked,
  onPick,
  onOpen,
}: {
  row: FulfilmentView
  /** What stands in the second line where the agency did nothing of its own yet. */
  note: string
  agencyFirst: boolean
  current: boolean
  /** Null where rows cannot be picked. */
  picked: boolean | null
  onPick: (row: FulfilmentView) => void
  onOpen: (id: string) => void
}) => {
  const t = useT(words)
  const first = agencyFirst ? row.agency.shortName : row.title
  const second = [
    row.unit ? t('unit', { unit: row.unit.shortName }) : null,
    row.children ? t('children', row.children) : null,
    !row.unit && !row.children && note ? note : null,
  ].filter(Boolean)
  return (
    <li className="part" data-current={current || undefined}>
      {picked !== null && (
        <label className="part-pick">
          <input
            type="checkbox"
            checked={picked}
            onChange={() => onPick(row)}
            aria-label={t('pick', { name: `${row.ordinal}, ${row.agency.shortName}` })}
          />
        </label>
      )}
      <button
        type="button"
        className="table-row part-row"
        data-current={current || undefined}
        data-part={row.id}
        onClick={() => onOpen(row.id)}
      >
        <span className="part-ordinal">{row.ordinal}</span>
        <span className="part-what">
          <span className={second.length > 0 ? 'clip' : 'two-lines'} title={first}>
            {first}
          </span>
          {second.length > 0 && <span className="meta clip">{second.join(' · ')}</span>}
        </span>
        <span className="part-clock">
          <Clock clock={row.clock} />
        </span>
        <span>
          <StatusChip status={row.extensionAsked ? 'extension' : row.clock.status} />
        </span>
        <span className="table-end ink" aria-label={t('files', { n: row.fileCount })}>
          {row.fileCount}
        </span>
      </button>
    </li>
  )
}
