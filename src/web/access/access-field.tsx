import type { ReactNode } from 'react'

type Described = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined; 'aria-required': true | undefined }

/** A labelled field with its help and its error. */
export const AccessField = ({
  id,
  label,
  help,
  error = null,
  required = false,
  children,
}: {
  id: string
  label: string
  help?: string
  error?: string | null
  required?: boolean
  children: (described: Described) => ReactNode
}) => {
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="seal" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {children({
        id,
        'aria-describedby': described,
        'aria-invalid': error === null ? undefined : true,
        'aria-required': required || undefined,
      })}
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  )
}
