import { useState } from 'react'
import { Input } from 'antd'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import type { DirectiveState } from '../../contract.ts'
import { WordsForm, type ActFrame } from './words-form.tsx'
import '../intake/cards.css'

const words = messages({
  title: { vi: 'Huỷ một nhiệm vụ', en: 'Cancel an assignment' },
  done: { vi: 'Đã huỷ nhiệm vụ', en: 'Assignment cancelled' },
  which: { vi: 'Nhiệm vụ', en: 'Assignment' },
  choose: { vi: 'Chọn nhiệm vụ', en: 'Choose an assignment' },
  reason: { vi: 'Lý do', en: 'Reason' },
  help: { vi: 'Mọi đơn vị đang làm việc này nhận thông báo cùng lý do.', en: 'Every agency at work on it is told, with the reason.' },
  needReason: { vi: 'Nêu lý do', en: 'Give the reason' },
})

/** Takes one assignment back from all who have it. */
export default function CancelForm({ state, ...frame }: ActFrame & { state: DirectiveState }) {
  const t = useT(words)
  const [id, setId] = useState('')
  const [reason, setReason] = useState('')
  const running = state.assignments.filter((one) => !one.cancelled)
  const chosen = running.find((one) => one.id === id)
  return (
    <WordsForm
      {...frame}
      title={t('title')}
      done={t('done')}
      payload={() => ({ assignmentId: id, reason: reason.trim() })}
      missing={!chosen ? t('choose') : reason.trim() ? null : t('needReason')}
      answers={() => [
        { label: t('which'), value: chosen ? `${chosen.ordinal}. ${chosen.title}` : '' },
        { label: t('reason'), value: reason.trim() },
      ]}
    >
      <div className="field">
        <label htmlFor="cancel-which">{t('which')}</label>
        <select id="cancel-which" className="wide-select" value={id} onChange={(event) => setId(event.target.value)}>
          <option value="">{t('choose')}</option>
          {running.map((one) => (
            <option key={one.id} value={one.id}>
              {one.ordinal}. {one.title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="cancel-reason">{t('reason')}</label>
        <Input.TextArea
          id="cancel-reason"
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="field-help">{t('help')}</p>
      </div>
    </WordsForm>
  )
}
