import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { applyAppearance } from './shell/appearance.ts'
import { language } from './shell/i18n.ts'
import { dropOldDrafts } from './shell/use-draft.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'

applyAppearance()
document.documentElement.lang = language.get()
dropOldDrafts()

const place = document.getElementById('root')
if (place) createRoot(place).render(<App />)

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined))
}
