import { useId } from 'react'
import './segmented.css'

/** One of a few, side by side: radio buttons that look like a switch. */
export const Segmented = <V extends string>({
  label,
  options,
  value,
  onChange,
  wide,
}: {
  label: string
  options: { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
  wide?: boolean
}) => {
  const name = useId()
  return (
    <fieldset className="segmented" data-wide={wide || undefined}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} data-on={option.value === value || undefined}>
          <input type="radio" name={name} className="sr-only" checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
