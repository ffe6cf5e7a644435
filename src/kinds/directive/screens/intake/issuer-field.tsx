import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { AgencyListView } from '../../../../kernel/http/views.ts'
import { api, query } from '../../../../web/shell/api.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useLater } from '../../../../web/shell/use-later.ts'
import { useNames } from '../names-query.ts'
import { useClearing } from '../../../../web/ui/use-clearing.ts'

const words = messages({
  place: { vi: 'Tìm trong danh bạ', en: 'Find in the directory' },
  written: { vi: 'Văn bản ghi "{name}".', en: 'The document says "{name}".' },
  none: { vi: 'Danh bạ không có tên này', en: 'The directory has no such name' },
})

type Props = { id: string; issuerId: string | null; issuerName: string; onChange: (id: string | null, name: string) => void }

const optionWords = ({ data }: { data: { label?: unknown; note?: unknown } }) => (
  <span>
    {String(data.label)} <span className="meta">{data.note ? String(data.note) : ''}</span>
  </span>
)

/** One agency of the directory, found by name. */
export const IssuerField = ({ id, issuerId, issuerName, onChange }: Props) => {
  const t = useT(words)
  const [typed, setTyped] = useState('')
  const q = useLater(typed.trim())
  const { data } = useQuery({
    queryKey: ['agencies', 'pick', q || issuerName],
    queryFn: ({ signal }) => api.get<AgencyListView>(`/agencies${query({ q: q || issuerName })}`, { signal }),
    enabled: Boolean(q || (!issuerId && issuerName)),
    placeholderData: keepPreviousData,
  })
  const names = useNames([], { issuerId, date: null })
  const rows = data?.rows ?? []
  const clearing = useClearing()
  return (
    <>
      <Select
        id={id}
        placeholder={t('place')}
        allowClear={clearing}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        notFoundContent={q === '' ? null : t('none')}
        value={issuerId ? { value: issuerId, label: names.agency(issuerId)?.name ?? issuerName } : null}
        labelInValue
        options={rows.map((row) => ({ value: row.id, label: row.name, note: row.areaName }))}
        optionRender={optionWords}
        onChange={(chosen: { value: string; label?: unknown } | null | undefined) =>
          onChange(chosen?.value ?? null, chosen ? (rows.find((row) => row.id === chosen.value)?.name ?? issuerName) : issuerName)
        }
      />
      {!issuerId && issuerName && <p className="field-help">{t('written', { name: issuerName })}</p>}
    </>
  )
}
