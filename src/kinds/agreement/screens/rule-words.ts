import type { AgreementText, BriefingRule, ExchangeRule, ReviewRule } from '../contract.ts'
import { messages, useT, useText } from '../../../web/shell/i18n.ts'
import { officialDay } from '../../../web/ui/dates.ts'
import type { Names } from './names.ts'
import { replyUnitWords } from './words.ts'

const words = messages({
  every: { vi: 'các bên', en: 'every party' },
  way: { vi: '{from} → {to}', en: '{from} → {to}' },
  reply: { vi: 'trả lời trong {n} {unit}', en: 'answer within {n} {unit}' },
  months: { vi: 'Tháng {months} hằng năm', en: 'Every year in month {months}' },
  and: { vi: ' và ', en: ' and ' },
  rotate: { vi: 'luân phiên đăng cai: {hosts}; lần đầu {first}', en: 'hosts in turn: {hosts}; {first} first' },
  host: { vi: 'đăng cai: {hosts}', en: 'host: {hosts}' },
  extraordinary: { vi: 'lãnh đạo thống nhất thì họp đột xuất', en: 'leaders may agree on a meeting out of turn' },
  yearly: { vi: 'Sơ kết hằng năm', en: 'A review every year' },
  final: { vi: 'tổng kết {n} năm một lần', en: 'a final review every {n} years' },
  finalOnly: { vi: 'Tổng kết {n} năm một lần', en: 'A final review every {n} years' },
  noReview: { vi: 'Không đặt kỳ', en: 'No rhythm set' },
  fromSigning: { vi: 'Từ ngày ký', en: 'From the day of signing' },
  from: { vi: 'Từ {day}', en: 'From {day}' },
  until: { vi: 'đến hết {day}', en: 'to the end of {day}' },
  open: { vi: 'không đặt ngày hết', en: 'no end set' },
})

/** The rules of a text in words. */
export const useRuleWords = (names: Names) => {
  const t = useT(words)
  const text = useText()
  const short = (id: string | null) => (id === null ? t('every') : (names(id)?.shortName ?? '…'))
  return {
    exchange: ({ fromId, toId, channel, replyTime }: ExchangeRule): string =>
      [
        fromId === null && toId === null ? t('every') : t('way', { from: short(fromId), to: short(toId) }),
        channel,
        replyTime ? t('reply', { n: replyTime.amount, unit: text(replyUnitWords[replyTime.unit]) }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    months: (months: number[]): string => {
      const sorted = months.toSorted((a, b) => a - b).map(String)
      const last = sorted.pop() ?? ''
      return t('months', { months: sorted.length > 0 ? sorted.join(', ') + t('and') + last : last })
    },
    hosts: ({ hosts, firstHost }: BriefingRule): string =>
      hosts.length > 1
        ? t('rotate', { hosts: hosts.map(short).join(', '), first: short(firstHost) })
        : t('host', { hosts: hosts.map(short).join(', ') }),
    extraordinary: t('extraordinary'),
    review: ({ preliminaryYearly, finalEveryYears }: ReviewRule): string => {
      if (preliminaryYearly) return [t('yearly'), finalEveryYears ? t('final', { n: finalEveryYears }) : ''].filter(Boolean).join(', ')
      return finalEveryYears ? t('finalOnly', { n: finalEveryYears }) : t('noReview')
    },
    term: ({ from, until }: AgreementText['term']): string =>
      [from ? t('from', { day: officialDay(from) }) : t('fromSigning'), until ? t('until', { day: officialDay(until) }) : t('open')].join(
        ', ',
      ),
  }
}
