import { useState } from 'react'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { messages, useT, type Text } from '../../../../web/shell/i18n.ts'
import { actionOf } from '../model.ts'
import { FormShell } from './form-shell.tsx'
import { WordsField } from './words-field.tsx'

const words = messages({ reason: { vi: 'Lý do', en: 'Reason' } })

const forms = {
  withdrawEvidence: {
    label: { vi: 'Rút minh chứng', en: 'Withdraw the evidence' },
    done: { vi: 'Đã rút minh chứng', en: 'The evidence was withdrawn' },
    lead: { vi: 'Minh chứng không còn được tính. Nhật ký vẫn giữ.', en: 'It no longer counts. The record keeps it.' },
    key: 'evidenceId',
  },
  cancelAssignment: {
    label: { vi: 'Huỷ việc', en: 'Cancel the work' },
    done: { vi: 'Đã huỷ việc', en: 'The work was cancelled' },
    lead: {
      vi: 'Việc rời bàn làm việc của các đơn vị. Kết quả đã xác nhận vẫn là minh chứng.',
      en: 'It leaves the desks of those who had it. Confirmed results stay evidence.',
    },
    key: 'assignmentId',
  },
} satisfies Record<string, { label: Text; done: Text; lead: Text; key: string }>

/** Takes back what one's own agency recorded or asked for. */
export default function WithdrawForm({
  view,
  what,
  close,
}: {
  view: CaseView
  what: { command: keyof typeof forms; id: string }
  close: () => void
}) {
  const t = useT(words)
  const [reason, setReason] = useState('')
  const { key, ...form } = forms[what.command]
  return (
    <FormShell
      view={view}
      action={actionOf(view, what.command)}
      {...form}
      danger
      close={close}
      missing={reason.trim() ? [] : ['reason']}
      payload={() => ({ [key]: what.id, reason })}
    >
      <WordsField id="reason" label={t('reason')} required value={reason} onChange={setReason} />
    </FormShell>
  )
}
