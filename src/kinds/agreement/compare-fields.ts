import { dateWords } from '../../kernel/assignments/due.ts'
import type { Text } from '../../kernel/problems/problem.ts'
import type { AgreementText, ExchangeRule } from './contract.ts'
import type { FieldComparison } from './views.ts'

/** Short name of an agency. */
export type NameOf = (agencyId: string) => string

const same = (words: string): Text => ({ vi: words, en: words })
const EMPTY: Text = { vi: 'không có', en: 'none' }

const ROLE: Record<AgreementText['parties'][number]['role'], Text> = {
  lead: { vi: 'chủ trì', en: 'lead' },
  coordinating: { vi: 'phối hợp', en: 'coordinating' },
  adviser: { vi: 'tư vấn', en: 'adviser' },
}
const UNIT: Record<NonNullable<ExchangeRule['replyTime']>['unit'], Text> = {
  hour: { vi: 'giờ', en: 'hours' },
  day: { vi: 'ngày', en: 'days' },
  'working-day': { vi: 'ngày làm việc', en: 'working days' },
}

const join = (texts: Text[], by: string): Text =>
  texts.length === 0 ? EMPTY : { vi: texts.map(({ vi }) => vi).join(by), en: texts.map(({ en }) => en).join(by) }

type Told = { field: FieldComparison['field']; name: Text; tell: (text: AgreementText, nameOf: NameOf) => Text }

const FIELDS: readonly Told[] = [
  { field: 'title', name: { vi: 'Tên quy chế', en: 'Title' }, tell: ({ title }) => same(title) },
  { field: 'number', name: { vi: 'Số, ký hiệu', en: 'Number' }, tell: ({ number }) => (number ? same(number) : EMPTY) },
  {
    field: 'parties',
    name: { vi: 'Bên tham gia', en: 'Parties' },
    tell: ({ parties }, nameOf) =>
      join(
        parties.map(({ agencyId, unitId, role, position }) => {
          const who = `${nameOf(agencyId)}${unitId ? ` (${nameOf(unitId)})` : ''}`
          const signs = position ? `, ${position}` : ''
          return { vi: `${who}: ${ROLE[role].vi}${signs}`, en: `${who}: ${ROLE[role].en}${signs}` }
        }),
        '; ',
      ),
  },
  {
    field: 'headings',
    name: { vi: 'Tên chương, điều', en: 'Headings' },
    tell: ({ articles }) =>
      join(
        articles.map(({ ordinal, chapter, heading }) => same(`${chapter ? `${chapter} / ` : ''}${ordinal}. ${heading}`)),
        '; ',
      ),
  },
  {
    field: 'exchange',
    name: { vi: 'Trao đổi thông tin', en: 'Exchange of information' },
    tell: ({ exchange }, nameOf) =>
      join(
        exchange.map(({ content, fromId, toId, channel, replyTime }) => {
          const way = `${fromId ? nameOf(fromId) : '*'} → ${toId ? nameOf(toId) : '*'}: ${content}${channel ? ` (${channel})` : ''}`
          if (!replyTime) return same(way)
          const { amount, unit } = replyTime
          return { vi: `${way}, trả lời trong ${amount} ${UNIT[unit].vi}`, en: `${way}, answered in ${amount} ${UNIT[unit].en}` }
        }),
        '; ',
      ),
  },
  {
    field: 'briefing',
    name: { vi: 'Giao ban', en: 'Briefings' },
    tell: ({ briefing }, nameOf) => {
      if (!briefing) return EMPTY
      const [months, hosts] = [briefing.months.join(', '), briefing.hosts.map(nameOf).join(', ')]
      const first = nameOf(briefing.firstHost)
      return {
        vi: `tháng ${months}; chủ trì luân phiên ${hosts}, đầu tiên ${first}${briefing.extraordinary ? '; có họp đột xuất' : ''}`,
        en: `months ${months}; hosts in turn ${hosts}, first ${first}${briefing.extraordinary ? '; extraordinary meetings' : ''}`,
      }
    },
  },
  {
    field: 'review',
    name: { vi: 'Sơ kết, tổng kết', en: 'Reviews' },
    tell: ({ review }) =>
      review
        ? join(
            [
              ...(review.preliminaryYearly ? [{ vi: 'sơ kết hằng năm', en: 'preliminary review each year' }] : []),
              ...(review.finalEveryYears
                ? [{ vi: `tổng kết ${review.finalEveryYears} năm`, en: `final review every ${review.finalEveryYears} years` }]
                : []),
            ],
            '; ',
          )
        : EMPTY,
  },
  { field: 'funding', name: { vi: 'Kinh phí', en: 'Funding' }, tell: ({ funding }) => (funding ? same(funding) : EMPTY) },
  {
    field: 'term',
    name: { vi: 'Hiệu lực', en: 'Term' },
    tell: ({ term: { from, until } }) => ({
      vi: `${from ? `từ ${dateWords(from)}` : 'từ ngày ký'}${until ? ` đến hết ${dateWords(until)}` : ''}`,
      en: `${from ? `from ${dateWords(from)}` : 'from signing'}${until ? ` until ${dateWords(until)}` : ''}`,
    }),
  },
  {
    field: 'contactPoints',
    name: { vi: 'Đầu mối', en: 'Contact points' },
    tell: ({ contactPoints }, nameOf) =>
      join(
        contactPoints.map(({ agencyId, title }) => same(`${nameOf(agencyId)}: ${title}`)),
        '; ',
      ),
  },
]

/** The parts beside the clauses that differ, both told in words. */
export const compareFields = (before: AgreementText, after: AgreementText, nameOf: NameOf): FieldComparison[] =>
  FIELDS.flatMap(({ field, name, tell }) => {
    const [was, now] = [tell(before, nameOf), tell(after, nameOf)]
    return was.vi === now.vi ? [] : [{ field, name, before: was, after: now }]
  })
