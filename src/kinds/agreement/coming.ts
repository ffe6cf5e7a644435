import type { ComingDate, ComingSpan } from '../../kernel/cases/coming.ts'
import { addMonths, dateOf } from '../../kernel/clocks/dates.ts'
import { officialDate } from '../../kernel/clocks/official-date.ts'
import { briefingsOf, ruleSince } from './briefing-turns.ts'
import type { AgreementState, AgreementText } from './contract.ts'
import { current, inForceSince } from './standing.ts'

/** What the row of an agreement keeps of its rhythm: the rules of its text, and the days they are counted from. */
type Rhythm = Pick<AgreementText, 'briefing' | 'review'> & { ruleSince: string; since: string; until: string | null }

/** The rhythm for the case's row; nothing where the agreement is not in force or has none. */
export const rhythmOf = (state: AgreementState): { rhythm?: Rhythm } => {
  const text = current(state)?.text
  const [from, since] = [ruleSince(state), inForceSince(state)]
  if (state.status !== 'in-force' || !text || from === null || since === null) return {}
  const { briefing, review, term } = text
  return briefing || review || term.until ? { rhythm: { briefing, review, ruleSince: from, since, until: term.until } } : {}
}

/** Briefings, reviews and the end of the term within a span of days, read off the case's row. */
export const comingDates = (fields: Record<string, unknown>, span: ComingSpan): ComingDate[] => {
  const rhythm = fields['rhythm'] as Rhythm | undefined
  return rhythm ? [...briefings(rhythm, span), ...reviews(rhythm, span), ...ending(rhythm, span)] : []
}

const short = (day: string): string => officialDate(day).slice(0, -5)

/** The text sets a month alone: it stands at the day on which its data is cut, at its end once that has passed. */
const briefings = ({ briefing, ruleSince: since, until: last }: Rhythm, { from, until, names }: ComingSpan): ComingDate[] =>
  briefingsOf({ rule: briefing, since, until: last }, from, 3)
    .filter(({ year, month }) => dateOf(year, month, 1) <= until)
    .map(({ year, month, cutoff, until: end, hostId }) => {
      const host = names.ref(hostId).shortName
      const cut = cutoff >= from
      return {
        on: cut ? cutoff : end,
        month: true,
        text: { vi: `Giao ban tháng ${month}/${year}`, en: `Briefing of ${month}/${year}` },
        note: {
          vi: `${host} đăng cai, ${cut ? 'chốt số liệu' : 'số liệu đã chốt'} ${short(cutoff)}`,
          en: `hosted by ${host}, data ${cut ? 'is' : 'was'} cut on ${short(cutoff)}`,
        },
      }
    })

/** Each anniversary of the first day in force: a final review every so many years, else the yearly one. */
const reviews = ({ review, since }: Rhythm, { from, until }: ComingSpan): ComingDate[] => {
  if (!review) return []
  const years = [0, 1].map((later) => Number(from.slice(0, 4)) + later - Number(since.slice(0, 4)))
  return years
    .filter((n) => n > 0)
    .flatMap((n) => {
      const on = addMonths(since, 12 * n)
      const final = review.finalEveryYears !== null && n % review.finalEveryYears === 0
      if (on < from || on > until || !(final || review.preliminaryYearly)) return []
      const text = { vi: `Tròn ${n} năm quy chế`, en: n === 1 ? 'One year of the agreement' : `${n} years of the agreement` }
      return [{ on, month: false, text, note: final ? FINAL : YEARLY }]
    })
}

const FINAL = { vi: 'đến kỳ tổng kết', en: 'its final review is due' }
const YEARLY = { vi: 'đến kỳ sơ kết', en: 'its yearly review is due' }

const ending = ({ until: last }: Rhythm, { from, until }: ComingSpan): ComingDate[] =>
  last !== null && last >= from && last <= until
    ? [{ on: last, month: false, text: { vi: 'Quy chế hết hiệu lực', en: 'The agreement expires' }, note: null }]
    : []
