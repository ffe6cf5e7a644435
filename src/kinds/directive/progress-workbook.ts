import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node'
import { day, FONT, head, number, widths, words, workbookName } from '../../kernel/documents/workbook-cells.ts'
import type { CaseView, DeadlineStatus, FulfilmentView, ProgressView } from '../../kernel/http/views.ts'

export type ProgressTable = { view: Pick<CaseView, 'number' | 'title' | 'documentDate'>; rows: FulfilmentView[]; progress: ProgressView }

const STATUS: Record<DeadlineStatus, string> = {
  'not-begun': 'Chưa thực hiện',
  'in-time': 'Đang thực hiện',
  'due-soon': 'Sắp đến hạn',
  overdue: 'Quá hạn',
  'waiting-confirmation': 'Chờ xác nhận',
  returned: 'Bị trả lại',
  'done-in-time': 'Hoàn thành, đúng hạn',
  'done-late': 'Hoàn thành, quá hạn',
  declined: 'Không nhận',
  suspended: 'Tạm dừng',
  cancelled: 'Đã huỷ',
}
const STATUSES = Object.keys(STATUS) as DeadlineStatus[]

const SHAPE: Record<FulfilmentView['shape'], string> = {
  once: 'Một lần',
  recurring: 'Định kỳ',
  continuous: 'Thường xuyên',
  'on-event': 'Khi phát sinh',
}

/** "1009/UBND-KGVX" → "tien-do-1009-UBND-KGVX.xlsx". */
export const progressFileName = (number: string): string => workbookName('tien-do', number)

/**
 * Three sheets: every agency's part, counts by agency, counts by assignment. Words are string cells whatever they begin with, so that
 * nothing an agency wrote is ever a formula; days are real dates (dd/MM/yyyy) as they stand in Viet Nam.
 */
export const progressWorkbook = async ({ view, rows, progress }: ProgressTable): Promise<Buffer> =>
  writeExcelFile(
    [
      {
        sheet: 'Thực hiện',
        data: [...titleOf(view, progress.at), ...partsOf(rows)],
        columns: widths(6, 44, 30, 15, 13, 22, 13, 13, 13, 14),
        stickyRowsCount: 4,
      },
      {
        sheet: 'Theo cơ quan',
        data: [...titleOf(view, progress.at), ...countsOf('Cơ quan', agencyCounts(progress))],
        columns: widths(34, 11, ...STATUSES.map(() => 13)),
        stickyRowsCount: 4,
      },
      {
        sheet: 'Theo nhiệm vụ',
        data: [...titleOf(view, progress.at), ...countsOf('Nhiệm vụ', assignmentCounts(progress))],
        columns: widths(60, 11, ...STATUSES.map(() => 13)),
        stickyRowsCount: 4,
      },
    ],
    FONT,
  ).toBuffer()

const titleOf = (view: ProgressTable['view'], at: string): SheetData => [
  [words(`Tiến độ thực hiện ${view.number}`, { fontWeight: 'bold', fontSize: 14, wrap: false })],
  [words(view.title, { wrap: false })],
  [words('Số liệu ngày', { wrap: false }), null, day(at)],
]

const partsOf = (rows: FulfilmentView[]): SheetData => [
  ['Việc', 'Nội dung', 'Cơ quan', 'Hình thức', 'Hạn', 'Tình trạng', 'Tiếp nhận', 'Nộp kết quả', 'Xác nhận', 'Xin gia hạn'].map(head),
  ...rows.map((row): Row => [
    number(row.ordinal),
    words(row.title),
    words(row.agency.name),
    words(SHAPE[row.shape]),
    day(row.clock.dueAt, true),
    words(STATUS[row.clock.status]),
    day(row.acceptedAt),
    day(row.submittedAt),
    day(row.confirmedAt),
    row.extensionAsked ? words('Có') : null,
  ]),
]

type Counts = { name: string; done: number; total: number; counts: Partial<Record<DeadlineStatus, number>> }

const agencyCounts = (progress: ProgressView): Counts[] => progress.agencies.map((one) => ({ ...one, name: one.agency.name }))
const assignmentCounts = (progress: ProgressView): Counts[] =>
  progress.assignments.map((one) => ({ ...one, name: `${one.ordinal}. ${one.title}` }))

const countsOf = (what: string, lines: Counts[]): SheetData => [
  [what, 'Tiến độ', ...STATUSES.map((status) => STATUS[status])].map(head),
  ...lines.map((line): Row => [
    words(line.name),
    words(`${line.done}/${line.total}`),
    ...STATUSES.map((status) => number(line.counts[status] ?? 0)),
  ]),
]
