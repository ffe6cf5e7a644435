import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node'
import { day, FONT, head, number, widths, words } from '../../kernel/documents/workbook-cells.ts'
import type { EvidenceItem, EvidenceTableView, EvidenceView } from './views.ts'

export type EvidenceTable = { number: string; title: string; table: EvidenceTableView; evidence: EvidenceView }

const KIND: Record<EvidenceItem['kind'], string> = { fulfilment: 'Việc đã giao', case: 'Hồ sơ', evidence: 'Minh chứng' }
const STATE: Record<EvidenceItem['state'], string> = { recorded: 'Đã ghi', submitted: 'Chờ xác nhận', confirmed: 'Đã xác nhận' }
const OVER = ' (điều khoản cũ)'

/** Two sheets: clauses by half-year, and what was done for each clause in one period. */
export const evidenceWorkbook = async (given: EvidenceTable): Promise<Buffer> =>
  writeExcelFile(
    [
      {
        sheet: 'Điều khoản theo kỳ',
        data: [...titleOf(given, `Điều khoản và minh chứng ${given.number}`), ...countsOf(given.table)],
        columns: widths(16, 60, ...given.table.periods.map(() => 14), 10),
        stickyRowsCount: 4,
      },
      {
        sheet: 'Đã làm trong kỳ',
        data: [...titleOf(given, `Đã làm ${given.evidence.period.label.vi}`), ...itemsOf(given.evidence)],
        columns: widths(16, 50, 13, 50, 28, 15, 15, 8),
        stickyRowsCount: 4,
      },
    ],
    FONT,
  ).toBuffer()

const titleOf = ({ title, table }: EvidenceTable, heading: string): SheetData => [
  [words(heading, { fontWeight: 'bold', fontSize: 14, wrap: false })],
  [words(title, { wrap: false })],
  [words('Số liệu ngày', { wrap: false }), null, day(table.at)],
]

const countsOf = ({ periods, rows }: EvidenceTableView): SheetData => [
  ['Điều khoản', 'Nội dung', ...periods.map(({ label }) => label.vi), 'Cộng'].map(head),
  ...rows.map((row): Row => [
    words(row.label.vi + (row.past ? OVER : '')),
    words(row.text),
    ...row.counts.map(number),
    number(row.counts.reduce((sum, count) => sum + count, 0)),
  ]),
]

const itemsOf = ({ clauses }: EvidenceView): SheetData => [
  ['Điều khoản', 'Nội dung', 'Ngày', 'Đã làm', 'Cơ quan', 'Nguồn', 'Tình trạng', 'Tệp'].map(head),
  ...clauses.flatMap((clause): Row[] => {
    const begin = [words(clause.label.vi + (clause.past ? OVER : '')), words(clause.text)]
    if (clause.items.length === 0) return [[...begin, null, words('Chưa có việc nào trong kỳ'), null, null, null, null]]
    return clause.items.map((item): Row => [
      ...begin,
      day(`${item.on}T00:00:00+07:00`),
      words(item.title),
      words(item.agency.name),
      words(KIND[item.kind]),
      words(STATE[item.state]),
      number(item.files.length),
    ])
  }),
]
