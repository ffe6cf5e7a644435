import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useLater } from '../shell/use-later.ts'
import { areasQuery, type AreaRow } from './directory-queries.ts'
import { useClearing } from '../ui/use-clearing.ts'

/** An area found by its name, of today or of before. */
export const AreaSelect = ({
  id,
  label,
  placeholder,
  value,
  onChange,
  known = null,
}: {
  id: string
  label: string
  placeholder: string
  value: string | null
  onChange: (code: string | null) => void
  /** An area whose name is known before any list is read. */
  known?: AreaRow | null
}) => {
  const [typed, setTyped] = useState('')
  const { data } = useQuery({ ...areasQuery(useLater(typed.trim())), placeholderData: keepPreviousData })
  // One that came with the address may stand in no list yet: its code finds its name.
  const listed = (data ?? (known ? [known] : [])).some((area) => area.code === value)
  const { data: own } = useQuery({ ...areasQuery(value ?? ''), enabled: value !== null && data !== undefined && !listed })
  const clearing = useClearing()
  return (
    <Select
      id={id}
      aria-label={label}
      style={{ minWidth: 170 }}
      allowClear={clearing}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={placeholder}
      value={value}
      options={[...(data ?? (known ? [known] : [])), ...(listed ? [] : (own?.slice(0, 1) ?? []))].map((area) => ({
        value: area.code,
        label: area.name,
      }))}
      onChange={(code: string | undefined) => onChange(code ?? null)}
    />
  )
}
