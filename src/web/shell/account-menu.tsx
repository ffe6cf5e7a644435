import { PersonIcon } from '../ui/icons.tsx'
import { Popover, PopoverItem } from '../ui/popover.tsx'
import { appearance, type Appearance } from './appearance.ts'
import { language, useT } from './i18n.ts'
import { shellWords } from './messages.ts'
import { postWords } from './post-switch.tsx'
import { useMe, useSignOut } from './session.ts'

const appearances: Appearance[] = ['light', 'dark', 'auto']

export const AccountMenu = () => {
  const t = useT(shellWords)
  const me = useMe()
  const chosen = appearance.use()
  const now = language.use()
  const signOut = useSignOut()
  return (
    <Popover className="bar-button" label={t('account')} button={<PersonIcon />}>
      {() => (
        <>
          <div className="popover-title">
            <b className="strong">{me.name ?? me.account}</b>
            <br />
            {postWords(me.post)}
          </div>
          <hr />
          <div className="popover-title">{t('theme')}</div>
          {appearances.map((one) => (
            <PopoverItem key={one} chosen={chosen === one} onClick={() => appearance.set(one)}>
              {t(one)}
            </PopoverItem>
          ))}
          <hr />
          <div className="popover-title">{t('language')}</div>
          <PopoverItem chosen={now === 'vi'} onClick={() => language.set('vi')}>
            <span lang="vi">Tiếng Việt</span>
          </PopoverItem>
          <PopoverItem chosen={now === 'en'} onClick={() => language.set('en')}>
            <span lang="en">English</span>
          </PopoverItem>
          <hr />
          <PopoverItem onClick={() => signOut.mutate()}>{t('signOut')}</PopoverItem>
        </>
      )}
    </Popover>
  )
}
