import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NavItem } from '../case/kind-screens.ts'
import { counted } from '../desk/counted.ts'
import { deskList, kindCounts, sumOfPages } from '../desk/desk-queries.ts'
import type { KindCount } from '../../kernel/http/coming-views.ts'
import { useT, useText } from './i18n.ts'
import { shellWords } from './messages.ts'
import { navigationOf } from './navigation.ts'
import { useMe } from './session.ts'
import { isCurrentPath, useListPath } from './use-list-path.ts'
import './navigation.css'

const Item = ({ item, path, number }: { item: NavItem; path: string; number?: string | undefined }) => {
  const text = useText()
  const Icon = item.icon
  return (
    <li>
      <Link
        to={item.to}
        className="nav-item"
        aria-current={isCurrentPath(path, item.to) ? 'page' : undefined}
        activeProps={{}}
        activeOptions={{ exact: true }}
        title={item.short === item.text ? undefined : text(item.text)}
        aria-label={number ? `${text(item.text)}, ${number}` : text(item.text)}
      >
        <Icon />
        <span className="nav-long">{text(item.text)}</span>
        <span className="nav-short" aria-hidden="true">
          {text(item.short)}
        </span>
        {number && <span className="nav-count">{number}</span>}
      </Link>
    </li>
  )
}

const told = (n: number): string | undefined => (n === 0 ? undefined : counted(n))

/** Cases are counted to a hundred: what is more is told as more. */
const numberOf = ({ count: of }: NavItem, counts: KindCount[] = []): string | undefined => {
  const n = counts.reduce((sum, one) => (one.kind === of?.kind && of.statuses.includes(one.status) ? sum + one.n : sum), 0)
  return n > 99 ? '99+' : told(n)
}

/** The navigation: with words on lists, icons with a short word on case pages. */
export const Navigation = () => {
  const t = useT(shellWords)
  const me = useMe()
  const path = useListPath()
  const { data: asks } = useInfiniteQuery({ ...deskList('mine', ''), select: sumOfPages })
  const { data: kinds } = useQuery(kindCounts)
  const items = (place: NavItem['place']) =>
    navigationOf(place, me.post.rights).map((item) => (
      <Item key={item.to} item={item} path={path} number={item.to === '/' ? told(asks ?? 0) : numberOf(item, kinds?.counts)} />
    ))
  return (
    <nav className="nav" aria-label={t('navigation')}>
      <ul>{items('top')}</ul>
      <hr className="nav-rule" />
      <h2 className="nav-heading">{t('cases')}</h2>
      <ul>{items('cases')}</ul>
      <hr className="nav-rule" />
      <h2 className="nav-heading">{t('lookUp')}</h2>
      <ul>{items('look-up')}</ul>
    </nav>
  )
}
