import { useState } from 'react'
import { Input } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { officialDay } from '../../../../web/ui/dates.ts'
import type { AgreementText } from '../../contract.ts'
import { Field } from '../forms/field.tsx'
import { FormShell } from '../forms/form-shell.tsx'
import { actionOf, stateOf } from '../model.ts'
import { changesBetween, sendable } from './text-edits.ts'

const words = messages({
  revise: { vi: 'Gửi bản mới', en: 'Send the new version' },
  propose: { vi: 'Gửi đề nghị sửa đổi', en: 'Send the amendment' },
  done: { vi: 'Đã gửi các bên', en: 'Sent to the parties' },
  leadRevise: {
    vi: 'Bản mới thay bản đang lấy ý kiến. Đồng ý và chữ ký của bản trước không còn tính.',
    en: 'It takes the place of the version under comment. What was agreed or signed before no longer counts.',
  },
  leadPropose: {
    vi: 'Bản đang có hiệu lực giữ nguyên đến khi mọi bên ký bản sửa đổi.',
    en: 'The text in force stays until every party has signed the amendment.',
  },
  gaps: { vi: 'Còn {n} chỗ chưa điền, máy chủ có thể từ chối.', en: '{n} places are empty; the server may refuse it.' },
  note: { vi: 'Nói rõ đã đổi gì và vì sao', en: 'What changed and why' },
  answerBy: { vi: 'Trả lời trước hết ngày', en: 'Answer by the end of' },
  version: { vi: 'Bản', en: 'Version' },
  clauses: { vi: 'Điều khoản', en: 'Clauses' },
  counts: { vi: '{changed} sửa, {added} thêm, {removed} bỏ', en: '{changed} changed, {added} added, {removed} removed' },
  none: { vi: 'không đặt hạn', en: 'no due date' },
})

/** Sends the next version, with what it changes. */
export const SendVersion = ({
  view,
  mode,
  base,
  text,
  gaps,
  close,
  onDone,
}: {
  view: CaseView
  mode: 'revise' | 'propose'
  base: AgreementText
  text: AgreementText
  gaps: number
  close: () => void
  onDone: () => void
}) => {
  const t = useT(words)
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const [answerBy, setAnswerBy] = useState<string | null>(null)
  const said = changesBetween(base, text)
  return (
    <FormShell
      view={view}
      action={actionOf(view, mode)}
      label={words[mode]}
      done={words.done}
      lead={mode === 'revise' ? words.leadRevise : words.leadPropose}
      close={close}
      onDone={() => {
        onDone()
        void navigate({ to: `/case/${view.id}`, search: { part: 'text' } })
      }}
      missing={mode === 'propose' && !note.trim() ? ['note'] : []}
      payload={() => ({ text: sendable(text), note, answerBy })}
      answers={[
        { label: t('version'), value: (stateOf(view)?.versions.length ?? 0) + 1 },
        {
          label: t('clauses'),
          value: t('counts', { changed: count(said.changed), added: count(said.added), removed: count(said.removed) }),
        },
        { label: t('answerBy'), value: answerBy ? officialDay(answerBy) : t('none') },
        { label: t('note'), value: note || '–' },
      ]}
    >
      {gaps > 0 && <p className="amber">{t('gaps', { n: count(gaps) })}</p>}
      <Field id="note" label={t('note')} required={mode === 'propose'}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3 }}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Field id="answer-by" label={t('answerBy')}>
        {(control) => <DateField {...control} value={answerBy} onChange={setAnswerBy} />}
      </Field>
    </FormShell>
  )
}
