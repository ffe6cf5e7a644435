import { lazy, Suspense } from 'react'
import { kindScreens } from '../../kinds/screens.ts'
import { PlainSelect } from '../ui/plain-select.tsx'
import { useT, useText } from '../shell/i18n.ts'
import type { KindScreens } from './kind-screens.ts'
import { listWords } from './case-list-messages.ts'
import type { CaseFilter } from './case-queries.ts'

const DateField = lazy(async () => ({ default: (await import('../ui/date-field.tsx')).DateField }))

const ROLES = ['owner', 'lead', 'coordinating', 'informed', 'adviser', 'reader'] as const

/** The filters of the case list. */
export const CaseFilters = ({
  filter,
  kind,
  onChange,
  onClear,
}: {
  filter: CaseFilter
  kind: KindScreens | undefined
  onChange: (change: CaseFilter) => void
  onClear: () => void
}) => {
  const t = useT(listWords)
  const text = useText()
  const any = Object.values(filter).some(Boolean)
  return (
    <search className="filters">
      {!kind && kindScreens.length > 1 && (
        <PlainSelect
          id="filter-kind"
          label={t('kind')}
          value={filter.kind ?? ''}
          onChange={(value) => onChange({ kind: value || undefined })}
          options={[{ value: '', label: t('anyKind') }, ...kindScreens.map((one) => ({ value: one.kind, label: text(one.name) }))]}
        />
      )}
      {kind && (
        <PlainSelect
          id="filter-status"
          label={t('status')}
          value={filter.status ?? ''}
          onChange={(value) => onChange({ status: value || undefined })}
          options={[
            { value: '', label: t('anyStatus') },
            ...Object.entries(kind.statuses).map(([status, look]) => ({ value: status, label: text(look.text) })),
          ]}
        />
      )}
      <PlainSelect
        id="filter-role"
        label={t('role')}
        value={filter.role ?? ''}
        onChange={(value) => onChange({ role: value || undefined })}
        options={[{ value: '', label: t('anyRole') }, ...ROLES.map((role) => ({ value: role, label: t(role) }))]}
      />
      <Suspense fallback={<span className="filters-days" />}>
        <label className="filter-day" htmlFor="filter-from">
          <span className="meta">{t('from')}</span>
          <DateField id="filter-from" value={filter.from ?? null} onChange={(day) => onChange({ from: day ?? undefined })} />
        </label>
        <label className="filter-day" htmlFor="filter-until">
          <span className="meta">{t('until')}</span>
          <DateField id="filter-until" value={filter.until ?? null} onChange={(day) => onChange({ until: day ?? undefined })} />
        </label>
      </Suspense>
      {any && (
        <button type="button" className="plain-button link" onClick={onClear}>
          {t('clear')}
        </button>
      )}
    </search>
  )
}
