import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import type { AgencyView } from '../../kernel/http/views.ts'
import { DateField } from '../ui/date-field.tsx'
import { PlainSelect } from '../ui/plain-select.tsx'
import { useT, useText, messages } from '../shell/i18n.ts'
import { AgencySelect, type ChosenAgency } from './agency-select.tsx'
import { AreaSelect } from './area-select.tsx'
import type { DirectoryField } from './directory-acts.ts'
import { agencyTypesQuery, domainsQuery, officersQuery } from './directory-queries.ts'

type Props = { field: DirectoryField; view: AgencyView; value: unknown; error: string | null; onChange: (value: unknown) => void }
type ControlProps = Props & { id: string }

const words = messages({
  draft: { vi: 'Lập, đọc văn bản vào', en: 'Draft cases' },
  issue: { vi: 'Ban hành, xác nhận, trả lại', en: 'Issue, confirm, return' },
  answer: { vi: 'Tiếp nhận, báo cáo, nộp kết quả', en: 'Accept, report, submit' },
  directory: { vi: 'Sửa danh bạ', en: 'Change the directory' },
  choose: { vi: 'Chọn', en: 'Choose' },
  none: { vi: 'không', en: 'none' },
})
const RIGHTS = ['draft', 'issue', 'answer', 'directory'] as const

const RightsInput = ({ value, onChange, id }: ControlProps) => {
  const t = useT(words)
  const chosen = (value as string[] | undefined) ?? []
  return (
    <div className="stack" id={id} tabIndex={-1}>
      {RIGHTS.map((right) => (
        <label key={right} className="row-gap">
          <input
            type="checkbox"
            checked={chosen.includes(right)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, right] : chosen.filter((one) => one !== right))}
          />
          {t(right)}
        </label>
      ))}
    </div>
  )
}

const Choice = ({ id, field, value, onChange, options }: ControlProps & { options: { value: string; label: string }[] }) => {
  const t = useT(words)
  return (
    <PlainSelect
      id={id}
      value={(value as string | undefined) ?? ''}
      onChange={(next) => onChange(next || undefined)}
      options={[{ value: '', label: t(field.required ? 'choose' : 'none') }, ...options]}
    />
  )
}

const OfficerInput = (props: ControlProps) => {
  const { data } = useQuery(officersQuery(props.view.id))
  return (
    <Choice
      {...props}
      options={(data ?? []).map((officer) => ({
        value: officer.id,
        label: [officer.name, officer.title === officer.name ? null : officer.title, officer.account].filter(Boolean).join(', '),
      }))}
    />
  )
}

const DomainInput = (props: ControlProps) => {
  const text = useText()
  const { data } = useQuery(domainsQuery)
  return <Choice {...props} options={(data ?? []).map((domain) => ({ value: domain.id, label: text(domain.name) }))} />
}

const TypeInput = (props: ControlProps) => {
  const text = useText()
  const { data } = useQuery(agencyTypesQuery)
  return <Choice {...props} options={(data ?? []).map((type) => ({ value: type.id, label: text(type.name) }))} />
}

const AreaInput = ({ id, field, value, onChange }: ControlProps) => {
  const text = useText()
  const t = useT(words)
  return (
    <AreaSelect
      id={id}
      label={text(field.label)}
      placeholder={t('choose')}
      value={(value as string | undefined) ?? null}
      onChange={onChange}
    />
  )
}

const control = (props: ControlProps): ReactNode => {
  const { id, field, view, value, onChange } = props
  switch (field.kind) {
    case 'line':
      return (
        <Input
          id={id}
          value={(value as string | null | undefined) ?? ''}
          maxLength={300}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'secret':
      return (
        <Input.Password
          id={id}
          value={(value as string | undefined) ?? ''}
          autoComplete="new-password"
          maxLength={200}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'day':
      return <DateField id={id} value={(value as string | undefined) ?? null} onChange={onChange} />
    case 'agency':
    case 'agencies':
      return (
        <AgencySelect id={id} many={field.kind === 'agencies'} value={(value as ChosenAgency[] | undefined) ?? []} onChange={onChange} />
      )
    case 'unit':
      return <Choice {...props} options={view.divisions.map((unit) => ({ value: unit.id, label: unit.name }))} />
    case 'rights':
      return <RightsInput {...props} />
    case 'officer':
      return <OfficerInput {...props} />
    case 'domain':
      return <DomainInput {...props} />
    case 'area':
      return <AreaInput {...props} />
    case 'type':
      return <TypeInput {...props} />
  }
}

/** A labelled field of a change of the directory. */
export const DirectoryFieldInput = (props: Props) => {
  const text = useText()
  const id = `directory-${props.field.name}`
  return (
    <div className="field">
      <label htmlFor={id}>{text(props.field.label)}</label>
      {control({ ...props, id })}
      {props.error && <span className="field-error">{props.error}</span>}
    </div>
  )
}
