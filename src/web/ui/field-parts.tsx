/** What a control takes from its field. */
export type Control = {
  id: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  'aria-required'?: true | undefined
}

type Below = { id: string; help?: string | undefined; error?: string | null | undefined }

/** The star of a field that is wanted, for the eye alone: its control says so itself. */
export const Wanted = () => (
  <span className="seal" aria-hidden="true">
    {' '}
    *
  </span>
)

/** The help of a control and what is wrong with it, as `controlOf` names them. */
export const FieldNotes = ({ id, help, error }: Below) => (
  <>
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
  </>
)

/** What the control of a field says of itself. */
export const controlOf = ({ id, help, error, required }: Below & { required?: boolean | undefined }): Control => ({
  id,
  'aria-describedby': [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
  'aria-required': required || undefined,
})
