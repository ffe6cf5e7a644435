import type { ReactNode } from 'react'
import { Input, InputNumber } from 'antd'
import type { FileRef, FulfilmentDetailView } from '../../../kernel/http/views.ts'
import { useText } from '../../shell/i18n.ts'
import type { FieldSpec } from './act-spec.ts'
import { AgenciesField } from './agencies-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { type Control, controlOf, FieldNotes, Wanted } from '../../ui/field-parts.tsx'
import { FilesField } from '../../ui/files-field.tsx'
import { HandOnField } from './hand-on-field.tsx'
import type { HandOnTo, NamedAgency } from './payload.ts'
import { PeriodsField } from './periods-field.tsx'

export type FieldProps = {
  field: FieldSpec
  view: FulfilmentDetailView
  value: unknown
  onChange: (value: unknown) => void
  error: string | null
  /** A file is on its way. */
  onBusy: (busy: boolean) => void
}

const control = ({ field, view, value, onChange, onBusy }: FieldProps, common: Control): ReactNode => {
  const { id } = common
  switch (field.kind) {
    case 'text':
      return (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: field.name === 'text' ? 4 : 2, maxRows: 14 }}
          maxLength={field.name === 'text' ? 20_000 : 2000}
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'percent':
      return (
        <InputNumber
          {...common}
          min={0}
          max={100}
          precision={0}
          controls={false}
          value={(value as number | undefined) ?? null}
          onChange={onChange}
        />
      )
    case 'date':
      return <DateField {...common} value={(value as string | undefined) ?? null} onChange={onChange} />
    case 'included':
      return (
        <label className="row-gap" htmlFor={id}>
          <input {...common} type="checkbox" checked={value !== false} onChange={(event) => onChange(event.target.checked)} />
          <IncludedLabel field={field} />
        </label>
      )
    case 'files':
      return <FilesField id={id} caseId={view.caseId} value={(value as FileRef[] | undefined) ?? []} onChange={onChange} onBusy={onBusy} />
    case 'periods':
      return <PeriodsField id={id} view={view} many={field.name === 'periodKeys'} value={value} onChange={onChange} />
    case 'hand-on':
      return <HandOnField {...common} value={(value as HandOnTo | undefined) ?? null} onChange={onChange} />
    case 'agencies':
      return <AgenciesField {...common} value={(value as NamedAgency[] | undefined) ?? []} onChange={onChange} />
  }
}

const IncludedLabel = ({ field }: { field: FieldSpec }) => <>{useText()(field.label)}</>

const hasPeriods = (view: FulfilmentDetailView): boolean => ((view.detail as { periods?: unknown[] } | null)?.periods?.length ?? 0) > 0

/** A labelled field of an act with its help and, where it is wanted and missing, its error. */
export const Field = (props: FieldProps) => {
  const { field, view, error } = props
  const text = useText()
  const id = `act-${field.name}`
  if (field.kind === 'periods' && !hasPeriods(view)) return null
  const below = { id, help: field.help && text(field.help), error }
  const named = field.kind !== 'included' && field.kind !== 'files' && !(field.kind === 'periods' && field.name === 'periodKeys')
  return (
    <div className="field">
      {named && (
        <label htmlFor={id}>
          {text(field.label)}
          {field.required && <Wanted />}
        </label>
      )}
      {field.kind === 'files' && <span className="field-label">{text(field.label)}</span>}
      {control(props, controlOf({ ...below, required: field.required }))}
      <FieldNotes {...below} />
    </div>
  )
}
