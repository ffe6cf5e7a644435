import { useState } from 'react'
import { Input } from 'antd'
import type { FileRef } from '../../../../kernel/http/views.ts'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { serverNow } from '../../../../web/shell/server-time.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { dayOf, officialDay } from '../../../../web/ui/dates.ts'
import { FilesField } from '../../../../web/ui/files-field.tsx'
import { proposalOf, stateOf } from '../model.ts'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'

const words = messages({
  label: { vi: 'Ghi chữ ký', en: 'Record the signature' },
  done: { vi: 'Đã ghi chữ ký của đơn vị', en: 'Your agency’s signature was recorded' },
  lead: {
    vi: 'Đây là bản ghi việc ký trên giấy, chưa phải chữ ký số. Khi mọi bên đã ký, quy chế có hiệu lực.',
    en: 'This records a signing on paper; it is not a qualified signature. Once all have signed, it comes into force.',
  },
  position: { vi: 'Chức vụ người ký', en: 'Position that signs' },
  positionHelp: { vi: 'Ghi chức vụ, không ghi tên người.', en: 'The position, not the person’s name.' },
  on: { vi: 'Ngày ký', en: 'Day of signing' },
  scan: { vi: 'Bản chụp trang ký', en: 'Scan of the signed page' },
  as: { vi: 'Thay mặt', en: 'On behalf of' },
  version: { vi: 'Bản', en: 'Version' },
})

/** Records the signature of one's own agency. */
export default function SignForm({ view, action, close }: KindActFormProps) {
  const t = useT(words)
  const me = useMe()
  const state = stateOf(view)
  const version = state ? proposalOf(state) : null
  const own = version?.text.parties.find((party) => party.agencyId === me.post.agency.id)
  const [position, setPosition] = useState(own?.position || me.post.title)
  const [on, setOn] = useState<string | null>(() => dayOf(serverNow()))
  const [files, setFiles] = useState<FileRef[]>([])
  const [busy, setBusy] = useState(false)
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      close={close}
      busy={busy}
      missing={position.trim() ? [] : ['position']}
      payload={() => ({ version: version?.n, position, ...(on ? { on } : {}), fileId: files.at(-1)?.id ?? null })}
      answers={[
        { label: t('as'), value: me.post.agency.name },
        { label: t('position'), value: position },
        { label: t('on'), value: on ? officialDay(on) : '–' },
        { label: t('version'), value: version?.n ?? '' },
        { label: t('scan'), value: files.at(-1)?.name ?? '–' },
      ]}
    >
      <Field id="position" label={t('position')} help={t('positionHelp')} required>
        {(control) => <Input {...control} maxLength={200} value={position} onChange={(event) => setPosition(event.target.value)} />}
      </Field>
      <Field id="on" label={t('on')}>
        {(control) => <DateField {...control} value={on} onChange={setOn} />}
      </Field>
      <Field id="scan" label={t('scan')} group>
        {({ id }) => <FilesField id={id} caseId={view.id} value={files} onChange={(next) => setFiles(next.slice(-1))} onBusy={setBusy} />}
      </Field>
    </FormShell>
  )
}
