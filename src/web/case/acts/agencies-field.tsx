import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { AgencyListView } from '../../../kernel/http/views.ts'
import { api, query } from '../../shell/api.ts'
import { messages, useT } from '../../shell/i18n.ts'
import { useMe } from '../../shell/session.ts'
import { useLater } from '../../shell/use-later.ts'
import type { NamedAgency } from './payload.ts'

const words = messages({ place: { vi: 'Tìm đơn vị trực thuộc', en: 'Find subordinate agencies' } })

/** Agencies under one's own, found by name. The server checks that they are subordinate. */
export const AgenciesField = ({
  value,
  onChange,
  ...rest
}: {
  id: string
  value: NamedAgency[]
  onChange: (agencies: NamedAgency[]) => void
}) => {
  const t = useT(words)
  const me = useMe()
  const [typed, setTyped] = useState('')
  const q = useLater(typed.trim())
  const { data } = useQuery({
    queryKey: ['agencies', 'under', me.post.agency.id, q],
    queryFn: ({ signal }) => api.get<AgencyListView>(`/agencies${query({ q, under: me.post.agency.id })}`, { signal }),
    placeholderData: keepPreviousData,
  })
  const found = (data?.rows ?? []).filter((row) => row.id !== me.post.agency.id)
  return (
    <Select
      {...rest}
      mode="multiple"
      placeholder={t('place')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value.map((agency) => ({ value: agency.id, label: agency.name }))}
      labelInValue
      options={found.map((agency) => ({ value: agency.id, label: agency.name }))}
      onChange={(chosen: { value: string; label: unknown }[]) =>
        onChange(chosen.map((one) => ({ id: one.value, name: String(one.label) })))
      }
    />
  )
}
