import { useState } from 'react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { SearchView } from '../../../../kernel/http/views.ts'
import { caseListQuery } from '../../../../web/case/case-queries.ts'
import { api, query } from '../../../../web/shell/api.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useLater } from '../../../../web/shell/use-later.ts'
import { useClearing } from '../../../../web/ui/use-clearing.ts'

export type ChosenCase = { id: string; label: string }

const words = messages({ place: { vi: 'Tìm theo số hoặc tên hồ sơ', en: 'Find by number or title' } })

/** A case found by its number or words; the newest ones stand there before anything is typed. */
export const CaseSelect = ({
  value,
  onChange,
  kind,
  except,
  ...rest
}: {
  id: string
  value: ChosenCase | null
  onChange: (chosen: ChosenCase | null) => void
  /** Only cases of this kind. */
  kind?: string
  except: string
  'aria-describedby'?: string | undefined
}) => {
  const t = useT(words)
  const [typed, setTyped] = useState('')
  const q = useLater(typed.trim())
  const newest = useInfiniteQuery({ ...caseListQuery({ kind }), enabled: q === '' })
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.get<SearchView>(`/search${query({ q })}`, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const rows =
    q === ''
      ? (newest.data?.pages[0]?.rows ?? []).map((row) => ({ id: row.id, kind: row.kind, number: row.number, title: row.title }))
      : (found.data?.cases ?? []).map((row) => ({ id: row.caseId, kind: row.kind, number: row.number, title: row.title }))
  const options = rows
    .filter((row) => row.id !== except && (!kind || row.kind === kind))
    .map((row) => ({ value: row.id, label: `${row.number} ${row.title}`.trim() }))
  const clearing = useClearing()
  return (
    <Select
      {...rest}
      labelInValue
      allowClear={clearing}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('place')}
      value={value ? { value: value.id, label: value.label } : undefined}
      options={options}
      onChange={(next: { value: string; label: unknown } | undefined) =>
        onChange(next ? { id: next.value, label: String(next.label) } : null)
      }
    />
  )
}
