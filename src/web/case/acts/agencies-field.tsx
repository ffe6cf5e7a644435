import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AgencyListView } from '../../../kernel/http/views.ts'
import { AgencySelect } from '../../directory/agency-select.tsx'
import { agencyTypesQuery } from '../../directory/directory-queries.ts'
import { api, query } from '../../shell/api.ts'
import { count, messages, useT } from '../../shell/i18n.ts'
import { useMe } from '../../shell/session.ts'
import type { NamedAgency } from './payload.ts'

const words = messages({
  all: { vi: 'Chọn tất cả đơn vị trực thuộc', en: 'Choose all subordinate agencies' },
  chosen: { vi: 'Đã chọn {n} đơn vị', en: '{n} agencies chosen' },
  none: { vi: 'Bỏ chọn hết', en: 'Choose none' },
})

/** One command hands on to so many at most. */
const MOST = 500

/** Agencies under one's own, found by name or all at once. Divisions are left out: work is handed on to them, not delegated. */
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
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const { data: types } = useQuery(agencyTypesQuery)
  const divisions = new Set(types?.filter((type) => type.answersThrough === 'parent').map((type) => type.id))
  const under = me.post.agency.id
  const all = async () => {
    if (busy) return
    setBusy(true)
    try {
      const rows = await client.fetchQuery({ queryKey: ['agencies', 'all-under', under], queryFn: ({ signal }) => allUnder(under, signal) })
      onChange(rows.filter((row) => !divisions.has(row.typeId)).map(({ id, name }) => ({ id, name })))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <AgencySelect {...rest} many under={under} without={divisions} value={value} onChange={onChange} />
      <div className="row-gap wrap">
        <button type="button" className="plain-button link" aria-busy={busy} onClick={() => void all()}>
          {t('all')}
        </button>
        {value.length > 0 && (
          <button type="button" className="plain-button link" onClick={() => onChange([])}>
            {t('none')}
          </button>
        )}
        <output className="meta">{value.length > 1 && t('chosen', { n: count(value.length) })}</output>
      </div>
    </>
  )
}

const allUnder = async (under: string, signal: AbortSignal): Promise<AgencyListView['rows']> => {
  const rows: AgencyListView['rows'] = []
  let after: string | null = null
  do {
    const page: AgencyListView = await api.get<AgencyListView>(`/agencies${query({ under, after })}`, { signal })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null && rows.length < MOST)
  return rows.slice(0, MOST)
}
