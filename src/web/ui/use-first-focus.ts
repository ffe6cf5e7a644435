import { useEffect, type RefObject } from 'react'

const FIRST = 'textarea, input:not([type=file]), select, button[type=submit]'
/** After the drawer has taken the focus for itself. */
const FOCUS_MS = 200

/**
 * A form is opened to be filled: its first field has the focus, or its act where nothing is asked; `id` names another field to begin with. Who types
 * already is not torn away.
 */
export const useFirstFocus = (form: RefObject<HTMLFormElement | null>, id?: string): void => {
  useEffect(() => {
    const timer = setTimeout(() => {
      if (form.current?.contains(document.activeElement)) return
      const first = id ? document.getElementById(id) : form.current?.querySelector<HTMLElement>(FIRST)
      first?.focus()
    }, FOCUS_MS)
    return () => clearTimeout(timer)
  }, [form, id])
}
