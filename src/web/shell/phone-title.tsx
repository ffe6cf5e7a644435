import { useEffect, useState } from 'react'

/** On a phone the bar carries the screen's title, taken from the tab's title so that every screen says it once. */
export const PhoneTitle = () => {
  const [title, setTitle] = useState(document.title)
  useEffect(() => {
    const element = document.querySelector('title')
    if (!element) return
    const watch = new MutationObserver(() => setTitle(document.title))
    watch.observe(element, { childList: true, characterData: true, subtree: true })
    return () => watch.disconnect()
  }, [])
  return (
    <div className="phone-title clip" aria-hidden="true">
      {title.replace(/ · Hiệp Đồng$/, '')}
    </div>
  )
}
