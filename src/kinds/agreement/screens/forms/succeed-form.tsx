import { useState } from 'react'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { AgencySelect, type ChosenAgency } from '../../../../web/directory/agency-select.tsx'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { PlainSelect } from '../../../../web/ui/plain-select.tsx'
import { standingOf, stateOf } from '../model.ts'
import { useNames } from '../names.ts'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'

const words = messages({
  label: { vi: 'Ghi đơn vị kế thừa', en: 'Record a successor' },
  done: { vi: 'Đã ghi đơn vị kế thừa', en: 'The successor was recorded' },
  lead: {
    vi: 'Đơn vị kế thừa trả lời thay từ nay. Chữ ký cũ vẫn ghi tên đơn vị đã ký.',
    en: 'The successor answers from now on. The old signature keeps the name of who signed.',
  },
  from: { vi: 'Bên đã sáp nhập', en: 'Party that was merged' },
  to: { vi: 'Đơn vị kế thừa', en: 'Successor' },
})

/** A party was merged: who answers in its place. */
export default function SucceedForm({ view, action, close }: KindActFormProps) {
  const t = useT(words)
  const state = stateOf(view)
  const parties = (state && standingOf(state)?.text.parties) ?? []
  const names = useNames(
    parties.map((party) => party.agencyId),
    view,
  )
  const [from, setFrom] = useState('')
  const [to, setTo] = useState<ChosenAgency[]>([])
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      close={close}
      missing={[...(from ? [] : ['from']), ...(to[0] ? [] : ['to'])]}
      payload={() => ({ agencyId: from, successorId: to[0]?.id })}
      answers={[
        { label: t('from'), value: names(from)?.name ?? '' },
        { label: t('to'), value: to[0]?.name ?? '' },
      ]}
    >
      <Field id="from" label={t('from')} required>
        {(control) => (
          <PlainSelect
            {...control}
            value={from}
            onChange={setFrom}
            options={[
              { value: '', label: '–' },
              ...parties.map((party) => ({ value: party.agencyId, label: names(party.agencyId)?.name ?? '…' })),
            ]}
          />
        )}
      </Field>
      <Field id="to" label={t('to')} required>
        {(control) => <AgencySelect {...control} value={to} onChange={setTo} />}
      </Field>
    </FormShell>
  )
}
