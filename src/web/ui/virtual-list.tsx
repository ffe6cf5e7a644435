import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { indexAt, topsOf } from './list-geometry.ts'

export type VirtualItem = { key: string; /** Height before it is measured. */ estimate: number; render: () => ReactNode }

const AHEAD = 600

/**
 * A long list that draws only what is near the view, so that 10,000 rows cost as much as 40. It scrolls inside `scroller`.
 * `onEnd` is called when the end comes near; `bring` names an item to be kept in view when it changes.
 */
export const VirtualList = ({
  items,
  scroller,
  onEnd,
  bring,
  label,
}: {
  items: VirtualItem[]
  scroller: RefObject<HTMLElement | null>
  onEnd?: () => void
  bring?: string | null
  label: string
}) => {
  const place = useRef<HTMLDivElement>(null)
  const measured = useRef(new Map<string, number>())
  const [view, setView] = useState({ top: 0, height: 900 })
  const [version, redraw] = useState(0)
  // oxlint-disable-next-line react/exhaustive-deps -- the version stands for the measured heights
  const tops = useMemo(() => topsOf(items.map((item) => measured.current.get(item.key) ?? item.estimate)), [items, version])

  // After the paint, not before: the scroller stands above and has its ref only then.
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const look = () => setView({ top: box.scrollTop - (place.current?.offsetTop ?? 0), height: box.clientHeight })
    look()
    const watch = new ResizeObserver(look)
    watch.observe(box)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [scroller])

  const total = tops.at(-1) ?? 0
  const first = Math.max(0, indexAt(tops, view.top - AHEAD))
  const last = Math.min(items.length, indexAt(tops, view.top + view.height + AHEAD) + 1)

  useEffect(() => {
    if (onEnd && view.top + view.height + AHEAD >= total) onEnd()
  }, [onEnd, view, total])

  const measure = useCallback((element: HTMLLIElement | null) => {
    const key = element?.dataset['key']
    if (!element || !key) return
    const height = element.getBoundingClientRect().height
    if (height > 0 && Math.abs((measured.current.get(key) ?? -1) - height) > 0.5) {
      measured.current.set(key, height)
      redraw((n) => n + 1)
    }
  }, [])

  // What is pressed stays under the pointer: a list that moved now would let the click miss. Keys alone bring a row into view.
  const pressed = useRef(false)
  useEffect(() => {
    const press = () => (pressed.current = true)
    const leave = () => (pressed.current = false)
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('keydown', leave, true)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('keydown', leave, true)
    }
  }, [])

  const bringIndex = bring ? items.findIndex((item) => item.key === bring) : -1
  useEffect(() => {
    const box = scroller.current
    if (bringIndex < 0 || !box || pressed.current) return
    const base = place.current?.offsetTop ?? 0
    const top = (tops[bringIndex] ?? 0) + base
    const bottom = (tops[bringIndex + 1] ?? 0) + base
    if (top < box.scrollTop) box.scrollTop = bringIndex <= 1 ? 0 : top - 8
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight + 8
    // oxlint-disable-next-line react/exhaustive-deps -- only a change of what is to be brought moves the list
  }, [bring])

  return (
    <div ref={place} style={{ position: 'relative', height: total }}>
      <ul aria-label={label} style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${tops[first] ?? 0}px)` }}>
        {items.slice(first, last).map((item) => (
          <li key={item.key} data-key={item.key} ref={measure}>
            {item.render()}
          </li>
        ))}
      </ul>
    </div>
  )
}
