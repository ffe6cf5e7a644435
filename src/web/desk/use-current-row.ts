import { useState } from 'react'

/**
 * The row that keys act on. It stays with its row while the list changes; when the row has gone (its act is done), the row that took
 * its place is next. `focus` puts the focus on the row's act.
 */
export const useCurrentRow = (ids: string[], startWith: string | null) => {
  const [chosen, setChosen] = useState<string | null>(startWith)
  const [lastIndex, setLastIndex] = useState(0)
  const found = chosen === null ? -1 : ids.indexOf(chosen)
  const index = ids.length === 0 ? -1 : found >= 0 ? found : Math.min(lastIndex, ids.length - 1)
  const current = index >= 0 ? (ids[index] ?? null) : null
  if (index >= 0 && index !== lastIndex) setLastIndex(index)

  const focus = (id: string | null) => {
    if (!id) return
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] .desk-act`)?.focus({ preventScroll: true }),
    )
  }
  const move = (by: number) => {
    const next = ids[Math.min(ids.length - 1, Math.max(0, index + by))] ?? null
    setChosen(next)
    focus(next)
  }
  return { current, index, choose: setChosen, move, focus }
}
