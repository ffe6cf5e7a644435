import { hash, randomUUID } from 'node:crypto'

/** The first half of a UUID of version 7 (RFC 9562): the moment in milliseconds. */
const begins = (moment: number): string => {
  const hex = Math.floor(moment).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7`
}

/** An id that begins with a moment, as the product gives it to what is opened then; the same name gives the same id on every run. */
export const timeId = (moment: number, name: string): string => {
  const digest = hash('sha256', `hiepdong bench:${name}`)
  return `${begins(moment)}${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`
}

/** A key or an id of now, as the product's clients make them. */
export const newId = (): string => begins(Date.now()) + randomUUID().slice(15)
