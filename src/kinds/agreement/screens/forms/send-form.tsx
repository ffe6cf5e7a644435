import { useState } from 'react'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { officialDay } from '../../../../web/ui/dates.ts'
import { clausesIn, proposalOf, stateOf } from '../model.ts'
import { useNames } from '../names.ts'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'
import { WordsField } from './words-field.tsx'

const words = messages({
  label: { vi: 'Gửi các bên', en: 'Send to the parties' },
  done: { vi: 'Đã gửi các bên lấy ý kiến', en: 'Sent to the parties for comments' },
  lead: {
    vi: 'Các bên đọc, góp ý từng điều khoản rồi đồng ý. Sửa sau khi gửi là một bản mới.',
    en: 'The parties read it, comment on its clauses and agree. A change after sending is a new version.',
  },
  note: { vi: 'Lời gửi', en: 'Note' },
  answerBy: { vi: 'Trả lời trước hết ngày', en: 'Answer by the end of' },
  parties: { vi: 'Gửi đến', en: 'Sent to' },
  clauses: { vi: 'Điều khoản', en: 'Clauses' },
  none: { vi: 'không đặt hạn', en: 'no due date' },
})

/** Puts the draft to its parties. */
export default function SendForm({ view, action, close }: KindActFormProps) {
  const t = useT(words)
  const [note, setNote] = useState('')
  const [answerBy, setAnswerBy] = useState<string | null>(null)
  const state = stateOf(view)
  const draft = state ? proposalOf(state) : null
  const names = useNames(draft?.text.parties.map((party) => party.agencyId) ?? [], view)
  const parties = draft?.text.parties.map((party) => names(party.agencyId)?.name ?? '…').join('\n') ?? ''
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      close={close}
      payload={() => ({ note, answerBy })}
      answers={[
        { label: t('parties'), value: parties },
        { label: t('clauses'), value: draft ? clausesIn(draft.text).length : 0 },
        { label: t('answerBy'), value: answerBy ? officialDay(answerBy) : t('none') },
        { label: t('note'), value: note || '–' },
      ]}
    >
      <Field id="answer-by" label={t('answerBy')}>
        {(control) => <DateField {...control} value={answerBy} onChange={setAnswerBy} />}
      </Field>
      <WordsField id="note" label={t('note')} value={note} onChange={setNote} />
    </FormShell>
  )
}
