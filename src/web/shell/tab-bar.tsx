import { Link } from '@tanstack/react-router'
import { useT, useText } from './i18n.ts'
import { shellWords } from './messages.ts'
import { navigationOf } from './navigation.ts'
import { useMe } from './session.ts'
import { isCurrentPath, useListPath } from './use-list-path.ts'

/** The four tabs of a phone: the desk, all cases, the first kind's cases, the directory. */
export const TabBar = () => {
  const t = useT(shellWords)
  const text = useText()
  const { rights } = useMe().post
  const path = useListPath()
  const tabs = [
    ...navigationOf('top', rights).slice(0, 1),
    ...navigationOf('cases', rights).slice(0, 2),
    ...navigationOf('look-up', rights).slice(0, 1),
  ]
  return (
    <nav className="tab-bar" aria-label={t('navigation')}>
      {tabs.map((tab) => {
        const Icon = tab.icon
        return (
          <Link
            key={tab.to}
            to={tab.to}
            className="tab"
            activeProps={{}}
            activeOptions={{ exact: true }}
            aria-current={isCurrentPath(path, tab.to) ? 'page' : undefined}
          >
            <Icon />
            {text(tab.to === '/' ? tab.text : tab.short)}
          </Link>
        )
      })}
    </nav>
  )
}
