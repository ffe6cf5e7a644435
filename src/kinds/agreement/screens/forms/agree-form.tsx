import { useState } from 'react'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { serverNow } from '../../../../web/shell/server-time.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { dayOf, officialDay } from '../../../../web/ui/dates.ts'
import { clausesIn, proposalOf, stateOf } from '../model.ts'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'

const words = messages({
  label: { vi: 'Đồng ý bản này', en: 'Agree to this version' },
  done: { vi: 'Đã ghi sự đồng ý của đơn vị', en: 'Your agency’s agreement was recorded' },
  lead: {
    vi: 'Khi mọi bên đồng ý, quy chế sang bước ký. Rút được trước khi đơn vị ký.',
    en: 'Once every party agrees it goes to signing. It can be taken back until your agency signs.',
  },
  on: { vi: 'Ngày đồng ý', en: 'Day of the agreement' },
  version: { vi: 'Bản', en: 'Version' },
  clauses: { vi: 'Điều khoản', en: 'Clauses' },
  as: { vi: 'Thay mặt', en: 'On behalf of' },
})

/** One agency's agreement to the version that is negotiated. */
export default function AgreeForm({ view, action, close }: KindActFormProps) {
  const t = useT(words)
  const me = useMe()
  const [on, setOn] = useState<string | null>(() => dayOf(serverNow()))
  const state = stateOf(view)
  const version = state ? proposalOf(state) : null
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      close={close}
      payload={() => ({ version: version?.n, ...(on ? { on } : {}) })}
      answers={[
        { label: t('as'), value: me.post.agency.name },
        { label: t('version'), value: version?.n ?? '' },
        { label: t('clauses'), value: version ? clausesIn(version.text).length : 0 },
        { label: t('on'), value: on ? officialDay(on) : '–' },
      ]}
    >
      <Field id="on" label={t('on')}>
        {(control) => <DateField {...control} value={on} onChange={setOn} />}
      </Field>
    </FormShell>
  )
}
