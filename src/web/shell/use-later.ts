import { useEffect, useState } from 'react'

/** The value once it has stood still for `ms`: what a field asks of the server while someone types. */
export const useLater = <T>(value: T, ms = 200): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
