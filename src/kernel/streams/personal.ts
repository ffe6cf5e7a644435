/**
 * A personal value inside event data. The kernel seals `value` with a key of this person in this case before it is stored;
 * after that key is destroyed, `value` reads null.
 */
export type Personal = { personal: true; subject: string; value: string | null }

/** Wraps a personal value. `subject` is the id of the person (officer, contact) it tells about. */
export const personal = (subject: string, value: string): Personal => ({ personal: true, subject, value })

export const isPersonal = (x: unknown): x is Personal =>
  typeof x === 'object' && x !== null && (x as Personal).personal === true && typeof (x as Personal).subject === 'string'
