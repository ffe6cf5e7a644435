import { randomUUID } from 'node:crypto'
import type { FulfilmentEvent } from '../../src/kernel/assignments/events.ts'
import { assigned, countOrder, type Order } from '../../src/kernel/assignments/order.ts'

export type GivenOrder = Partial<Omit<Order, 'issuedAt' | 'deadline'>> & {
  agencyId?: string
  /** The last day, included. */
  dueOn?: string | null
  issuedAt?: string
}

/** The first event of a fulfilment: done once, due 30/11/2026, assigned 18/11/2026, whatever is not stated. */
export const fulfilmentAssigned = ({
  agencyId = randomUUID(),
  dueOn = '2026-11-30',
  issuedAt = '2026-11-18T01:00:00.000Z',
  ...order
}: GivenOrder = {}) =>
  assigned(
    countOrder({
      assignmentId: randomUUID(),
      ordinal: 1,
      content: 'Rà soát thuê bao đứng tên giấy tờ giả, báo cáo kết quả',
      verb: 'giao',
      askerId: randomUUID(),
      coordinatingIds: [],
      shape: 'once',
      recurrence: null,
      parentId: null,
      instruction: null,
      issuedAt: new Date(issuedAt),
      deadline: dueOn ? { words: '', date: dueOn, inclusive: true } : null,
      ...order,
    }),
    agencyId,
  ) as Extract<FulfilmentEvent, { type: 'fulfilment.assigned' }>
