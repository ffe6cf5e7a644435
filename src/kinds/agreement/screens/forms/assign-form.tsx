import { useState } from 'react'
import type { AgreementAssignment } from '../../contract.ts'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import type { ChosenAgency } from '../../../../web/directory/agency-select.tsx'
import { newKey } from '../../../../web/shell/new-key.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { officialDay } from '../../../../web/ui/dates.ts'
import { PlainSelect } from '../../../../web/ui/plain-select.tsx'
import { Segmented } from '../../../../web/ui/segmented.tsx'
import { standingOf, stateOf } from '../model.ts'
import { useNames } from '../names.ts'
import { recurrenceWords, shapeWords, verbWords } from '../words.ts'
import { ClauseSelect } from './clause-select.tsx'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'
import { PartiesChoice } from './parties-choice.tsx'
import { WordsField } from './words-field.tsx'

const words = messages({
  label: { vi: 'Giao việc', en: 'Assign work' },
  done: { vi: 'Đã giao việc', en: 'The work was assigned' },
  lead: {
    vi: 'Việc đến bàn làm việc của từng đơn vị chủ trì. Kết quả đã xác nhận là minh chứng của điều khoản.',
    en: 'It reaches the desk of each lead. A confirmed result is evidence for the clause.',
  },
  clause: { vi: 'Điều khoản', en: 'Clause' },
  verb: { vi: 'Động từ', en: 'Verb' },
  content: { vi: 'Nội dung việc', en: 'Content' },
  leads: { vi: 'Chủ trì', en: 'Leads' },
  coordinating: { vi: 'Phối hợp', en: 'Coordinating' },
  shape: { vi: 'Cách thực hiện', en: 'How it runs' },
  recurrence: { vi: 'Báo cáo', en: 'Reports' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  inclusive: { vi: 'tính cả ngày này', en: 'this day included' },
  none: { vi: 'không đặt hạn', en: 'no due date' },
  until: { vi: 'đến hết ngày {day}', en: 'by the end of {day}' },
  before: { vi: 'trước ngày {day}', en: 'before {day}' },
})

const SHAPES = ['once', 'recurring', 'continuous', 'on-event'] as const
const RECURRENCES = ['monthly', 'quarterly', 'six-monthly', 'yearly'] as const
const VERBS = ['giao', 'yeu-cau', 'de-nghi'] as const

/** Work that a clause gives rise to. */
export default function AssignForm({ view, action, close, clauseId = '' }: KindActFormProps & { clauseId?: string }) {
  const t = useT(words)
  const text = useText()
  const me = useMe()
  const state = stateOf(view)
  const standing = state && standingOf(state)
  const names = useNames(standing?.text.parties.map((party) => party.agencyId) ?? [], view)
  const [id] = useState(newKey)
  const [clause, setClause] = useState(clauseId)
  const [verb, setVerb] = useState<AgreementAssignment['verb']>('de-nghi')
  const [content, setContent] = useState('')
  const [leads, setLeads] = useState<string[]>([])
  const [leadsUnder, setLeadsUnder] = useState<ChosenAgency[]>([])
  const [others, setOthers] = useState<string[]>([])
  const [othersUnder, setOthersUnder] = useState<ChosenAgency[]>([])
  const [shape, setShape] = useState<AgreementAssignment['shape']>('once')
  const [recurrence, setRecurrence] = useState<(typeof RECURRENCES)[number]>('six-monthly')
  const [date, setDate] = useState<string | null>(null)
  const [inclusive, setInclusive] = useState(true)
  if (!standing) return null

  const leadIds = [...leads, ...leadsUnder.map((one) => one.id)]
  const coordinatingIds = [...others, ...othersUnder.map((one) => one.id)].filter((one) => !leadIds.includes(one))
  const nameOf = (one: string) => names(one)?.name ?? [...leadsUnder, ...othersUnder].find((under) => under.id === one)?.name ?? '…'
  const limit = date ? t(inclusive ? 'until' : 'before', { day: officialDay(date) }) : t('none')
  const parties = [
    { id: 'leads', label: t('leads'), required: true, chosen: leads, onChange: setLeads, under: leadsUnder, onUnder: setLeadsUnder },
    {
      id: 'others',
      label: t('coordinating'),
      required: false,
      chosen: others,
      onChange: setOthers,
      under: othersUnder,
      onUnder: setOthersUnder,
    },
  ]
  const assignment: AgreementAssignment = {
    id,
    verb,
    content,
    leadIds,
    coordinatingIds,
    shape,
    recurrence: shape === 'once' ? null : recurrence,
    deadline: shape === 'once' && date ? { words: limit, date, inclusive } : null,
  }
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      close={close}
      width={600}
      missing={[...(clause ? [] : ['clause']), ...(content.trim() ? [] : ['content']), ...(leadIds.length > 0 ? [] : ['leads'])]}
      payload={() => ({ clauseId: clause, assignment })}
      answers={[
        { label: t('content'), value: `${text(verbWords[verb])}: ${content}` },
        { label: t('leads'), value: leadIds.map(nameOf).join('\n') },
        { label: t('coordinating'), value: coordinatingIds.map(nameOf).join('\n') || '–' },
        {
          label: t('shape'),
          value:
            shape === 'once' ? text(shapeWords.once) : `${text(shapeWords[shape])}, ${text(recurrenceWords[recurrence]).toLowerCase()}`,
        },
        ...(shape === 'once' ? [{ label: t('deadline'), value: limit }] : []),
      ]}
    >
      <Field id="clause" label={t('clause')} required>
        {(control) => <ClauseSelect {...control} view={view} value={clause} onChange={setClause} />}
      </Field>
      <Field id="verb" label={t('verb')} group>
        {() => (
          <Segmented
            label={t('verb')}
            value={verb}
            onChange={setVerb}
            options={VERBS.map((value) => ({ value, label: text(verbWords[value]) }))}
          />
        )}
      </Field>
      <WordsField id="content" label={t('content')} required value={content} onChange={setContent} maxRows={10} most={20_000} />
      {parties.map(({ id: field, label, required, ...choice }) => (
        <Field key={field} id={field} label={label} group required={required}>
          {(control) => <PartiesChoice id={control.id} text={standing.text} names={names} mine={me.post.agency.id} {...choice} />}
        </Field>
      ))}
      <Field id="shape" label={t('shape')} group>
        {() => (
          <Segmented
            label={t('shape')}
            value={shape}
            onChange={setShape}
            options={SHAPES.map((value) => ({ value, label: text(shapeWords[value]) }))}
          />
        )}
      </Field>
      {shape === 'once' ? (
        <Field id="deadline" label={t('deadline')}>
          {(control) => (
            <span className="row-gap wrap">
              <DateField {...control} value={date} onChange={setDate} />
              <label className="row-gap">
                <input type="checkbox" checked={inclusive} onChange={(event) => setInclusive(event.target.checked)} />
                {t('inclusive')}
              </label>
            </span>
          )}
        </Field>
      ) : (
        <Field id="recurrence" label={t('recurrence')}>
          {(control) => (
            <PlainSelect
              {...control}
              value={recurrence}
              onChange={(value) => setRecurrence(value as typeof recurrence)}
              options={RECURRENCES.map((value) => ({ value, label: text(recurrenceWords[value]) }))}
            />
          )}
        </Field>
      )}
    </FormShell>
  )
}
