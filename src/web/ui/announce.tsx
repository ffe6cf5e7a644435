import { useSyncExternalStore } from 'react'
import { useKeys } from './use-keys.ts'
import { KeyHint } from './key-hint.tsx'
import { Sign } from './sign.tsx'
import './announce.css'

export type Toast = {
  id: number
  text: string
  refused?: boolean
  detail?: string | undefined
  undo?: { label: string; run: () => void } | undefined
}

let current: Toast | null = null
let serial = 0
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const emit = () => listeners.forEach((listener) => listener())

export const dismissToast = (): void => {
  current = null
  emit()
}

/** Says a result politely: shown below for some seconds and read aloud by screen readers. With `undo`, Z takes it back while it shows. */
export const announce = (text: string, options: { detail?: string; undo?: Toast['undo']; refused?: boolean } = {}): void => {
  serial += 1
  current = { id: serial, text, ...options }
  clearTimeout(timer)
  timer = setTimeout(dismissToast, options.undo ? 12_000 : 6000)
  emit()
}

/** Says why an act was not done, in the same place: without the tick that results have. */
export const announceRefusal = (text: string): void => announce(text, { refused: true })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Stands once in the page; the live region is there before anything is said. */
export const Announcer = () => {
  const toast = useSyncExternalStore(subscribe, () => current)
  const undo = () => {
    toast?.undo?.run()
    dismissToast()
  }
  useKeys({ z: undo }, { enabled: toast?.undo !== undefined })
  return (
    <output className="toast-place" aria-live="polite">
      {toast && (
        <div className="toast" key={toast.id} data-refused={toast.refused || undefined}>
          <Sign name={toast.refused ? 'lock' : 'tick'} />
          <span>
            {toast.text}
            {toast.detail && <span className="toast-detail">{toast.detail}</span>}
          </span>
          {toast.undo && (
            <button type="button" className="plain-button toast-undo" onClick={undo}>
              {toast.undo.label} <KeyHint>Z</KeyHint>
            </button>
          )}
        </div>
      )}
    </output>
  )
}
