import { useNavigate } from '@tanstack/react-router'
import { kindScreens } from '../../kinds/screens.ts'
import { appearance } from './appearance.ts'
import { language, useT, useText } from './i18n.ts'
import type { Over } from './layout.tsx'
import { shellWords } from './messages.ts'
import { navigation } from './navigation.ts'
import { useMe, useSignOut } from './session.ts'

export type PaletteEntry = { key: string; group?: string; strong?: string; text: string; note?: string; run: () => void }

/** What can be gone to and done from anywhere. */
export const usePaletteActs = (onOpen: (over: Over) => void): PaletteEntry[] => {
  const t = useT(shellWords)
  const text = useText()
  const me = useMe()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const rights = me.post.rights
  return [
    ...navigation
      .filter((item) => !item.right || rights.includes(item.right))
      .map((item) => ({
        key: item.to,
        text: text(item.text),
        note: item.letter ? `G ${item.letter.toUpperCase()}` : '',
        run: () => void navigate({ to: item.to }),
      })),
    ...kindScreens.flatMap(({ kind, create }) =>
      create && (!create.right || rights.includes(create.right))
        ? [{ key: `create-${kind}`, text: text(create.label), run: () => void navigate({ to: create.to }) }]
        : [],
    ),
    { key: 'ask-access', text: t('askAccess'), run: () => void navigate({ to: '/access-requests', search: { ask: '' } }) },
    { key: 'notifications', text: t('notifications'), note: 'G N', run: () => void navigate({ to: '/notifications' }) },
    { key: 'keys', text: t('keys'), note: '?', run: () => onOpen('keys') },
    ...(['light', 'dark', 'auto'] as const).map((one) => ({
      key: `theme-${one}`,
      text: `${t('theme')}: ${t(one).toLowerCase()}`,
      run: () => appearance.set(one),
    })),
    language.get() === 'vi'
      ? { key: 'language', text: 'English', run: () => language.set('en') }
      : { key: 'language', text: 'Tiếng Việt', run: () => language.set('vi') },
    { key: 'sign-out', text: t('signOut'), run: () => signOut.mutate() },
  ]
}
