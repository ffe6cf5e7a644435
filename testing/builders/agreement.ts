import { randomUUID } from 'node:crypto'
import type { AgreementAssignment, AgreementText } from '../../src/kinds/agreement/contract.ts'

/** A regulation of two agencies with one article of two clauses that could be sent, whatever is not stated. */
export const agreementText = (parties: readonly string[], given: Partial<AgreementText> = {}): AgreementText => ({
  title: 'Quy chế phối hợp bảo đảm an ninh, an toàn thông tin',
  number: null,
  parties: parties.map((agencyId, i) => ({
    agencyId,
    unitId: null,
    formerId: null,
    role: i === 0 ? 'lead' : 'coordinating',
    position: 'Giám đốc',
  })),
  articles: [
    {
      id: randomUUID(),
      ordinal: 1,
      chapter: null,
      heading: 'Nội dung phối hợp',
      clauses: [clause(1, 'Trao đổi thông tin về an ninh mạng trên địa bàn'), clause(2, 'Kiểm tra hạ tầng viễn thông mỗi năm một lần')],
    },
  ],
  exchange: [],
  briefing: null,
  review: null,
  funding: null,
  term: { from: null, until: null },
  contactPoints: [],
  ...given,
})

export const clause = (ordinal: number, text: string, id: string = randomUUID()) => ({ id, ordinal, text, domainIds: [] })

/** Work of one agency, due 30/11/2026, whatever is not stated. */
export const agreementAssignment = (leadId: string, given: Partial<AgreementAssignment> = {}): AgreementAssignment => ({
  id: randomUUID(),
  verb: 'de-nghi',
  content: 'Kiểm tra mười trạm thu phát sóng',
  leadIds: [leadId],
  coordinatingIds: [],
  shape: 'once',
  recurrence: null,
  deadline: { words: 'trước ngày 01/12/2026', date: '2026-12-01', inclusive: false },
  ...given,
})

/** The same text with other clauses in its first article. */
export const withClauses = (
  text: AgreementText,
  change: (clauses: AgreementText['articles'][number]['clauses']) => AgreementText['articles'][number]['clauses'],
): AgreementText => ({
  ...text,
  articles: text.articles.map((article, i) => (i === 0 ? { ...article, clauses: change(article.clauses) } : article)),
})
