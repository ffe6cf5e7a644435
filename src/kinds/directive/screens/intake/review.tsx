import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { caseQuery } from '../../../../web/case/case-queries.ts'
import { useCommand } from '../../../../web/shell/command.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { CheckAnswers } from '../../../../web/ui/check-answers.tsx'
import { officialDay } from '../../../../web/ui/dates.ts'
import type { Names } from '../names-query.ts'
import { entriesOf, reachOf } from '../target-entries.ts'
import { documentTypes, recurrences, shapes, verbs } from '../words.ts'
import { titleOf } from './card-words.ts'
import type { DirectiveAssignment, Draft } from './edits.ts'

const words = messages({
  title: { vi: 'Xem lại và giao việc', en: 'Check and assign' },
  document: { vi: 'Văn bản', en: 'Document' },
  number: { vi: '{type} {number}, ngày {date}', en: '{type} {number} of {date}' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
  assignments: { vi: 'Nhiệm vụ', en: 'Assignments' },
  total: { vi: '{n} nhiệm vụ, {parts} phần việc của đơn vị chủ trì', en: '{n} assignments, {parts} parts of leading agencies' },
  reach: { vi: 'Ai nhận việc', en: 'Who receives work' },
  agencies: { vi: '{n} đơn vị', en: '{n} agencies' },
  informed: { vi: 'Để biết', en: 'For information' },
  who: { vi: 'Giao cho', en: 'Assigned to' },
  coordinating: { vi: 'phối hợp {names}', en: 'with {names}' },
  until: { vi: 'hạn hết ngày {day}', en: 'due by the end of {day}' },
  before: { vi: 'hạn trước ngày {day}: ngày này đã là muộn', en: 'due before {day}: that day is late' },
  words: { vi: 'văn bản ghi "{words}"', en: 'the text says "{words}"' },
  rest: { vi: 'Hạn rơi vào ngày nghỉ thì lùi sang ngày làm việc kế tiếp.', en: 'A limit on a day of rest moves to the next working day.' },
  noLimit: { vi: 'không đặt hạn', en: 'no deadline' },
  act: { vi: 'Giao việc', en: 'Assign' },
  done: { vi: 'Đã giao việc', en: 'Assigned' },
  receipt: { vi: 'Biên nhận {seq}', en: 'Receipt {seq}' },
  lead: {
    vi: 'Giao việc gửi ngay đến bàn làm việc của từng đơn vị và ghi vào nhật ký. Sau đó chỉ huỷ hoặc giao thêm từng việc.',
    en: "Assigning reaches every agency's desk at once and goes into the record. After it, assignments can only be added or cancelled one by one.",
  },
})

/** Check-your-answers of the whole directive; issues it, shows the receipt and goes to the case. */
export const Review = ({ caseId, draft, names, onBack }: { caseId: string; draft: Draft; names: Names; onBack: () => void }) => {
  const t = useT(words)
  const text = useText()
  const navigate = useNavigate()
  const give = useCommand()
  const { data: view } = useQuery(caseQuery(caseId))
  const [opened] = useState(() => new Date())
  const { document, assignments } = draft
  const parts = assignments.reduce((sum, one) => sum + reachOf(one.leads, names), 0)
  const issue = () =>
    give.mutate(
      { streamType: 'directive', id: caseId, command: 'issue', payload: {}, ...(view ? { version: view.version } : {}) },
      {
        onSuccess: (receipt) => {
          announce(t('done'), receipt.seq ? { detail: t('receipt', { seq: count(Number(receipt.seq)) }) } : {})
          void navigate({ to: '/case/$id', params: { id: caseId } })
        },
      },
    )
  const answers = [
    {
      label: t('document'),
      value: t('number', {
        type: text(documentTypes[document.type]),
        number: document.number,
        date: document.date ? officialDay(document.date) : '…',
      }),
    },
    { label: t('issuer'), value: (document.issuerId && names.agency(document.issuerId)?.name) || document.issuerName },
    { label: t('subject'), value: document.subject },
    { label: t('assignments'), value: t('total', { n: count(assignments.length), parts: count(parts) }) },
    { label: t('reach'), value: <Reach draft={draft} names={names} /> },
    ...(draft.recipients.length > 0 ? [{ label: t('informed'), value: t('agencies', { n: count(draft.recipients.length) }) }] : []),
    {
      label: t('who'),
      value: (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls alone, so the keyboard must reach it
        <ol className="review-list" tabIndex={0} aria-label={t('who')}>
          {assignments.map((one) => (
            <li key={one.id}>
              <span className="strong">
                {one.ordinal}. {titleOf(one)}
              </span>
              <span>
                {text(verbs[one.verb])}{' '}
                {entriesOf(one.leads, names)
                  .map((entry) => entry.label)
                  .join(', ')}
                {one.coordinating.length > 0 &&
                  `, ${t('coordinating', {
                    names: entriesOf(one.coordinating, names)
                      .map((entry) => entry.label)
                      .join(', '),
                  })}`}
              </span>
              <span className="meta">
                <Limit one={one} />
              </span>
            </li>
          ))}
        </ol>
      ),
    },
  ]
  return (
    <CheckAnswers
      key={opened.getTime()}
      title={t('title')}
      lead={t('lead')}
      answers={answers}
      act={t('act')}
      busy={give.isPending || !view}
      error={give.error}
      onAct={issue}
      onBack={onBack}
    />
  )
}

/** How many agencies each name of the document reaches, as leads; the largest classes first. */
const Reach = ({ draft, names }: { draft: Draft; names: Names }) => {
  const t = useT(words)
  const counts = new Map<string, number>()
  for (const one of draft.assignments) for (const entry of entriesOf(one.leads, names)) counts.set(entry.label, entry.count)
  const classes = [...counts].filter(([, n]) => n > 1).toSorted((a, b) => b[1] - a[1])
  const single = [...counts].filter(([, n]) => n === 1).map(([label]) => label)
  return (
    <>
      {classes.map(([label]) => (
        <div key={label}>{label}</div>
      ))}
      {single.length > 0 && (
        <div>
          {t('agencies', { n: count(single.length) })}: {single.join(', ')}
        </div>
      )}
    </>
  )
}

const Limit = ({ one }: { one: DirectiveAssignment }) => {
  const t = useT(words)
  const text = useText()
  const rhythm =
    one.shape === 'once' ? null : `${text(shapes[one.shape]).toLowerCase()}, ${text(recurrences[one.recurrence ?? 'six-monthly'])}`
  if (!one.deadline?.date)
    return [rhythm ?? t('noLimit'), one.deadline?.words ? t('words', { words: one.deadline.words }) : null].filter(Boolean).join(' · ')
  const limit = t(one.deadline.inclusive ? 'until' : 'before', { day: officialDay(one.deadline.date) })
  return [limit, one.deadline.words ? t('words', { words: one.deadline.words }) : null, rhythm, t('rest')].filter(Boolean).join(' · ')
}
