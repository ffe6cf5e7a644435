import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheetParts } from '../../../testing/sheet-parts.ts'
import type { FulfilmentView } from '../../kernel/http/views.ts'
import { progressFileName, progressWorkbook, type ProgressTable } from './progress-workbook.ts'

const agency = (name: string) => ({ id: '11111111-1111-4111-8111-111111111111', name, shortName: name, typeId: 'centre' })

const row = (more: Partial<FulfilmentView> = {}): FulfilmentView => ({
  id: '22222222-2222-4222-8222-222222222222',
  caseId: '33333333-3333-4333-8333-333333333333',
  assignmentId: '44444444-4444-4444-8444-444444444444',
  ordinal: 1,
  parentId: null,
  agency: agency('Sở Khoa học và Công nghệ'),
  asker: agency('UBND tỉnh Gia Lai'),
  title: 'Rà soát điểm đăng ký',
  shape: 'once',
  state: 'accepted',
  clock: { dueAt: '2026-11-20T17:00:00.000Z', status: 'in-time', overdue: false, workingDays: 3, suspendedSince: null, nextChangeAt: null },
  acceptedAt: '2026-11-02T18:30:00.000Z',
  submittedAt: null,
  confirmedAt: null,
  extensionAsked: false,
  officer: null,
  unit: null,
  children: null,
  fileCount: 0,
  version: 1,
  ...more,
})

const table = (rows: FulfilmentView[], title = 'An toàn hạ tầng'): ProgressTable => ({
  view: { number: '1009/UBND-KGVX', title, documentDate: '2024-05-02' },
  rows,
  progress: {
    totals: {},
    accepted: 0,
    next: null,
    assignments: [
      {
        assignmentId: rows[0]?.assignmentId ?? '',
        ordinal: 1,
        title: '=1+1',
        shape: 'once',
        counts: { overdue: 2 },
        total: 135,
        done: 118,
        dueAt: null,
      },
    ],
    agencies: [{ agency: agency('@SUM(A1)'), counts: { 'done-late': 1 }, total: 1, done: 1 }],
    at: '2026-11-18T02:48:00.000Z',
  },
})

const sheet = async (one: ProgressTable, n = 1) => {
  const files = await sheetParts(await progressWorkbook(one))
  return {
    xml: files.get(`xl/worksheets/sheet${n}.xml`) ?? '',
    strings: files.get('xl/sharedStrings.xml') ?? '',
    styles: files.get('xl/styles.xml') ?? '',
    workbook: files.get('xl/workbook.xml') ?? '',
  }
}

test('what begins like a formula is a string cell on every sheet, and no sheet holds a formula', async () => {
  const dangers = ['=cmd|/c calc!A0', '+1+1', '-2+3', '@SUM(1)', '\t=1', '\r=1', '=HYPERLINK("http://a","b")']
  const one = table(
    dangers.map((title) => row({ title, agency: agency(title) })),
    '=2+2',
  )
  for (const n of [1, 2, 3]) {
    const { xml, strings } = await sheet(one, n)
    assert.ok(xml.includes('<row'), `sheet ${n} has rows`)
    assert.doesNotMatch(xml, /<f[ >/]/, `sheet ${n} holds no formula`)
    assert.doesNotMatch(xml, /<c [^>]*t="(?!s"|inlineStr"|n")/, 'cells are strings or numbers')
    assert.match(xml + strings, /=|@SUM/)
  }
  const { xml, strings } = await sheet(one)
  assert.match(xml + strings, /=cmd\|\/c calc!A0/, 'the words are still there')
})

test('days are numbers with a date format, a limit at midnight is the day that ends there', async () => {
  const { xml, styles } = await sheet(table([row()]))
  // 20/11/2026 is day 46346 of Excel, 03/11/2026 is 46329: 01:30 in Viet Nam is still 02/11 in UTC.
  assert.match(xml, />46346</)
  assert.match(xml, />46329</)
  assert.match(styles, /formatCode="dd\/mm\/yyyy"/)
})

test('three sheets with Vietnamese names, the rolled-up progress as words', async () => {
  const { workbook } = await sheet(table([row()]))
  for (const name of ['Thực hiện', 'Theo cơ quan', 'Theo nhiệm vụ']) assert.ok(workbook.includes(name), name)
  const byAssignment = await sheet(table([row()]), 3)
  assert.match(byAssignment.xml + byAssignment.strings, /118\/135/)
})

test('characters that XML does not know are left out', async () => {
  const { xml, strings } = await sheet(table([row({ title: 'a\u0000b\u0008c\ud800d' })]))
  assert.match(xml + strings, /abc\ufffd?d/)
})

test('the file name comes from the number and is safe everywhere', () => {
  assert.equal(progressFileName('1009/UBND-KGVX'), 'tien-do-1009-UBND-KGVX.xlsx')
  assert.equal(progressFileName('12/QĐ-BCĐ'), 'tien-do-12-QD-BCD.xlsx')
  assert.equal(progressFileName('../..'), 'tien-do-van-ban.xlsx')
})
