import { Input } from 'antd'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { PlusIcon } from '../../../../web/ui/icons.tsx'
import { PlainSelect } from '../../../../web/ui/plain-select.tsx'
import type { AgreementText } from '../../contract.ts'
import { Field } from '../forms/field.tsx'
import { fieldWords } from '../words.ts'
import type { Change } from './editor.tsx'
import type { PartyName } from './exchange-section.tsx'
import { RemoveButton } from './remove-button.tsx'
import { Section } from './section.tsx'

const words = messages({
  add: { vi: 'Thêm đầu mối', en: 'Add a contact point' },
  none: { vi: 'Ghi phòng hoặc chức vụ; số điện thoại ở danh bạ.', en: 'A division or a position; telephone numbers are in the directory.' },
  party: { vi: 'Bên', en: 'Party' },
  title: { vi: 'Đầu mối', en: 'Contact point' },
  point: { vi: 'Đầu mối {n}', en: 'Contact point {n}' },
  remove: { vi: 'Bỏ đầu mối {n}', en: 'Remove contact point {n}' },
})

/** Whom the parties turn to, by position or division. */
export const ContactsSection = ({
  points,
  parties,
  change,
}: {
  points: AgreementText['contactPoints']
  parties: PartyName[]
  change: Change
}) => {
  const t = useT(words)
  const say = useText()
  const set = (at: number, to: Partial<AgreementText['contactPoints'][number]>) =>
    change((old) => ({ ...old, contactPoints: old.contactPoints.map((point, index) => (index === at ? { ...point, ...to } : point)) }))
  return (
    <Section
      id="contactPoints"
      title={say(fieldWords.contactPoints)}
      actions={
        <button
          type="button"
          className="plain-button link row-gap"
          onClick={() =>
            change((old) => ({
              ...old,
              contactPoints: [...old.contactPoints, { agencyId: parties[0]?.id ?? '', unitId: null, title: '' }],
            }))
          }
        >
          <PlusIcon />
          {t('add')}
        </button>
      }
    >
      <p className="meta">{t('none')}</p>
      {points.map((point, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- contact points have no id of their own
        <fieldset key={at} className="plain-fieldset">
          <legend className="sr-only">{t('point', { n: at + 1 })}</legend>
          <div className="age-row">
            <Field id={`point-party-${at}`} label={t('party')}>
              {(control) => (
                <PlainSelect
                  {...control}
                  value={point.agencyId}
                  options={parties.map((party) => ({ value: party.id, label: party.name }))}
                  onChange={(agencyId) => set(at, { agencyId, unitId: null })}
                />
              )}
            </Field>
            <Field id={`point-${at}`} label={t('title')} required>
              {(control) => (
                <Input {...control} maxLength={300} value={point.title} onChange={(event) => set(at, { title: event.target.value })} />
              )}
            </Field>
            <RemoveButton
              label={t('remove', { n: at + 1 })}
              onClick={() => change((old) => ({ ...old, contactPoints: old.contactPoints.toSpliced(at, 1) }))}
            />
          </div>
        </fieldset>
      ))}
    </Section>
  )
}
