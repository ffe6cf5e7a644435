import { useState } from 'react'
import { Input } from 'antd'
import { newKey } from '../../../../web/shell/new-key.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import type { DirectiveState } from '../../contract.ts'
import { DeadlineField } from '../intake/deadline-field.tsx'
import { emptyAssignment, missingOf, type DirectiveAssignment } from '../intake/edits.ts'
import { TargetField } from '../intake/target-field.tsx'
import { useNames } from '../names-query.ts'
import { entriesOf } from '../target-entries.ts'
import { verbs } from '../words.ts'
import { WordsForm, type ActFrame } from './words-form.tsx'
import '../intake/cards.css'

const words = messages({
  title: { vi: 'Giao thêm nhiệm vụ', en: 'Add an assignment' },
  done: { vi: 'Đã giao thêm nhiệm vụ', en: 'Assignment added' },
  verb: { vi: 'Động từ', en: 'Verb' },
  leads: { vi: 'Chủ trì', en: 'Lead' },
  coordinating: { vi: 'Phối hợp', en: 'Coordinating' },
  content: { vi: 'Nội dung', en: 'Content' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  none: { vi: 'không đặt hạn', en: 'no deadline' },
  lead: { vi: 'Chọn cơ quan chủ trì', en: 'Choose the lead' },
  unknown: { vi: 'Chọn cơ quan cho tên chưa rõ', en: 'Choose the agency for the unknown name' },
  needContent: { vi: 'Điền nội dung', en: 'Fill in the content' },
})

/** One more assignment under a directive that is issued already. */
export default function AddForm({ state, ...frame }: ActFrame & { state: DirectiveState }) {
  const t = useT(words)
  const text = useText()
  const [one, setOne] = useState<DirectiveAssignment>(() => ({
    ...emptyAssignment(newKey()),
    ordinal: Math.max(0, ...state.assignments.map((other) => other.ordinal)) + 1,
    confirmed: true,
  }))
  const set = (more: Partial<DirectiveAssignment>) => setOne({ ...one, ...more })
  const context = { issuerId: state.document.issuerId, date: state.document.date }
  const names = useNames([...one.leads, ...one.coordinating], context)
  const missing = missingOf(one)
  const named = (targets: DirectiveAssignment['leads']) =>
    entriesOf(targets, names)
      .map((entry) => entry.label)
      .join(', ')
  return (
    <WordsForm
      {...frame}
      title={t('title')}
      done={t('done')}
      payload={() => ({ assignment: one })}
      missing={missing && t(missing === 'content' ? 'needContent' : missing)}
      answers={() => [
        { label: t('leads'), value: `${text(verbs[one.verb])} ${named(one.leads)}` },
        ...(one.coordinating.length > 0 ? [{ label: t('coordinating'), value: named(one.coordinating) }] : []),
        { label: t('content'), value: one.content },
        { label: t('deadline'), value: one.deadline?.date ? officialDay(one.deadline.date) : t('none') },
      ]}
    >
      <div className="field">
        <label htmlFor="add-verb">{t('verb')}</label>
        <select
          id="add-verb"
          className="card-select"
          value={one.verb}
          onChange={(event) => set({ verb: event.target.value as DirectiveAssignment['verb'] })}
        >
          {Object.entries(verbs).map(([value, label]) => (
            <option key={value} value={value}>
              {text(label)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="add-lead">{t('leads')}</label>
        <TargetField id="add-lead" party="lead" value={one.leads} onChange={(leads) => set({ leads })} names={names} context={context} />
      </div>
      <div className="field">
        <label htmlFor="add-coordinating">{t('coordinating')}</label>
        <TargetField
          id="add-coordinating"
          party="coordinating"
          value={one.coordinating}
          onChange={(coordinating) => set({ coordinating })}
          names={names}
          context={context}
        />
      </div>
      <div className="field">
        <label htmlFor="add-content">{t('content')}</label>
        <Input.TextArea
          id="add-content"
          autoSize={{ minRows: 3 }}
          maxLength={20_000}
          value={one.content}
          onChange={(event) => set({ content: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="add-deadline">{t('deadline')}</label>
        <DeadlineField id="add-deadline" one={one} onChange={set} />
      </div>
    </WordsForm>
  )
}
