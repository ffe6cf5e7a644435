import { useSyncExternalStore } from 'react'

/**
 * The server's clock as this browser knows it: its own clock plus the difference last heard (an answer's Date header, or the live
 * stream's `hello`). Screens count from this, never from the machine's own clock. It moves by the minute, and only while someone looks.
 */
let offset = 0
let minute = Math.floor(Date.now() / 60_000)
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export const serverNow = (): Date => new Date(Date.now() + offset)

const refresh = () => {
  const now = Math.floor((Date.now() + offset) / 60_000)
  if (now !== minute) {
    minute = now
    for (const listener of listeners) listener()
  }
}

const schedule = () => {
  clearTimeout(timer)
  const left = 60_000 - ((Date.now() + offset) % 60_000)
  timer = setTimeout(() => {
    refresh()
    schedule()
  }, left + 20)
}

/** Learns the server's time from an HTTP Date header or an ISO instant. Differences under two seconds are the road, not the clock. */
export const noteServerTime = (value: string | null | undefined): void => {
  const at = value ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) return
  const heard = at - Date.now()
  if (Math.abs(heard - offset) < 2000) return
  offset = heard
  refresh()
  if (listeners.size > 0) schedule()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  if (listeners.size === 1) {
    refresh()
    schedule()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearTimeout(timer)
  }
}

/** The server's time, to the minute; the component is drawn again when the minute changes. */
export const useNow = (): Date => {
  const now = useSyncExternalStore(subscribe, () => minute)
  return new Date(now * 60_000)
}
