import { randomBytes } from 'node:crypto'
import { today } from '../../src/demo/days.ts'
import { addDays } from '../../src/kernel/clocks/dates.ts'
import { newId } from '../data/time-id.ts'
import { randomFrom, sentence } from '../data/words.ts'
import type { BenchAgency } from '../data/world.ts'

const random = randomFrom(4180)

/** The body of a new directive: two assignments, or one to a class of agencies. */
export const newDirective = (owner: BenchAgency, leads: BenchAgency[], toClass?: { typeIds: string[]; areaCode: string | null }) => ({
  document: {
    type: 'cong-van',
    number: `${randomBytes(6).readUIntBE(0, 6)}/UBND-M`,
    date: today(),
    dateWords: null,
    place: 'Gia Lai',
    issuerId: owner.id,
    issuerName: owner.name,
    subject: sentence(random, 14),
    urgency: 'normal',
    signer: { capacity: 'TM', position: 'Chủ tịch' },
    legalBases: ['Luật An ninh mạng số 116/2025/QH15'],
    fileId: null,
    sourceText: sentence(random, 110),
  },
  recipients: [],
  assignments: (toClass ? [0] : [0, 1]).map((i) => ({
    id: newId(),
    ordinal: i + 1,
    verb: 'giao',
    content: sentence(random, 18),
    leads: toClass
      ? [{ kind: 'class', as: 'UBND các xã', ...toClass }]
      : leads.slice(i, i + 1).map((one) => ({ kind: 'agency', agencyId: one.id, as: one.name })),
    coordinating: [],
    span: { start: 0, end: 90 },
    quote: sentence(random, 26),
    deadline: { words: 'trong tháng', date: addDays(today(), 30), inclusive: true },
    shape: 'once',
    recurrence: null,
    confirmed: true,
    unsure: [],
  })),
})
