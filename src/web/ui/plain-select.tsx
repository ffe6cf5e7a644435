import { ChevronIcon } from './icons.tsx'
import './plain-select.css'

/** A short choice among a few, as the browser draws it: light, and at home on a phone and with a screen reader. Forms use Ant Design's. */
export const PlainSelect = ({
  id,
  label,
  value,
  options,
  onChange,
  ...described
}: {
  id: string
  /** Its name, unseen. Left out where the field around it has a label for it: two would be read out as one. */
  label?: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  'aria-required'?: true | undefined
}) => (
  <div className="plain-select">
    {label && (
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
    )}
    <select {...described} id={id} value={value} onChange={(event) => onChange(event.target.value)} data-filter>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <ChevronIcon />
  </div>
)
