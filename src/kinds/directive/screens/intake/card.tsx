import type { ReactNode, Ref } from 'react'
import { Input } from 'antd'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { Chip } from '../../../../web/ui/chip.tsx'
import type { Names } from '../names-query.ts'
import { entriesOf } from '../target-entries.ts'
import { verbs } from '../words.ts'
import { DeadlineField } from './deadline-field.tsx'
import { missingOf, type DirectiveAssignment } from './edits.ts'
import { TargetField } from './target-field.tsx'
import { doubtsOf, titleOf, unsureLook } from './card-words.ts'

const words = messages({
  verb: { vi: 'Động từ', en: 'Verb' },
  lead: { vi: 'Chủ trì', en: 'Lead' },
  coordinating: { vi: 'Phối hợp', en: 'Coordinating' },
  content: { vi: 'Nội dung', en: 'Content' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
  reopen: { vi: 'Bỏ xác nhận', en: 'Take back' },
  split: { vi: 'Tách', en: 'Split' },
  merge: { vi: 'Gộp với {n}', en: 'Merge with {n}' },
  notTask: { vi: 'Không phải nhiệm vụ', en: 'Not a task' },
  needLead: { vi: 'Chọn cơ quan chủ trì', en: 'Choose the lead' },
  needUnknown: { vi: 'Chọn cơ quan cho tên chưa rõ', en: 'Choose the agency for the unknown name' },
  needContent: { vi: 'Điền nội dung', en: 'Fill in the content' },
})

const REASONS = { lead: 'needLead', unknown: 'needUnknown', content: 'needContent' } as const

export type CardProps = {
  one: DirectiveAssignment
  nextOrdinal: number | null
  names: Names
  context: { issuerId: string | null; date: string | null }
  cardRef: Ref<HTMLElement>
  onChange: (more: Partial<DirectiveAssignment>) => void
  onConfirm: () => void
  onSplit: () => void
  onMerge: () => void
  onRemove: () => void
}

/** The assignment that is being read: every part of it can be changed, and one key vouches for it. */
export const Card = ({ one, nextOrdinal, names, context, cardRef, onChange, onConfirm, onSplit, onMerge, onRemove }: CardProps) => {
  const t = useT(words)
  const text = useText()
  const missing = missingOf(one)
  const of = (codes: RegExp) => (one.confirmed ? [] : doubtsOf(one).filter((reason) => codes.test(reason.code)))
  const [about, lead, deadline] = [of(/^reading$/), of(/lead$|^class/), of(/^deadline/)]
  const id = (part: string) => `card-${part}`
  return (
    <article className="intake-card" ref={cardRef} tabIndex={-1} data-card={one.id} aria-label={`${one.ordinal}. ${titleOf(one)}`}>
      <header className="intake-card-head">
        <span className="ordinal" data-current>
          {one.ordinal}
        </span>
        <h3 className="clip">{titleOf(one)}</h3>
        {!one.confirmed && doubtsOf(one).length > 0 && <Chip look={unsureLook(one)} />}
        {one.confirmed && <Chip look={{ tone: 'green', sign: 'tick', text: words.confirmed }} />}
      </header>
      <Doubts list={about} />
      <Row label={t('verb')} htmlFor={id('verb')}>
        <select
          id={id('verb')}
          className="verb-select"
          value={one.verb}
          onChange={(event) => onChange({ verb: event.target.value as DirectiveAssignment['verb'] })}
        >
          {Object.entries(verbs).map(([value, label]) => (
            <option key={value} value={value}>
              {text(label)}
            </option>
          ))}
        </select>
      </Row>
      <Row label={t('lead')} htmlFor={id('lead')}>
        <TargetField
          id={id('lead')}
          party="lead"
          value={one.leads}
          onChange={(leads) => onChange({ leads })}
          names={names}
          context={context}
          unsure={lead.length > 0 || missing === 'lead'}
          describedBy={lead.length > 0 ? id('lead-doubt') : undefined}
        />
        <Doubts list={lead} id={id('lead-doubt')} />
        {lead.length === 0 && <LeadNote one={one} names={names} />}
      </Row>
      <Row label={t('coordinating')} htmlFor={id('coordinating')}>
        <TargetField
          id={id('coordinating')}
          party="coordinating"
          value={one.coordinating}
          onChange={(coordinating) => onChange({ coordinating })}
          names={names}
          context={context}
        />
      </Row>
      <Row label={t('content')} htmlFor={id('content')}>
        <Input.TextArea
          id={id('content')}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={20_000}
          value={one.content}
          onChange={(event) => onChange({ content: event.target.value })}
        />
      </Row>
      <Row label={t('deadline')} htmlFor={id('deadline')}>
        <DeadlineField id={id('deadline')} one={one} onChange={onChange} />
        <Doubts list={deadline} />
      </Row>
      <footer className="intake-card-foot">
        {one.confirmed ? (
          <ActButton onClick={() => onChange({ confirmed: false })}>{t('reopen')}</ActButton>
        ) : (
          <ActButton primary icon={<TickIcon />} onClick={onConfirm} reason={missing && t(REASONS[missing])}>
            {t('confirm')} <span aria-hidden="true">↵</span>
          </ActButton>
        )}
        <ActButton onClick={onSplit}>{t('split')}</ActButton>
        {nextOrdinal !== null && <ActButton onClick={onMerge}>{t('merge', { n: nextOrdinal })}</ActButton>}
        <button type="button" className="plain-button not-task" onClick={onRemove}>
          {t('notTask')}
        </button>
      </footer>
      {missing && !one.confirmed && <p className="act-reason">{t(REASONS[missing])}</p>}
    </article>
  )
}

const TickIcon = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
    <path d="M2 7.4 5.4 11 12 3.6" />
  </svg>
)

const Row = ({ label, htmlFor, children }: { label: string; htmlFor: string; children: ReactNode }) => (
  <div className="intake-card-row">
    <label htmlFor={htmlFor}>{label}</label>
    <div>{children}</div>
  </div>
)

const Doubts = ({ list, id }: { list: DirectiveAssignment['unsure']; id?: string }) => {
  const text = useText()
  if (list.length === 0) return null
  return (
    <p className="doubt" id={id}>
      {list.map((reason) => text(reason.text)).join(' ')}
    </p>
  )
}

const LeadNote = ({ one, names }: { one: DirectiveAssignment; names: Names }) => {
  const text = useText()
  const notes = entriesOf(one.leads, names).flatMap((entry) => (entry.note ? [text(entry.note)] : []))
  return notes.length > 0 ? <p className="meta">{[...new Set(notes)].slice(0, 3).join(' · ')}</p> : null
}
