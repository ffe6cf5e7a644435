import pg from 'pg'

/** Reads every form that PostgreSQL has, and takes five times as long for it. */
const anyForm = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date | number

const ZERO = 48
const two = (text: string, at: number): number => (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO

/**
 * A timestamptz as PostgreSQL writes it, as a Date with whole milliseconds, rounded down as PostgreSQL's own text is cut; Infinity or -Infinity for
 * 'infinity' and '-infinity'. What a connection with TimeZone=UTC writes of the years 1000 to 9999 is read by its places; all else by the driver.
 */
export const timestamp = (text: string): Date | number => {
  const { length } = text
  // 2026-11-22 01:47:40+00, or with up to six digits of a second: 2026-11-22 01:47:40.123456+00
  const plain = (length === 22 || (length >= 24 && length <= 29 && text[19] === '.')) && text[4] === '-' && text[10] === ' '
  if (!plain || text[0] === '0' || !text.endsWith('+00')) return anyForm(text)
  let ms = 0
  for (let at = 20, worth = 100; worth >= 1 && at < length - 3; at++, worth /= 10) ms += (text.charCodeAt(at) - ZERO) * worth
  const year = two(text, 0) * 100 + two(text, 2)
  return new Date(Date.UTC(year, two(text, 5) - 1, two(text, 8), two(text, 11), two(text, 14), two(text, 17), ms))
}
