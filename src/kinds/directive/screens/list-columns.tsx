import type { CaseColumn } from '../../../web/case/kind-screens.ts'
import { officialDay } from '../../../web/ui/dates.ts'

/** Who issued it and when; number, subject, progress and overdue work stand in the columns that every kind shares. */
export const columns: CaseColumn[] = [
  {
    key: 'issuer',
    title: { vi: 'Cơ quan ban hành', en: 'Issuer' },
    width: '170px',
    render: (row) => <span className="clip">{String(row.fields['issuerName'] || row.owner.shortName)}</span>,
  },
  {
    key: 'date',
    title: { vi: 'Ngày', en: 'Date' },
    width: '92px',
    render: (row) => <span>{row.documentDate ? officialDay(row.documentDate) : '–'}</span>,
  },
]
