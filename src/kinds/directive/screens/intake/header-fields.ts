import type { DirectiveDocument } from '../../contract.ts'
import type { FieldDoubt } from '../../intake-contract.ts'
import { messages, type Text } from '../../../../web/shell/i18n.ts'

const words = messages({
  type: { vi: 'loại văn bản', en: 'the type' },
  number: { vi: 'số, ký hiệu', en: 'the number' },
  date: { vi: 'ngày ban hành', en: 'the date' },
  place: { vi: 'nơi ban hành', en: 'the place' },
  issuer: { vi: 'cơ quan ban hành', en: 'the issuer' },
  subject: { vi: 'trích yếu', en: 'the subject' },
  urgency: { vi: 'độ khẩn', en: 'the urgency' },
  signer: { vi: 'chức vụ người ký', en: "the signer's position" },
  legalBases: { vi: 'căn cứ', en: 'the legal bases' },
})

export type HeaderField = keyof typeof words

const filled: Record<HeaderField, (document: DirectiveDocument) => boolean> = {
  type: ({ type }) => type !== 'other',
  number: ({ number }) => number.trim() !== '',
  date: ({ date }) => date !== null,
  place: ({ place }) => place.trim() !== '',
  issuer: ({ issuerId }) => issuerId !== null,
  subject: ({ subject }) => subject.trim() !== '',
  urgency: () => true,
  signer: ({ signer }) => Boolean(signer?.position.trim()),
  // A letter seldom names its bases; none is a reading too.
  legalBases: () => true,
}

/** What the law of the product asks before a directive can go out; the rest may stay empty. */
export const NEEDED: readonly HeaderField[] = ['number', 'date', 'issuer', 'subject']

/** Which of the nine fields stand clear, and what the first that does not is called. A doubt is over once the officer has changed the field. */
export const headerReading = (document: DirectiveDocument, doubts: FieldDoubt[]) => {
  const fields = Object.keys(words) as HeaderField[]
  const doubted = new Set(doubts.map((doubt) => doubt.field))
  const unclear = fields.filter((field) => !filled[field](document) || doubted.has(field))
  return {
    total: fields.length,
    clear: fields.length - unclear.length,
    unclear,
    missing: NEEDED.filter((field) => !filled[field](document)),
  }
}

export const fieldName = (field: HeaderField): Text => words[field]
