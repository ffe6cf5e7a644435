/** The type bytea of PostgreSQL. */
const BYTEA = 17

/** Values of bytea as one bytea[] in PostgreSQL's binary form, which the driver sends as it is: written out as text they would be twice as long. */
export const arrayOfBytes = (values: readonly Buffer[]): Buffer => {
  const whole = Buffer.allocUnsafe(20 + values.reduce((sum, value) => sum + 4 + value.length, 0))
  // One dimension, no nulls, the type of an element; how many there are, counted from 1.
  let at = 0
  for (const word of [1, 0, BYTEA, values.length, 1]) at = whole.writeInt32BE(word, at)
  for (const value of values) {
    at = whole.writeInt32BE(value.length, at)
    at += value.copy(whole, at)
  }
  return whole
}
