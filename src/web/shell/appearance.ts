import { useSyncExternalStore } from 'react'
import { stored } from './stored.ts'

export type Appearance = 'light' | 'dark' | 'auto'

/** Light, dark, or as the machine says. */
export const appearance = stored<Appearance>('appearance', ['light', 'dark', 'auto'], 'auto')

const machine = () => window.matchMedia('(prefers-color-scheme: dark)')
const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)')

const subscribeTo = (query: () => MediaQueryList) => (listener: () => void) => {
  const list = query()
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}
const subscribeMachine = subscribeTo(machine)
const subscribeCalm = subscribeTo(calm)

/** True where the officer's machine asks for no motion. */
export const useIsCalm = (): boolean => useSyncExternalStore(subscribeCalm, () => calm().matches)

/** True where the screens are dark now. */
export const useIsDark = (): boolean => {
  const chosen = appearance.use()
  const dark = useSyncExternalStore(subscribeMachine, () => machine().matches)
  return chosen === 'auto' ? dark : chosen === 'dark'
}

/** Sets the colours before anything is drawn. */
export const applyAppearance = (): void => {
  const chosen = appearance.get()
  document.documentElement.dataset['theme'] = chosen === 'auto' ? (machine().matches ? 'dark' : 'light') : chosen
}
