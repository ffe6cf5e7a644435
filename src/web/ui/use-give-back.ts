import { useEffect, useState } from 'react'

/**
 * Gives the focus back to what had it before an overlay came, once the overlay is gone and nothing else took the focus: an overlay that
 * is taken away while it is open leaves it nowhere. Where that control went away, too, the page itself has it.
 */
export const useGiveBack = (): void => {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // After the overlay is out of the page, and after an act that moves the focus to the next row.
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        const target = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null
        ;(target ?? document.getElementById('main'))?.focus({ preventScroll: target === null })
      }, AFTER_MS)
    },
    [before],
  )
}

const AFTER_MS = 60
