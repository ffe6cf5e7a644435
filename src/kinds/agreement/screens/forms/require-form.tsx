import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { agencyQuery } from '../../../../web/directory/directory-queries.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { Segmented } from '../../../../web/ui/segmented.tsx'
import type { AcknowledgementView } from '../../views.ts'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'

const words = messages({
  label: { vi: 'Đặt đơn vị phải đọc', en: 'Set who must read' },
  done: { vi: 'Đã đặt đơn vị phải đọc', en: 'Who must read was set' },
  lead: {
    vi: 'Cán bộ được chọn thấy việc đọc trên bàn làm việc. Cán bộ mới và bản mới được hỏi lại. Chỉ đếm theo đơn vị, không xếp từng người.',
    en: 'Those chosen find the reading on their desk. New officers and new versions are asked again. Counts are by unit, never by person.',
  },
  who: { vi: 'Ai phải đọc', en: 'Who must read' },
  all: { vi: 'Cả cơ quan', en: 'The whole agency' },
  some: { vi: 'Một số đơn vị', en: 'Some units' },
  units: { vi: 'Đơn vị', en: 'Units' },
  noUnits: { vi: 'Cơ quan chưa có phòng, đơn vị nào trong danh bạ.', en: 'The directory has no units of your agency.' },
  dueOn: { vi: 'Đọc xong trước hết ngày', en: 'Read by the end of' },
})

/** Whom one's own agency asks to read the agreement. */
export default function RequireForm({ view, action, close, scope }: KindActFormProps & { scope: AcknowledgementView['scope'] }) {
  const t = useT(words)
  const me = useMe()
  const { data: agency } = useQuery(agencyQuery(me.post.agency.id))
  const [who, setWho] = useState<'all' | 'some'>(scope && !scope.all ? 'some' : 'all')
  const [unitIds, setUnitIds] = useState(scope?.units.map((unit) => unit.id) ?? [])
  const [dueOn, setDueOn] = useState<string | null>(scope?.dueOn ?? null)
  const units = agency?.divisions ?? scope?.units ?? []
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      close={close}
      missing={who === 'some' && unitIds.length === 0 ? ['units'] : []}
      payload={() => ({ all: who === 'all', unitIds: who === 'all' ? [] : unitIds, dueOn })}
    >
      <Field id="who" label={t('who')} group>
        {() => (
          <Segmented
            label={t('who')}
            value={who}
            onChange={setWho}
            options={[
              { value: 'all', label: t('all') },
              { value: 'some', label: t('some') },
            ]}
          />
        )}
      </Field>
      {who === 'some' && (
        <Field id="units" label={t('units')} group required>
          {({ id }) => (
            <div className="stack-tight">
              {units.length === 0 && <p className="meta">{t('noUnits')}</p>}
              {units.map((unit, index) => (
                <label key={unit.id} className="row-gap">
                  <input
                    id={index === 0 ? id : undefined}
                    type="checkbox"
                    checked={unitIds.includes(unit.id)}
                    onChange={(event) =>
                      setUnitIds(event.target.checked ? [...unitIds, unit.id] : unitIds.filter((one) => one !== unit.id))
                    }
                  />
                  {unit.name}
                </label>
              ))}
            </div>
          )}
        </Field>
      )}
      <Field id="due-on" label={t('dueOn')}>
        {(control) => <DateField {...control} value={dueOn} onChange={setDueOn} />}
      </Field>
    </FormShell>
  )
}
