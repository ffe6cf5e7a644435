import { useSyncExternalStore } from 'react'

/** A small value kept in this browser (theme, language, keys on or off). Reading never fails where storage is closed. */
export type Stored<T extends string> = { get: () => T; set: (value: T) => void; use: () => T }

export const stored = <T extends string>(key: string, allowed: readonly T[], fallback: T): Stored<T> => {
  const listeners = new Set<() => void>()
  const read = (): T => {
    try {
      const kept = localStorage.getItem(`hiepdong.${key}`)
      return allowed.find((value) => value === kept) ?? fallback
    } catch {
      return fallback
    }
  }
  let current = read()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    get: () => current,
    set: (value) => {
      current = value
      try {
        localStorage.setItem(`hiepdong.${key}`, value)
      } catch {
        // A browser without storage keeps the choice until the page is left.
      }
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, () => current),
  }
}
