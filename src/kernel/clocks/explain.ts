import type { DateOnly } from './dates.ts'
import type { Unit } from './limit.ts'
import { officialDate } from './official-date.ts'
import type { Reason, ReasonStep, SpecialDay } from './reason.ts'
import { localDate, localTime, type Instant } from './zone.ts'

export type Language = 'vi' | 'en'

/** The reason of a due moment as sentences an officer reads beside the date. */
export function explain(reason: Reason, language: Language): string {
  return explainSteps(reason, language).join(' ')
}

/** One sentence for each step. */
export function explainSteps(reason: Reason, language: Language): string[] {
  return reason.map(language === 'vi' ? inVietnamese : inEnglish)
}

function inVietnamese(step: ReasonStep): string {
  switch (step.step) {
    case 'cited':
      return `Căn cứ: ${step.article}.`
    case 'stated':
      return step.time
        ? `Văn bản ghi ${step.inclusive ? 'đến' : 'trước'} ${moment(step.date, step.time, 'vi')}.`
        : `Văn bản ghi ${step.inclusive ? 'đến hết' : 'trước'} ngày ${officialDate(step.date)}.`
    case 'started':
      return `Tính từ ${moment(step.date, step.time, 'vi')}.`
    case 'first-day':
      return `${step.counted ? 'Tính cả' : 'Không tính'} ngày đầu ${officialDate(step.date)} (${step.article}).`
    case 'counted':
      return `Đếm ${step.amount} ${UNITS.vi[step.unit]}, đến ${moment(step.date, step.time, 'vi')}.`
    case 'passed-over':
      return `Trên đường đếm có ${list([...weekend(step.weekendDays, 'vi'), ...step.days.map((day) => special(day, 'vi'))], 'và')}.`
    case 'suspended':
      return step.until === null
        ? `Tạm dừng từ ${at(step.from, 'vi')}, chưa tính được hạn.`
        : `Tạm dừng từ ${at(step.from, 'vi')} đến ${at(step.until, 'vi')}, cộng thêm ${added(step.added, 'vi')}.`
    case 'rolled-on':
      return `Ngày cuối ${special(step.day, 'vi')} nên chuyển sang ${officialDate(step.to)} (${step.article}).`
    case 'ends':
      return `Hết hạn lúc ${step.time ?? '24:00'} ngày ${officialDate(step.date)} (${step.article}).`
  }
}

function inEnglish(step: ReasonStep): string {
  switch (step.step) {
    case 'cited':
      return `Source: ${step.article}.`
    case 'stated':
      return `The document says ${step.inclusive ? (step.time ? 'by' : 'by the end of') : 'before'} ${moment(step.date, step.time, 'en')}.`
    case 'started':
      return `Counted from ${moment(step.date, step.time, 'en')}.`
    case 'first-day':
      return `The first day, ${officialDate(step.date)}, is ${step.counted ? '' : 'not '}counted (${step.article}).`
    case 'counted':
      return `${step.amount} ${UNITS.en[step.unit]}${step.amount === 1 ? '' : 's'} lead to ${moment(step.date, step.time, 'en')}.`
    case 'passed-over':
      return `The count met ${list([...weekend(step.weekendDays, 'en'), ...step.days.map((day) => special(day, 'en'))], 'and')}.`
    case 'suspended':
      return step.until === null
        ? `Suspended since ${at(step.from, 'en')}: there is no due date yet.`
        : `Suspended from ${at(step.from, 'en')} to ${at(step.until, 'en')}, which adds ${added(step.added, 'en')}.`
    case 'rolled-on':
      return `The last day, ${special(step.day, 'en')}, rolls on to ${officialDate(step.to)} (${step.article}).`
    case 'ends':
      return `The limit ends at ${step.time ?? '24:00'} on ${officialDate(step.date)} (${step.article}).`
  }
}

const UNITS: Record<Language, Record<Unit | 'minute', string>> = {
  vi: { minute: 'phút', hour: 'giờ', day: 'ngày', 'working-day': 'ngày làm việc', month: 'tháng' },
  en: { minute: 'minute', hour: 'hour', day: 'day', 'working-day': 'working day', month: 'month' },
}

const REASONS: Record<Language, Record<SpecialDay['reason'], string>> = {
  vi: {
    weekend: 'là ngày nghỉ cuối tuần',
    holiday: 'nghỉ',
    'made-up': 'nghỉ bù',
    'swapped-off': 'nghỉ hoán đổi',
    'swapped-work': 'làm bù',
  },
  en: {
    weekend: 'a weekend',
    holiday: 'day off',
    'made-up': 'day off in lieu',
    'swapped-off': 'day off by swap',
    'swapped-work': 'worked by swap',
  },
}

function special(day: SpecialDay, language: Language): string {
  const name = day.name ? ` ${day.name[language]}` : ''
  const doubt = day.certainty === 'certain' ? '' : language === 'vi' ? ' (chưa kiểm chứng)' : ' (not verified)'
  const comma = language === 'en' ? ',' : ''
  return `${officialDate(day.date)}${comma} ${REASONS[language][day.reason]}${name}${doubt}`
}

function weekend(days: number, language: Language): string[] {
  if (days === 0) return []
  return [language === 'vi' ? `${days} ngày nghỉ cuối tuần` : `${days} weekend day${days === 1 ? '' : 's'}`]
}

function added(amount: { amount: number; unit: 'minute' | 'day' | 'working-day' } | null, language: Language): string {
  if (!amount) return ''
  return `${amount.amount} ${UNITS[language][amount.unit]}${language === 'en' && amount.amount !== 1 ? 's' : ''}`
}

const list = (parts: string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`

const moment = (date: DateOnly, time: string | null, language: Language): string =>
  time === null ? officialDate(date) : language === 'vi' ? `${time} ngày ${officialDate(date)}` : `${time} on ${officialDate(date)}`

const at = (instant: Instant, language: Language): string => moment(localDate(instant), localTime(instant), language)
