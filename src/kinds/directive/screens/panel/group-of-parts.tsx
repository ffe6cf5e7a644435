import type { FulfilmentView } from '../../../../kernel/http/views.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import type { Names } from '../names-query.ts'
import { shapes } from '../words.ts'
import { ClassRow } from './class-row.tsx'
import { PartRow } from './part-row.tsx'
import type { Group, Grouping, Part } from './parts.ts'
import type { StatusGroup } from './progress-bar.tsx'

const words = messages({
  count: { vi: '{n} việc', en: '{n} tasks' },
  countDone: { vi: '{n} việc, {done} xong', en: '{n} tasks, {done} done' },
  agencies: { vi: '{n} đơn vị', en: '{n} agencies' },
  coordinating: { vi: '{names} phối hợp', en: 'with {names}' },
  mine: { vi: 'đơn vị của đồng chí', en: 'your agency' },
  source: { vi: 'Nguyên văn', en: 'Text' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  later: { vi: 'Còn hạn', en: 'Later' },
  none: { vi: 'Không đặt hạn', en: 'No deadline' },
  done: { vi: 'Đã xong', en: 'Done' },
})

type GroupProps = {
  caseId: string
  group: Group
  grouping: Grouping
  names: Names
  status: StatusGroup | null
  current: string | null
  picked: ReadonlySet<string> | null
  onPick: (row: FulfilmentView) => void
  onOpen: (id: string) => void
  onChase: ((rows: FulfilmentView[]) => void) | null
  onSource: ((assignmentId: string) => void) | null
}

const namesOf = (targets: { as: string }[] | undefined): string =>
  [...new Set(targets?.map((target) => target.as) ?? [])].slice(0, 3).join(', ')

const contentOf = (part: Part): string => (part.kind === 'one' ? part.row.title : part.progress.title)

/** Rows under a head that says whose they are. */
export const GroupOfParts = ({
  caseId,
  group,
  grouping,
  names,
  status,
  current,
  picked,
  onPick,
  onOpen,
  onChase,
  onSource,
}: GroupProps) => {
  const t = useT(words)
  const first = group.parts[0]
  if (!first) return null
  const withNames = (all: string) => (all ? t('coordinating', { names: all }) : '')
  return (
    <section>
      <GroupHead group={group} first={first} grouping={grouping} names={names} onSource={onSource} />
      <ul>
        {group.parts.map((part) =>
          part.kind === 'one' ? (
            <PartRow
              key={part.row.id}
              row={part.row}
              note={grouping === 'deadline' ? part.row.agency.shortName : withNames(namesOf(part.assignment?.coordinating))}
              agencyFirst={grouping === 'assignment'}
              current={part.row.id === current}
              picked={picked ? picked.has(part.row.id) : null}
              onPick={onPick}
              onOpen={onOpen}
            />
          ) : (
            <ClassRow
              key={`${part.progress.assignmentId} ${status}`}
              caseId={caseId}
              progress={part.progress}
              title={grouping === 'assignment' ? namesOf(part.assignment?.leads) || part.progress.title : part.progress.title}
              status={status}
              current={current}
              picked={picked}
              onPick={onPick}
              onOpen={onOpen}
              onChase={onChase}
            />
          ),
        )}
      </ul>
    </section>
  )
}

const GroupHead = ({
  group,
  first,
  grouping,
  names,
  onSource,
}: Pick<GroupProps, 'group' | 'grouping' | 'names' | 'onSource'> & { first: Part }) => {
  const t = useT(words)
  const text = useText()
  const me = useMe()
  const { assignment } = first
  const agency = first.kind === 'one' ? first.row.agency : null
  const head = (): { title: string; note: string } => {
    if (grouping === 'deadline') return { title: t(group.key.slice(2) as 'overdue' | 'soon' | 'later' | 'none' | 'done'), note: '' }
    if (grouping === 'assignment') {
      const ordinal = first.kind === 'one' ? first.row.ordinal : first.progress.ordinal
      const shape = first.kind === 'one' ? first.row.shape : (first.progress.shape as keyof typeof shapes)
      return { title: `${ordinal}. ${contentOf(first)}`, note: shape === 'once' ? '' : text(shapes[shape]).toLowerCase() }
    }
    if (first.kind === 'class')
      return { title: namesOf(assignment?.leads) || first.progress.title, note: t('agencies', { n: count(first.progress.total) }) }
    if (agency?.id === me.post.agency.id) return { title: agency.name, note: t('mine') }
    // Only the name that stands for this one agency tells where it comes from.
    const written = assignment?.leads.find((target) => target.kind === 'agency' && target.agencyId === agency?.id)?.as
    const note = written ? names.reading(written)?.note : null
    return { title: agency?.name ?? '', note: note ? text(note) : '' }
  }
  const { title, note } = head()
  const n = { n: count(group.total), done: count(group.done) }
  return (
    <header className="parts-head">
      <h3 className="clip">{title}</h3>
      {note && <span className="meta clip">{note}</span>}
      <span className="parts-head-end meta">
        {grouping === 'assignment' && onSource && assignment?.span && (
          <button type="button" className="plain-button link" onClick={() => onSource(assignment.id)}>
            {t('source')}
          </button>
        )}
        {group.done > 0 ? t('countDone', n) : t('count', n)}
      </span>
    </header>
  )
}
