import { randomUUID } from 'node:crypto'
import type { DirectiveAssignment, DirectiveDocument, Payload, Target } from '../../src/kinds/directive/contract.ts'

/** A letter of a provincial people's committee of 16/11/2026 that could be issued, whatever is not stated. */
export const directiveDocument = (given: Partial<DirectiveDocument> = {}): DirectiveDocument => ({
  type: 'cong-van',
  number: '15/UBND-KGVX',
  date: '2026-11-16',
  dateWords: null,
  place: 'Gia Lai',
  issuerId: randomUUID(),
  issuerName: 'Ủy ban nhân dân tỉnh Gia Lai',
  subject: 'V/v tăng cường quản lý thuê bao di động',
  urgency: 'normal',
  signer: null,
  legalBases: [],
  fileId: null,
  sourceText: null,
  ...given,
})

/** An order to one agency that an officer has checked, due 30/11/2026, whatever is not stated. */
export const directiveAssignment = (given: Partial<DirectiveAssignment> = {}): DirectiveAssignment => ({
  id: randomUUID(),
  ordinal: 1,
  verb: 'giao',
  content: 'Rà soát thuê bao đứng tên giấy tờ giả',
  leads: [to(randomUUID())],
  coordinating: [],
  span: null,
  quote: '',
  deadline: { words: 'trước ngày 01/12/2026', date: '2026-12-01', inclusive: false },
  shape: 'once',
  recurrence: null,
  confirmed: true,
  unsure: [],
  ...given,
})

/** The payload of `create`. */
export const directiveDraft = (given: Partial<Payload<'create'>> = {}): Payload<'create'> => ({
  document: directiveDocument(),
  recipients: [],
  assignments: [directiveAssignment()],
  ...given,
})

export const to = (agencyId: string, as = 'Cơ quan'): Target => ({ kind: 'agency', agencyId, as })
export const toClass = (typeId: string, areaCode: string | null, as = 'Các cơ quan'): Target => ({
  kind: 'class',
  typeIds: [typeId],
  areaCode,
  as,
})
