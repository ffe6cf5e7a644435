import writeExcelFile, { type CellObject, type Row, type SheetData } from 'write-excel-file/node'
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

const DAY_MS = 86_400_000
const OFFSET_MS = 7 * 3_600_000

/** A file name that every system takes: "1009/UBND-KGVX" → "tien-do-1009-UBND-KGVX.xlsx". */
export const progressFileName = (number: string): string => {
  const plain = number
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
  const safe = plain
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  return `tien-do-${safe || 'van-ban'}.xlsx`
}

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
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer()

const widths = (...all: number[]) => all.map((width) => ({ width }))

/** Without the characters that XML does not know: they would make a file that Excel refuses. */
const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .slice(0, 32_000)

const words = (value: string, more: Partial<CellObject> = {}): CellObject => ({
  value: printable(value),
  type: String,
  alignVertical: 'top',
  wrap: true,
  ...more,
})
const number = (value: number): CellObject => ({ value, type: Number, alignVertical: 'top' })
const head = (value: string): CellObject =>
  words(value, { fontWeight: 'bold', backgroundColor: '#E9F0F9', borderStyle: 'thin', borderColor: '#A9C2E2' })

/** The day of a moment in Viet Nam as Excel keeps days; 00:00 belongs to the day before where it is the end of a limit. */
const day = (moment: string | null, isLimit = false): CellObject | null => {
  if (!moment) return null
  const local = Date.parse(moment) + OFFSET_MS - (isLimit ? 1 : 0)
  return {
    value: new Date(local - (((local % DAY_MS) + DAY_MS) % DAY_MS)),
    type: Date,
    format: 'dd/mm/yyyy',
    alignVertical: 'top',
    align: 'left',
  }
}

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
