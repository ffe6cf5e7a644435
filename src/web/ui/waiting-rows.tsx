import { useEffect, useState } from 'react'
import { messages, useT } from '../shell/i18n.ts'
import './empty-state.css'

const words = messages({ loading: { vi: 'Đang tải', en: 'Loading' } })

/** Rows in place of the ones that are coming, shown only when they are late by 300 ms. */
export const WaitingRows = ({ rows = 6 }: { rows?: number }) => {
  const t = useT(words)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
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
    </output>
  )
}
