import { useState } from 'react'
import { Select } from 'antd'
import { messages, useT } from '../shell/i18n.ts'
import { useLater } from '../shell/use-later.ts'
import { useFoundAgencies } from './use-found-agencies.ts'

export type ChosenAgency = { id: string; name: string }

const words = messages({ place: { vi: 'Tìm cơ quan', en: 'Find an agency' } })

/** One agency or several, found by name. */
export const AgencySelect = ({
  id,
  value,
  onChange,
  many = false,
  under,
  asOf,
  without,
  ...rest
}: {
  id: string
  value: ChosenAgency[]
  onChange: (agencies: ChosenAgency[]) => void
  many?: boolean
  under?: string
  asOf?: string
  /** Types that cannot be chosen. */
  without?: ReadonlySet<string>
  'aria-label'?: string
  'aria-describedby'?: string | undefined
}) => {
  const t = useT(words)
  const [typed, setTyped] = useState('')
  const rows = useFoundAgencies({ q: useLater(typed.trim()) || undefined, under, asOf })
  const found = rows.filter((agency) => !without?.has(agency.typeId))
  const chosen = value.map((agency) => ({ value: agency.id, label: agency.name }))
  return (
    <Select
      {...rest}
      id={id}
      {...(many ? { mode: 'multiple' as const, maxTagCount: 12 } : {})}
      labelInValue
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('place')}
      value={many ? chosen : chosen[0]}
      options={found.map((agency) => ({ value: agency.id, label: agency.name }))}
      onChange={(next: { value: string; label: unknown } | { value: string; label: unknown }[] | undefined) =>
        onChange((Array.isArray(next) ? next : next ? [next] : []).map((one) => ({ id: one.value, name: String(one.label) })))
      }
    />
  )
}
