import type { ReactNode } from 'react'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useMissing } from './missing.ts'
import './forms.css'

const words = messages({ missing: { vi: 'Điền mục này', en: 'Fill this in' } })

/** What a control takes from its field. */
export type Control = {
  id: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  'aria-required'?: true | undefined
}

/** A labelled field with its help and, where it is wanted and empty, its error. `group`: several controls under one legend. */
export const Field = ({
  id,
  label,
  help,
  required = false,
  group = false,
  children,
}: {
  id: string
  label: string
  help?: string | undefined
  required?: boolean
  group?: boolean
  children: (control: Control) => ReactNode
}) => {
  const t = useT(words)
  const error = useMissing(id)
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  const star = required && (
    <span className="seal" aria-hidden="true">
      {' '}
      *
    </span>
  )
  const below = (
    <>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {t('missing')}
        </span>
      )}
    </>
  )
  const control = children({
    id,
    'aria-describedby': described,
    'aria-invalid': error || undefined,
    'aria-required': required || undefined,
  })
  if (group) {
    return (
      <fieldset className="field plain-fieldset" aria-describedby={described}>
        <legend className="field-label">
          {label}
          {star}
        </legend>
        {control}
        {below}
      </fieldset>
    )
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {star}
      </label>
      {control}
      {below}
    </div>
  )
}
