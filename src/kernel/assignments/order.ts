import { countDue, today } from './due.ts'
import type { FulfilmentData, FulfilmentEvent, KeptDue, KeptPeriod } from './events.ts'
import { firstPeriods } from './reporting.ts'
import type { Recurrence, Shape, StatedDeadline, Verb } from './shape.ts'

/** An assignment as it is issued, the same for every agency that answers for a part of it. */
export type Order = {
  assignmentId: string
  ordinal: number
  content: string
  verb: Verb
  askerId: string
  coordinatingIds: string[]
  shape: Shape
  recurrence: Recurrence | null
  deadline: StatedDeadline | null
  parentId: string | null
  instruction: string | null
  issuedAt: Date
}

export type CountedOrder = { order: Order; title: string; due: KeptDue | null; periods: KeptPeriod[] }

/** Counts the limit and the first reporting period of an order once for all its agencies. */
export const countOrder = (order: Order): CountedOrder => {
  const { shape, recurrence, deadline, issuedAt } = order
  const since = issuedAt.toISOString()
  const due =
    shape === 'once' && deadline?.date
      ? countDue({ date: deadline.date, inclusive: deadline.inclusive, article: null, since, after: 0 })
      : null
  return { order, title: shortTitle(order.content), due, periods: firstPeriods(shape, recurrence, today(issuedAt)) }
}

/** The first event of one agency's part of an order. */
export const assigned = ({ order, title, due, periods }: CountedOrder, agencyId: string): FulfilmentEvent => {
  const { issuedAt, ...rest } = order
  const data: FulfilmentData<'fulfilment.assigned'> = { ...rest, agencyId, title, due, periods, issuedAt: issuedAt.toISOString() }
  return { type: 'fulfilment.assigned', data }
}

const TITLE_LENGTH = 120

/** A title of at most 120 characters, cut at a word. */
export const shortTitle = (content: string): string => {
  // Single spaces stay as they are: most texts have no others.
  const line = content.replace(/\s\s+|[^\S ]/g, ' ').trim()
  if (line.length <= TITLE_LENGTH) return line
  const cut = line.slice(0, TITLE_LENGTH - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`
}
