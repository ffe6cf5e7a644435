import { useEffect, useLayoutEffect, useRef } from 'react'
import { stored } from '../shell/stored.ts'

/** Single letters as keys can be turned off (WCAG 2.1.4). */
export const letterKeys = stored<'on' | 'off'>('letter-keys', ['on', 'off'], 'on')

export type KeyHandler = (event: KeyboardEvent) => void
/** 'ctrl+k', 'escape', 'arrowdown', 'enter', 'j', '?', or a sequence 'g b'. */
export type KeyMap = Record<string, KeyHandler>

let overlays = 0
let leader: { key: string; until: number } | null = null
const LEADER_MS = 1200

/** While something stands over the page (drawer, check-your-answers, palette), the page's own keys rest. */
export const useOverlay = (open: boolean): void => {
  useEffect(() => {
    if (!open) return
    overlays += 1
    return () => {
      overlays -= 1
    }
  }, [open])
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      'input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [role=combobox], [role=listbox], [role=menu]',
    ) !== null)

const onControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a[href], summary, input, [role=button], [role=tab], [role=radio]') !== null

/** Is this press part of composing a Vietnamese letter (Telex, VNI through an input method)? Such presses are never keys of ours. */
export const composing = (event: { isComposing?: boolean; keyCode?: number }): boolean =>
  event.isComposing === true || event.keyCode === 229

const nameOf = (event: KeyboardEvent): string => (event.ctrlKey || event.metaKey ? 'ctrl+' : '') + event.key.toLowerCase()

const find = (map: KeyMap, event: KeyboardEvent): { handler: KeyHandler; name: string } | null => {
  const name = nameOf(event)
  if (leader && leader.until > event.timeStamp) {
    const sequence = map[`${leader.key} ${name}`]
    if (sequence) return { handler: sequence, name: `${leader.key} ${name}` }
  }
  const handler = map[name]
  return handler ? { handler, name } : null
}

const isLetter = (name: string): boolean => name.split(' ').every((part) => part.length === 1)

/**
 * Keys of a screen or, with `layer: 'top'`, of something that stands over it. Letters work only outside fields and can be turned off;
 * Enter and Space are left to the control that has the focus; a press inside composition is never a key.
 */
export const useKeys = (map: KeyMap, { enabled = true, layer = 'page' }: { enabled?: boolean; layer?: 'page' | 'top' } = {}): void => {
  const latest = useRef(map)
  // Before the paint: what stands on the screen is what a key acts on.
  useLayoutEffect(() => {
    latest.current = map
  })
  useLayoutEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => {
      if (composing(event) || event.defaultPrevented || event.altKey) return
      if (layer === 'page' && overlays > 0) return
      const found = find(latest.current, event)
      if (!found) {
        const starts = Object.keys(latest.current).some((name) => name.startsWith(`${event.key.toLowerCase()} `))
        if (starts && !inField(event.target) && letterKeys.get() === 'on')
          leader = { key: event.key.toLowerCase(), until: event.timeStamp + LEADER_MS }
        return
      }
      const field = inField(event.target)
      if (field && !found.name.startsWith('ctrl+') && found.name !== 'escape') return
      if (isLetter(found.name) && letterKeys.get() === 'off') return
      if ((found.name === 'enter' || found.name === ' ') && onControl(event.target)) return
      leader = null
      event.preventDefault()
      found.handler(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled, layer])
}
