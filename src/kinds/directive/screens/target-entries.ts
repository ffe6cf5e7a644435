import type { Target } from '../contract.ts'
import type { Names } from './names-query.ts'
import { count, say, type Text } from '../../../web/shell/i18n.ts'

/** One chip: an agency, a class, or several agencies that one name of the document stands for. */
export type Entry = { key: string; label: string; note: Text | null; count: number; targets: Target[]; known: boolean }

const words = {
  now: { vi: '{as} (nay: {name})', en: '{as} (now: {name})' },
  many: { vi: '{as} · {n} đơn vị', en: '{as} · {n} agencies' },
} satisfies Record<string, Text>

/** Targets as the chips of a field, in the order of the document. */
export const entriesOf = (targets: Target[], names: Names): Entry[] => {
  const groups = new Map<string, Target[]>()
  for (const target of targets) {
    const key = target.kind === 'agency' ? `a ${target.as}` : `${target.kind} ${target.as}`
    groups.set(key, [...(groups.get(key) ?? []), target])
  }
  return [...groups].map(([key, group]) => entryOf(key, group, names))
}

const entryOf = (key: string, group: Target[], names: Names): Entry => {
  const first = group[0] as Target
  const reading = names.reading(first.as)
  const base = { key, targets: group, note: reading?.note ?? null }
  if (first.kind === 'unknown') return { ...base, label: first.as, count: 0, known: false }
  const n = first.kind === 'class' ? (reading?.count ?? 0) : group.length
  if (first.kind === 'class' || n > 1)
    return { ...base, label: n > 0 ? say(words.many, { as: first.as, n: count(n) }) : first.as, count: n, known: true }
  const ref = names.agency(first.agencyId)
  const moved = ref && /kế thừa/u.test(reading?.note?.vi ?? '')
  return { ...base, label: moved ? say(words.now, { as: first.as, name: ref.shortName }) : first.as, count: 1, known: true }
}

/** How many agencies the targets reach; classes count as far as they are known. */
export const reachOf = (targets: Target[], names: Names): number => entriesOf(targets, names).reduce((sum, entry) => sum + entry.count, 0)
