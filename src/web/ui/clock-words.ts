// The words of a limit. Pure and without imports: numbers come from the server, which knows the calendar of working days.

type Language = 'vi' | 'en'

/** The time left or over as numbers; the span is days + hours + minutes, `workingDays` null for limits told in elapsed time. */
export type TimeLeft = {
  overdue: boolean
  days: number
  hours: number
  minutes: number
  workingDays: number | null
  /** The due day 'YYYY-MM-DD', its time 'HH:MM' (null for 24:00), and today, all in Viet Nam. */
  dueDate: string
  dueTime: string | null
  today: string
}

/** The part of a clock, as the server sends it, that words are made of. */
export type ClockNumbers = { dueAt: string | null; status: string; workingDays: number | null; suspendedSince: string | null }

/**
 * What stands in a row: the time left ('' where none runs any more), under it the moment (null where there is none), and the
 * tone: seal for late, amber for due today or soon.
 */
export type ClockWords = { main: string; moment: string | null; tone: 'seal' | 'amber' | null }

const MINUTE = 60_000
// Viet Nam keeps UTC+7 all year round; the zone of the browser must not move a due date.
const OFFSET = 7 * 60 * MINUTE
const NOT_RUNNING = new Set(['waiting-confirmation', 'done-in-time', 'done-late', 'cancelled', 'declined'])

/** The words of a clock at a moment (the server's time as the page knows it). */
export function clockWords(clock: ClockNumbers, now: Date, language: Language): ClockWords {
  const at = now.toISOString()
  if (clock.status === 'suspended') return { main: formatSuspended(clock.suspendedSince, at, language), moment: null, tone: null }
  const time = clock.dueAt === null ? null : timeLeft(clock.dueAt, clock.workingDays, at)
  const moment = time && formatDue(time, language)
  if (NOT_RUNNING.has(clock.status)) return { main: '', moment, tone: null }
  if (!time) return { main: NO_LIMIT[language], moment, tone: null }
  const soon = clock.status === 'due-soon' || time.dueDate === time.today
  return { main: formatRemaining(time, language), moment, tone: time.overdue ? 'seal' : soon ? 'amber' : null }
}

/** What has no limit: about how long it waits for an answer ("chờ 3 giờ", "chờ gần 2 ngày", "chờ 5 ngày"; under it the day), or that none was set. */
export function waitingWords(since: string, answers: boolean, now: Date, language: Language): ClockWords {
  const at = now.toISOString()
  const time = timeLeft(since, null, at)
  const from = language === 'vi' ? 'từ' : 'since'
  const day =
    time.dueDate === time.today ? time.dueTime : `${WEEKDAYS[language][weekdayOf(time.dueDate)]} ${dayAndMonth(time.dueDate, time.today)}`
  const main = answers ? `${language === 'vi' ? 'chờ' : 'waiting'} ${roughSpan(time, language)}` : NO_LIMIT[language]
  return { main, moment: `${from} ${day}`, tone: null }
}

/**
 * "còn 3 giờ 12 phút", "còn 5 ngày làm việc", "quá hạn 18 phút": to the minute under three days, else days by the rule. What is over
 * by a day or more is told to the hour: nothing hangs on those minutes.
 */
export function formatRemaining(time: TimeLeft, language: Language): string {
  const { overdue, workingDays } = time
  if (workingDays !== null && workingDays > 0) return leftOrOver(overdue, count(workingDays, 'workingDay', language), language)
  const span =
    time.days >= 3 ? count(time.days, 'day', language) : shortSpan(overdue && time.days > 0 ? { ...time, minutes: 0 } : time, language)
  return leftOrOver(overdue, span, language)
}

/** "hạn 13:00" today, "hạn thứ Sáu 20/11" on another day, with the time where it has one and the year where it is not this one. */
export function formatDue({ dueDate, dueTime, today }: TimeLeft, language: Language): string {
  const due = language === 'vi' ? 'hạn' : 'due'
  if (dueDate === today && dueTime !== null) return `${due} ${dueTime}`
  const weekday = WEEKDAYS[language][weekdayOf(dueDate)]
  return [due, dueTime, weekday, dayAndMonth(dueDate, today)].filter(Boolean).join(' ')
}

/** "tạm dừng từ 12/11". */
export function formatSuspended(since: string | null, now: string, language: Language): string {
  if (since === null) return language === 'vi' ? 'tạm dừng' : 'suspended'
  const day = dayAndMonth(wall(since).slice(0, 10), wall(now).slice(0, 10))
  return language === 'vi' ? `tạm dừng từ ${day}` : `suspended since ${day}`
}

/** The numbers of a limit at a moment, so that minutes pass on the page without asking the server. */
export function timeLeft(dueAt: string, workingDays: number | null, now: string): TimeLeft {
  const left = Date.parse(dueAt) - Date.parse(now)
  const minutes = Math.floor(Math.abs(left) / MINUTE)
  // 00:00 is 24:00 of the day before, and shown as that day.
  const midnight = wall(dueAt).endsWith('T00:00')
  return {
    overdue: left < 0,
    days: Math.floor(minutes / 1440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
    workingDays,
    dueDate: (midnight ? wall(new Date(Date.parse(dueAt) - MINUTE).toISOString()) : wall(dueAt)).slice(0, 10),
    dueTime: midnight ? null : wall(dueAt).slice(11),
    today: wall(now).slice(0, 10),
  }
}

const WEEKDAYS: Record<Language, string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

const NO_LIMIT: Record<Language, string> = { vi: 'không đặt hạn', en: 'no due date' }

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

const UNITS = {
  vi: { workingDay: 'ngày làm việc', day: 'ngày', hour: 'giờ', minute: 'phút' },
  en: { workingDay: 'working day', day: 'day', hour: 'hour', minute: 'minute' },
}

const count = (n: number, unit: keyof (typeof UNITS)['vi'], language: Language): string => {
  const digits = language === 'vi' ? String(n).replace(/\B(?=(\d{3})+$)/g, '.') : String(n)
  return `${digits} ${UNITS[language][unit]}${language === 'en' && n !== 1 ? 's' : ''}`
}

const shortSpan = ({ days, hours, minutes }: TimeLeft, language: Language): string => {
  const parts = [
    days && count(days, 'day', language),
    hours && count(hours, 'hour', language),
    minutes && count(minutes, 'minute', language),
  ]
  return parts.filter(Boolean).join(' ') || (language === 'vi' ? 'dưới 1 phút' : 'less than 1 minute')
}

/** A time that is only waited: minutes in the first hour, hours on the first day, then days, "gần" in the last four hours of one. */
const roughSpan = (time: TimeLeft, language: Language): string => {
  const { days, hours } = time
  if (days === 0 && hours < 20) return hours > 0 ? count(hours, 'hour', language) : shortSpan(time, language)
  if (hours < 20 || days >= 3) return count(days, 'day', language)
  return `${language === 'vi' ? 'gần' : 'nearly'} ${count(days + 1, 'day', language)}`
}

const leftOrOver = (overdue: boolean, span: string, language: Language): string => {
  if (language === 'vi') return overdue ? `quá hạn ${span}` : `còn ${span}`
  return overdue ? `${span} overdue` : `${span} left`
}

const dayAndMonth = (date: string, today: string): string => {
  const [year, month, day] = date.split('-')
  // As official documents write it: a zero before the first two months only.
  return `${day}/${Number(month) > 2 ? Number(month) : month}${today.startsWith(`${year}-`) ? '' : `/${year}`}`
}

/** Date and time to the minute on the wall in Viet Nam. */
const wall = (instant: string): string => new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, 16)
