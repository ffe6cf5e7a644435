import type { CaseColumn } from '../../../web/case/kind-screens.ts'
import { officialDay } from '../../../web/ui/dates.ts'

/** Columns of the list of agreements. */
export const listColumns: CaseColumn[] = [
  {
    key: 'owner',
    title: { vi: 'Soạn thảo', en: 'Drafted by' },
    width: '170px',
    render: (row) => <span className="clip">{row.owner.shortName}</span>,
  },
  {
    key: 'signed',
    title: { vi: 'Ngày ký', en: 'Signed' },
    width: '96px',
    render: (row) => <span className="meta">{row.documentDate ? officialDay(row.documentDate) : '–'}</span>,
  },
]
