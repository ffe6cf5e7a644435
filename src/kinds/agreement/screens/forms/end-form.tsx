import { useState } from 'react'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { serverNow } from '../../../../web/shell/server-time.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { dayOf, officialDay } from '../../../../web/ui/dates.ts'
import { CaseSelect, type ChosenCase } from './case-select.tsx'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'
import { WordsField } from './words-field.tsx'

const words = messages({
  label: { vi: 'Đề nghị kết thúc', en: 'Propose to end it' },
  done: { vi: 'Đã đề nghị kết thúc quy chế', en: 'The end was proposed' },
  lead: { vi: 'Quy chế kết thúc khi mọi bên đồng ý.', en: 'It ends once every party agrees.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  on: { vi: 'Kết thúc từ ngày', en: 'Ends on' },
  by: { vi: 'Quy chế thay thế', en: 'Replaced by' },
})

/** Proposes that the agreement ends, with the one that takes its place where there is one. */
export default function EndForm({ view, action, close }: KindActFormProps) {
  const t = useT(words)
  const [reason, setReason] = useState('')
  const [on, setOn] = useState<string | null>(() => dayOf(serverNow()))
  const [by, setBy] = useState<ChosenCase | null>(null)
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      danger
      close={close}
      missing={[...(reason.trim() ? [] : ['reason']), ...(on ? [] : ['on'])]}
      payload={() => ({ reason, on, replacedBy: by?.id ?? null })}
      answers={[
        { label: t('reason'), value: reason },
        { label: t('on'), value: on ? officialDay(on) : '–' },
        { label: t('by'), value: by?.label ?? '–' },
      ]}
    >
      <WordsField id="reason" label={t('reason')} required value={reason} onChange={setReason} />
      <Field id="on" label={t('on')} required>
        {(control) => <DateField {...control} value={on} onChange={setOn} />}
      </Field>
      <Field id="by" label={t('by')}>
        {(control) => <CaseSelect {...control} kind="agreement" except={view.id} value={by} onChange={setBy} />}
      </Field>
    </FormShell>
  )
}
