import { Input } from 'antd'
import { Field } from './field.tsx'

/** A field for sentences. `rows` lines stand open at first and `maxRows` at most, else all of them; `most` counts characters. */
export const WordsField = ({
  id,
  label,
  value,
  onChange,
  required = false,
  rows = 3,
  maxRows,
  most = 2000,
}: {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  required?: boolean
  rows?: number
  maxRows?: number
  most?: number
}) => (
  <Field id={id} label={label} required={required}>
    {(control) => (
      <Input.TextArea
        {...control}
        autoSize={{ minRows: rows, ...(maxRows && { maxRows }) }}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
)
