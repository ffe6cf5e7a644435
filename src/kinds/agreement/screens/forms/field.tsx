import type { ReactNode } from 'react'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { type Control, controlOf, FieldNotes, Wanted } from '../../../../web/ui/field-parts.tsx'
import { LabelledField } from '../../../../web/ui/labelled-field.tsx'
import { useMissing } from './missing.ts'
import './forms.css'

const words = messages({ missing: { vi: 'Điền mục này', en: 'Fill this in' } })

type Props = {
  id: string
  label: string
  help?: string | undefined
  required?: boolean
  /** Several controls under one legend. */
  group?: boolean
  children: (control: Control) => ReactNode
}

/** A field of a form of the agreement: where it is wanted and empty, it says so. */
export const Field = ({ group = false, ...field }: Props) => {
  const t = useT(words)
  const error = useMissing(field.id) ? t('missing') : null
  if (!group) return <LabelledField {...field} error={error} />
  const { id, label, help, required = false, children } = field
  const control = controlOf({ id, help, error, required })
  return (
    <fieldset className="field plain-fieldset" aria-describedby={control['aria-describedby']}>
      <legend className="field-label">
        {label}
        {required && <Wanted />}
      </legend>
      {children(control)}
      <FieldNotes id={id} help={help} error={error} />
    </fieldset>
  )
}
