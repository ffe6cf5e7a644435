import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'

type Place = { top: number; id: string | null }

const read = (key: string): Place => {
  try {
    const text = sessionStorage.getItem(key)
    return text ? (JSON.parse(text) as Place) : { top: 0, id: null }
  } catch {
    return { top: 0, id: null }
  }
}

/** A list keeps its place while the officer goes into a case and comes back: how far it was scrolled and which row was current. */
export const usePlace = (name: string, scroller: RefObject<HTMLElement | null>, ready: boolean) => {
  const key = `hiepdong.place.${name}`
  const kept = useMemo(() => read(key), [key])
  const now = useRef<Place>(kept)
  const restored = useRef<string | null>(null)

  useLayoutEffect(() => {
    if (!ready || restored.current === key) return
    restored.current = key
    now.current = kept
    // Twice: once the list has its height, the place can be reached.
    requestAnimationFrame(() => {
      if (scroller.current && kept.top > 0) scroller.current.scrollTop = kept.top
    })
  }, [ready, key, kept, scroller])

  useEffect(() => {
    const box = scroller.current
    if (!box || !ready) return
    const save = () => {
      now.current = { ...now.current, top: box.scrollTop }
      try {
        sessionStorage.setItem(key, JSON.stringify(now.current))
      } catch {
        // Without storage the list begins at its top.
      }
    }
    box.addEventListener('scrollend', save)
    return () => {
      now.current = { ...now.current, top: box.scrollTop }
      save()
      box.removeEventListener('scrollend', save)
    }
  }, [key, ready, scroller])

  return useMemo(
    () => ({
      id: kept.id,
      note: (id: string | null) => {
        now.current = { ...now.current, id }
      },
    }),
    [kept],
  )
}
