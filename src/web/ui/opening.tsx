import { useEffect, useState } from 'react'
import { messages, useT } from '../shell/i18n.ts'
import './announce.css'

const words = messages({ opening: { vi: 'Đang mở…', en: 'Opening…' } })

/** Says that what was pressed is coming, where its part of the screens is fetched for the first time and is late by 300 ms. */
export const Opening = () => {
  const t = useT(words)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return <output className="toast-place">{late && <div className="toast">{t('opening')}</div>}</output>
}
