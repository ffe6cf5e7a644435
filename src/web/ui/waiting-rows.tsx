import { useEffect, useState } from 'react'
import { messages, useT } from '../shell/i18n.ts'
import './empty-state.css'

const words = messages({
  loading: { vi: 'Đang tải', en: 'Loading' },
  slow: { vi: 'Đang tải, đường truyền chậm…', en: 'Loading over a slow line…' },
})

/** Rows in place of the ones that are coming, shown only when they are late by 300 ms; under them, when they are late by two seconds, a word. */
export const WaitingRows = ({ rows = 6 }: { rows?: number }) => {
  const t = useT(words)
  const [late, setLate] = useState(false)
  const [veryLate, setVeryLate] = useState(false)
  useEffect(() => {
    const timers = [setTimeout(() => setLate(true), 300), setTimeout(() => setVeryLate(true), 2000)]
    return () => timers.forEach(clearTimeout)
  }, [])
  if (!late) return null
  return (
    <output className="waiting-rows" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the rows are all alike
        <div className="waiting-row" key={index}>
          <i />
          <i />
        </div>
      ))}
      {veryLate && <p className="waiting-word">{t('slow')}</p>}
    </output>
  )
}
