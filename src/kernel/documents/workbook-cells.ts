import type { CellObject } from 'write-excel-file/node'

/** The face that official papers are set in. */
export const FONT = { fontFamily: 'Times New Roman', fontSize: 12 } as const

/** Without the characters that XML does not know: they would make a file that Excel refuses. */
const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .slice(0, 32_000)

/** Words are string cells whatever they begin with, so that nothing an agency wrote is ever a formula. */
export const words = (value: string, more: Partial<CellObject> = {}): CellObject => ({
  value: printable(value),
  type: String,
  alignVertical: 'top',
  wrap: true,
  ...more,
})

export const number = (value: number): CellObject => ({ value, type: Number, alignVertical: 'top' })

export const head = (value: string): CellObject =>
  words(value, { fontWeight: 'bold', backgroundColor: '#E9F0F9', borderStyle: 'thin', borderColor: '#A9C2E2' })

/** Widths of columns in characters. */
export const widths = (...all: number[]) => all.map((width) => ({ width }))

const DAY_MS = 86_400_000
const OFFSET_MS = 7 * 3_600_000

/** The day of a moment in Viet Nam as Excel keeps days; 00:00 belongs to the day before where it is the end of a limit. */
export const day = (moment: string | null, isLimit = false): CellObject | null => {
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

/** A file name that every system takes, from a number and symbol. */
export const workbookName = (what: string, number: string): string => {
  const plain = number
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
  const safe = plain
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  return `${what}-${safe || 'van-ban'}.xlsx`
}
