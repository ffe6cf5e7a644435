import { useState } from 'react'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT, type Text } from '../../../../web/shell/i18n.ts'
import { proposalOf, stateOf } from '../model.ts'
import { FormShell } from './form-shell.tsx'
import { WordsField } from './words-field.tsx'

const words = messages({ reason: { vi: 'Lý do', en: 'Reason' } })

const forms: Record<string, { label: Text; done: Text; lead: Text; optional?: boolean }> = {
  withdrawAgree: {
    label: { vi: 'Rút đồng ý', en: 'Take the agreement back' },
    done: { vi: 'Đã rút đồng ý', en: 'The agreement was taken back' },
    lead: { vi: 'Bản này trở lại bước lấy ý kiến. Các bên được báo.', en: 'This version goes back to comments. The parties are told.' },
  },
  withdrawProposal: {
    label: { vi: 'Rút bản sửa đổi', en: 'Withdraw the amendment' },
    done: { vi: 'Đã rút bản sửa đổi', en: 'The amendment was withdrawn' },
    lead: { vi: 'Bản đang có hiệu lực không đổi.', en: 'The text in force does not change.' },
  },
  refuseEnd: {
    label: { vi: 'Không đồng ý kết thúc', en: 'Refuse to end it' },
    done: { vi: 'Đã từ chối kết thúc', en: 'The end was refused' },
    lead: { vi: 'Quy chế tiếp tục có hiệu lực.', en: 'The agreement stays in force.' },
  },
  discard: {
    label: { vi: 'Bỏ dự thảo', en: 'Discard the draft' },
    done: { vi: 'Đã bỏ dự thảo', en: 'The draft was discarded' },
    lead: {
      vi: 'Dự thảo đóng lại, không gửi thêm cho ai. Nhật ký vẫn giữ.',
      en: 'The draft is closed and goes to nobody else. Its record stays.',
    },
    optional: true,
  },
}

/** The acts that take something back and want a reason for it. */
export default function ReasonForm({ view, action, close }: KindActFormProps) {
  const t = useT(words)
  const [reason, setReason] = useState('')
  const form = forms[action.command]
  if (!form) return null
  const state = stateOf(view)
  const version = state ? proposalOf(state)?.n : undefined
  return (
    <FormShell
      view={view}
      action={action}
      {...form}
      danger
      close={close}
      missing={reason.trim() || form.optional ? [] : ['reason']}
      answers={[{ label: t('reason'), value: reason.trim() || '–' }]}
      payload={() => (action.command === 'withdrawAgree' ? { version, reason } : { reason })}
    >
      <WordsField id="reason" label={t('reason')} required={!form.optional} value={reason} onChange={setReason} />
    </FormShell>
  )
}
