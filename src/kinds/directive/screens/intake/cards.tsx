import type { ReactNode, Ref } from 'react'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { Sign } from '../../../../web/ui/sign.tsx'
import type { Names } from '../names-query.ts'
import { Card, type CardProps } from './card.tsx'
import { CardRow } from './card-row.tsx'
import { groupsOf, type DirectiveAssignment, type Draft } from './edits.ts'

const words = messages({
  cards: { vi: 'Nhiệm vụ', en: 'Assignments' },
  unsure: { vi: 'Chưa chắc, đọc trước', en: 'Unsure, read first' },
  clear: { vi: 'Đọc rõ', en: 'Read clearly' },
  clearNote: { vi: 'vẫn cần cán bộ xác nhận từng việc', en: 'each still needs an officer' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
  verb: { vi: 'động từ', en: 'verb' },
  lead: { vi: 'chủ trì', en: 'lead' },
  coordinating: { vi: 'phối hợp', en: 'coordinating' },
  deadline: { vi: 'thời hạn', en: 'deadline' },
  add: { vi: '+ Thêm nhiệm vụ', en: '+ Add an assignment' },
  none: { vi: 'Chưa có nhiệm vụ nào. Thêm nhiệm vụ đầu tiên.', en: 'No assignments yet. Add the first one.' },
})

type CardsProps = Pick<CardProps, 'names' | 'context'> & {
  draft: Draft
  focus: string | null
  names: Names
  header: ReactNode
  legend: boolean
  cardRef: Ref<HTMLElement>
  onFocus: (id: string) => void
  onAdd: () => void
  acts: (one: DirectiveAssignment) => Pick<CardProps, 'onChange' | 'onConfirm' | 'onSplit' | 'onMerge' | 'onRemove'>
}

/** The assignments as cards: what is unsure first, what is confirmed last; the one being read is open. */
export const Cards = ({ draft, focus, names, context, header, legend, cardRef, onFocus, onAdd, acts }: CardsProps) => {
  const t = useT(words)
  const { unsure, clear, confirmed } = groupsOf(draft)
  const card = (one: DirectiveAssignment) =>
    one.id === focus ? (
      <Card
        key={one.id}
        one={one}
        nextOrdinal={one.ordinal < draft.assignments.length ? one.ordinal + 1 : null}
        names={names}
        context={context}
        cardRef={cardRef}
        {...acts(one)}
      />
    ) : (
      <CardRow key={one.id} one={one} names={names} onChoose={onFocus} />
    )
  return (
    <section className="intake-cards" aria-label={t('cards')}>
      {header}
      {unsure.length > 0 && (
        <GroupHead sign={<Sign name="triangle" className="amber" />} title={t('unsure')} n={unsure.length}>
          {legend && <Legend />}
        </GroupHead>
      )}
      {unsure.map(card)}
      {clear.length > 0 && (
        <GroupHead sign={<Sign name="tick" className="green" />} title={t('clear')} n={clear.length}>
          {unsure.length > 0 || !legend ? <span className="quiet meta-size">{t('clearNote')}</span> : <Legend />}
        </GroupHead>
      )}
      {clear.map(card)}
      {confirmed.length > 0 && <GroupHead sign={<Sign name="shield" className="green" />} title={t('confirmed')} n={confirmed.length} />}
      {confirmed.map(card)}
      {draft.assignments.length === 0 && <p className="quiet">{t('none')}</p>}
      <button type="button" className="plain-button link intake-add" onClick={onAdd}>
        {t('add')}
      </button>
    </section>
  )
}

const GroupHead = ({ sign, title, n, children }: { sign: ReactNode; title: string; n: number; children?: ReactNode }) => (
  <header className="intake-group">
    {sign}
    <h2>{title}</h2>
    <span className="quiet">{count(n)}</span>
    <span className="intake-group-end">{children}</span>
  </header>
)

const Legend = () => {
  const t = useT(words)
  return (
    <span className="legend">
      {(['verb', 'lead', 'coordinating', 'deadline'] as const).map((role) => (
        <span key={role} className="legend-chip" data-role={role}>
          {t(role)}
        </span>
      ))}
    </span>
  )
}
