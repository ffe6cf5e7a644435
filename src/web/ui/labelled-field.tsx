import type { ReactNode } from 'react'
import { type Control, controlOf, FieldNotes, Wanted } from './field-parts.tsx'

/** A labelled field with its help and its error. */
export const LabelledField = ({
  id,
  label,
  help,
  error = null,
  required = false,
  children,
}: {
  id: string
  label: string
  help?: string | undefined
  error?: string | null
  required?: boolean
  children: (control: Control) => ReactNode
}) => (
  <div className="field">
    <label htmlFor={id}>
      {label}
      {required && <Wanted />}
    </label>
    {children(controlOf({ id, help, error, required }))}
    <FieldNotes id={id} help={help} error={error} />
  </div>
)
