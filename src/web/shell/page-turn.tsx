import { useEffect, useRef, useState } from 'react'
import { useLocation } from '@tanstack/react-router'

const SETTLED_MS = 350

/**
 * Says to a screen reader which page has come, once its title stands; and where what had the focus is gone with the page before, gives the focus
 * to the main part, so that the next Tab goes on there and not from the top.
 */
export const PageTurn = () => {
  const path = useLocation({ select: (location) => location.pathname })
  const [told, setTold] = useState('')
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    let timer: ReturnType<typeof setTimeout>
    const settle = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        setTold(document.title)
        if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
      }, SETTLED_MS)
    }
    const title = document.querySelector('title')
    const watch = new MutationObserver(settle)
    if (title) watch.observe(title, { childList: true })
    settle()
    return () => {
      clearTimeout(timer)
      watch.disconnect()
    }
  }, [path])
  return <output className="sr-only">{told}</output>
}
