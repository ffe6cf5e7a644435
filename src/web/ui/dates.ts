import { language, say } from '../shell/i18n.ts'
import { serverNow } from '../shell/server-time.ts'

/** Every day and moment of the screens is Vietnamese time, whatever the machine's zone is. */
const ZONE = 'Asia/Ho_Chi_Minh'

type Parts = { year: number; month: number; day: number; hour: string; minute: string; weekday: number }

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  weekday: 'short',
  hourCycle: 'h23',
})
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

export const partsOf = (at: Date): Parts => {
  const found: Record<string, string> = {}
  for (const part of format.formatToParts(at)) found[part.type] = part.value
  return {
    year: Number(found['year']),
    month: Number(found['month']),
    day: Number(found['day']),
    hour: found['hour'] ?? '',
    minute: found['minute'] ?? '',
    weekday: days.indexOf(found['weekday'] ?? ''),
  }
}

const two = (n: number) => String(n).padStart(2, '0')
const monthWords = (n: number) => (n > 2 ? String(n) : two(n))

/** An instant as a day in Viet Nam, 'YYYY-MM-DD'. */
export const dayOf = (at: Date): string => {
  const p = partsOf(at)
  return `${p.year}-${two(p.month)}-${two(p.day)}`
}

/** 18/11 this year, 18/11/2026 otherwise, written as `officialDay`. Takes an instant (ISO) or a day. */
export const shortDay = (value: string | Date): string => {
  const p = partsOf(typeof value === 'string' ? new Date(value.length === 10 ? `${value}T12:00:00+07:00` : value) : value)
  const here = partsOf(serverNow()).year
  const day = `${two(p.day)}/${monthWords(p.month)}`
  return p.year === here ? day : `${day}/${p.year}`
}

/** 02/5/2024, the way official documents write it: a zero before days below 10 and before January and February only. */
export const officialDay = (day: string): string => {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number)
  return `${two(date ?? 0)}/${monthWords(month ?? 0)}/${year}`
}

export const clockTime = (value: string | Date): string => {
  const p = partsOf(typeof value === 'string' ? new Date(value) : value)
  return `${p.hour}:${p.minute}`
}

/** '09:12' today, '17/11 16:40' otherwise. */
export const moment = (value: string): string => {
  const at = new Date(value)
  return dayOf(at) === dayOf(serverNow()) ? clockTime(at) : `${shortDay(at)} ${clockTime(at)}`
}

const weekdays = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'Thứ Hai', en: 'Monday' },
  { vi: 'Thứ Ba', en: 'Tuesday' },
  { vi: 'Thứ Tư', en: 'Wednesday' },
  { vi: 'Thứ Năm', en: 'Thursday' },
  { vi: 'Thứ Sáu', en: 'Friday' },
  { vi: 'Thứ Bảy', en: 'Saturday' },
]

/** 'Thứ Tư 18/11/2026' */
export const longDay = (at: Date): string => {
  const p = partsOf(at)
  const name = weekdays[p.weekday]
  return `${name ? say(name) : ''} ${two(p.day)}/${monthWords(p.month)}/${p.year}`
}

/** Sizes as people read them: '1,2 MB'. */
export const fileSize = (bytes: number): string => {
  const locale = language.get() === 'vi' ? 'vi-VN' : 'en-GB'
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString(locale)} kB`
  return `${(bytes / 1024 / 1024).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`
}
