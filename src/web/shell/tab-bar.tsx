import { Link, useLocation } from '@tanstack/react-router'
import { useT, useText } from './i18n.ts'
import { shellWords } from './messages.ts'
import { navigationOf } from './navigation.ts'
import { useMe } from './session.ts'

/** The four tabs of a phone: the desk, one more of the top lines, the cases, the directory. */
export const TabBar = () => {
  const t = useT(shellWords)
  const text = useText()
  const me = useMe()
  const path = useLocation({ select: (location) => location.pathname })
  const top = navigationOf('top', me.post.rights).slice(0, 2)
  const cases = navigationOf('cases', me.post.rights).slice(0, 3 - top.length + 1)
  const tabs = [...top, ...cases, ...navigationOf('look-up', me.post.rights)].slice(0, 4)
  return (
    <nav className="tab-bar" aria-label={t('navigation')}>
      {tabs.map((tab) => {
        const Icon = tab.icon
        const current = tab.to === '/' || tab.to === '/cases' ? path === tab.to : path.startsWith(tab.to)
        return (
          <Link key={tab.to} to={tab.to} className="tab" aria-current={current ? 'page' : undefined}>
            <Icon />
            {text(tab.to === '/' ? tab.text : tab.short)}
          </Link>
        )
      })}
    </nav>
  )
}
