import { ChevronIcon } from './icons.tsx'
import './plain-select.css'

/** A short choice among a few, as the browser draws it: light, and at home on a phone and with a screen reader. Forms use Ant Design's. */
export const PlainSelect = ({
  id,
  label,
  value,
  options,
  onChange,
}: {
  id: string
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}) => (
  <div className="plain-select">
    <label className="sr-only" htmlFor={id}>
      {label}
    </label>
    <select id={id} value={value} onChange={(event) => onChange(event.target.value)} data-filter>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <ChevronIcon />
  </div>
)
