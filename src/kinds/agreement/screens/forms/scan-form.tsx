import { useState } from 'react'
import { Input } from 'antd'
import type { FileRef } from '../../../../kernel/http/views.ts'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { FilesField } from '../../../../web/ui/files-field.tsx'
import { stateOf } from '../model.ts'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'

const words = messages({
  label: { vi: 'Gắn bản chụp đã ký', en: 'Attach the signed scan' },
  done: { vi: 'Đã gắn bản chụp', en: 'The scan was attached' },
  lead: {
    vi: 'Bản chụp văn bản đã ký trên giấy, chưa phải văn bản ký số. Chỉ các bên tải về được.',
    en: 'A scan of what was signed on paper, not a digitally signed document. Only the parties can download it.',
  },
  scan: { vi: 'Bản chụp', en: 'Scan' },
  number: { vi: 'Số, ký hiệu văn bản', en: 'Number and symbol' },
})

/** The scan of the signed document, with the number it was given. */
export default function ScanForm({ view, action, close }: KindActFormProps) {
  const t = useT(words)
  const [files, setFiles] = useState<FileRef[]>([])
  const [busy, setBusy] = useState(false)
  const [number, setNumber] = useState(stateOf(view)?.signedNumber ?? '')
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      close={close}
      busy={busy}
      missing={files.length > 0 ? [] : ['scan']}
      payload={() => ({ fileId: files.at(-1)?.id, number: number.trim() || null })}
    >
      <Field id="scan" label={t('scan')} group required>
        {({ id }) => <FilesField id={id} caseId={view.id} value={files} onChange={(next) => setFiles(next.slice(-1))} onBusy={setBusy} />}
      </Field>
      <Field id="number" label={t('number')}>
        {(control) => <Input {...control} maxLength={100} value={number} onChange={(event) => setNumber(event.target.value)} />}
      </Field>
    </FormShell>
  )
}
