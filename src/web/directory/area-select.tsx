import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useLater } from '../shell/use-later.ts'
import { areasQuery } from './directory-queries.ts'

/** An area found by its name, of today or of before. */
export const AreaSelect = ({
  id,
  label,
  placeholder,
  value,
  onChange,
}: {
  id: string
  label: string
  placeholder: string
  value: string | null
  onChange: (code: string | null) => void
}) => {
  const [typed, setTyped] = useState('')
  const { data } = useQuery({ ...areasQuery(useLater(typed.trim())), placeholderData: keepPreviousData })
  return (
    <Select
      id={id}
      aria-label={label}
      style={{ minWidth: 170 }}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={placeholder}
      value={value}
      options={(data ?? []).map((area) => ({ value: area.code, label: area.name }))}
      onChange={(code: string | undefined) => onChange(code ?? null)}
    />
  )
}
