import { kindScreens } from '../../kinds/screens.ts'
import type { NavItem } from '../case/kind-screens.ts'
import { DeskIcon, FolderIcon, KeyIcon, TreeIcon } from '../ui/icons.tsx'
import { shellWords as words } from './messages.ts'

const own: NavItem[] = [
  { to: '/', text: words.desk, short: words.deskShort, icon: DeskIcon, place: 'top', letter: 'b' },
  { to: '/directory', text: words.directory, short: words.directoryShort, icon: TreeIcon, place: 'look-up', letter: 'c' },
  { to: '/access-requests', text: words.access, short: words.accessShort, icon: KeyIcon, place: 'look-up', letter: 'x' },
]

const lists: NavItem[] = kindScreens.map((kind) => ({
  to: `/cases/${kind.kind}`,
  text: kind.name,
  short: kind.short,
  icon: kind.icon,
  place: 'cases',
  ...(kind.letter ? { letter: kind.letter } : {}),
  ...(kind.open ? { count: { kind: kind.kind, statuses: kind.open } } : {}),
}))

const everyCase: NavItem = { to: '/cases', text: words.allCases, short: words.allCasesShort, icon: FolderIcon, place: 'cases', letter: 'h' }

const places: NavItem['place'][] = ['top', 'cases', 'look-up']

/** Every line of the navigation, derived from the kinds. */
export const navigation: NavItem[] = [
  ...own.filter((item) => item.place === 'top'),
  ...kindScreens.flatMap((kind) => kind.navigation ?? []),
  everyCase,
  ...lists,
  ...own.filter((item) => item.place === 'look-up'),
].sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place))

/** Lines of a place for a post with these rights. */
export const navigationOf = (place: NavItem['place'], rights: string[]): NavItem[] =>
  navigation.filter((item) => item.place === place && (!item.right || rights.includes(item.right)))
