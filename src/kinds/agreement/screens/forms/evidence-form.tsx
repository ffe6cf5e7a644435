import { useState } from 'react'
import { Input } from 'antd'
import type { FileRef } from '../../../../kernel/http/views.ts'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { serverNow } from '../../../../web/shell/server-time.ts'
import { useDraft } from '../../../../web/shell/use-draft.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { dayOf } from '../../../../web/ui/dates.ts'
import { FilesField } from '../../../../web/ui/files-field.tsx'
import { ClauseSelect } from './clause-select.tsx'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'
import { WordsField } from './words-field.tsx'

const words = messages({
  label: { vi: 'Thêm minh chứng', en: 'Add evidence' },
  done: { vi: 'Đã ghi minh chứng', en: 'The evidence was recorded' },
  lead: {
    vi: 'Việc đơn vị của đồng chí đã làm cho một điều khoản. Các bên đều thấy.',
    en: 'Something your agency did for a clause. Every party sees it.',
  },
  clause: { vi: 'Điều khoản', en: 'Clause' },
  title: { vi: 'Đã làm gì', en: 'What was done' },
  text: { vi: 'Nội dung, kết quả', en: 'Content, result' },
  on: { vi: 'Ngày làm', en: 'Day it was done' },
  files: { vi: 'Tệp kèm theo', en: 'Files' },
})

type Draft = { clauseId: string; title: string; text: string; on: string | null; files: FileRef[] }

/** A piece of work that one's own agency did for a clause. */
export default function EvidenceForm({ view, action, close, clauseId = '' }: KindActFormProps & { clauseId?: string }) {
  const t = useT(words)
  const me = useMe()
  const [start] = useState<Draft>(() => ({ clauseId, title: '', text: '', on: dayOf(serverNow()), files: [] }))
  const draft = useDraft<Draft>(`${me.officerId}.${view.id}.evidence.${clauseId || 'any'}`, start)
  const [busy, setBusy] = useState(false)
  const { value } = draft
  const set = (change: Partial<Draft>) => draft.set({ ...value, ...change })
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      close={close}
      busy={busy}
      savedAt={draft.savedAt}
      onDone={draft.clear}
      missing={[...(value.clauseId ? [] : ['clause']), ...(value.title.trim() ? [] : ['title'])]}
      payload={() => ({
        clauseId: value.clauseId,
        title: value.title,
        text: value.text,
        fileIds: value.files.map((file) => file.id),
        ...(value.on ? { on: value.on } : {}),
      })}
    >
      <Field id="clause" label={t('clause')} required>
        {(control) => <ClauseSelect {...control} view={view} value={value.clauseId} onChange={(chosen) => set({ clauseId: chosen })} />}
      </Field>
      <Field id="title" label={t('title')} required>
        {(control) => <Input {...control} maxLength={300} value={value.title} onChange={(event) => set({ title: event.target.value })} />}
      </Field>
      <Field id="on" label={t('on')}>
        {(control) => <DateField {...control} value={value.on} onChange={(on) => set({ on })} />}
      </Field>
      <WordsField id="text" label={t('text')} value={value.text} onChange={(text) => set({ text })} rows={4} maxRows={14} most={20_000} />
      <Field id="files" label={t('files')} group>
        {({ id }) => <FilesField id={id} caseId={view.id} value={value.files} onChange={(files) => set({ files })} onBusy={setBusy} />}
      </Field>
    </FormShell>
  )
}
