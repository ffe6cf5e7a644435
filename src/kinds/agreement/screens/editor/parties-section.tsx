import { Input } from 'antd'
import { AgencySelect } from '../../../../web/directory/agency-select.tsx'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { PlusIcon } from '../../../../web/ui/icons.tsx'
import { PlainSelect } from '../../../../web/ui/plain-select.tsx'
import type { AgreementParty, AgreementText } from '../../contract.ts'
import { Field } from '../forms/field.tsx'
import { agencyIdsIn } from '../model.ts'
import { useNames } from '../names.ts'
import { fieldWords, roleWords } from '../words.ts'
import type { Change } from './editor.tsx'
import { RemoveButton } from './remove-button.tsx'
import { Section } from './section.tsx'

const words = messages({
  add: { vi: 'Thêm bên', en: 'Add a party' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  unit: { vi: 'Đơn vị trực tiếp tham gia', en: 'Division that takes part' },
  former: { vi: 'Tên khi ký, nếu đã sáp nhập', en: 'Body that signed, where merged since' },
  role: { vi: 'Vai trò', en: 'Role' },
  position: { vi: 'Chức vụ người ký', en: 'Position that signs' },
  remove: { vi: 'Bỏ bên {n}', en: 'Remove party {n}' },
  party: { vi: 'Bên {n}', en: 'Party {n}' },
  lead: { vi: 'Hai bên trở lên. Cơ quan của đồng chí là một bên.', en: 'Two or more; your agency is one of them.' },
})

const ROLES = ['lead', 'coordinating', 'adviser'] as const

/** Who agrees: agency, division, the body that signed, role, position. */
export const PartiesSection = ({ text, change }: { text: AgreementText; change: Change }) => {
  const t = useT(words)
  const say = useText()
  const names = useNames(agencyIdsIn(text))
  const set = (at: number, to: Partial<AgreementParty>) =>
    change((old) => ({ ...old, parties: old.parties.map((party, index) => (index === at ? { ...party, ...to } : party)) }))
  const chosen = (id: string | null) => (id ? [{ id, name: names(id)?.name ?? '…' }] : [])
  const add = () =>
    change((old) => ({
      ...old,
      parties: [
        ...old.parties,
        { agencyId: '', unitId: null, formerId: null, role: old.parties.length === 0 ? 'lead' : 'coordinating', position: '' },
      ],
    }))
  return (
    <Section
      id="parties"
      title={say(fieldWords.parties)}
      note={t('lead')}
      actions={
        <button type="button" id="add-party" className="plain-button link row-gap" onClick={add}>
          <PlusIcon />
          {t('add')}
        </button>
      }
    >
      {text.parties.map((party, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a party has no id before its agency is chosen
        <fieldset key={at} className="age-card plain-fieldset">
          <legend className="sr-only">{t('party', { n: at + 1 })}</legend>
          <div className="age-row age-wide-first">
            <Field id={`party-${at}`} label={t('agency')} required>
              {(control) => (
                <AgencySelect
                  {...control}
                  value={chosen(party.agencyId)}
                  onChange={([agency]) => set(at, { agencyId: agency?.id ?? '', unitId: null })}
                />
              )}
            </Field>
            <Field id={`role-${at}`} label={t('role')}>
              {(control) => (
                <PlainSelect
                  {...control}
                  value={party.role}
                  onChange={(role) => set(at, { role: role as AgreementParty['role'] })}
                  options={ROLES.map((role) => ({ value: role, label: say(roleWords[role]) }))}
                />
              )}
            </Field>
            <RemoveButton
              label={t('remove', { n: at + 1 })}
              onClick={() => change((old) => ({ ...old, parties: old.parties.toSpliced(at, 1) }))}
            />
          </div>
          <div className="age-row">
            <Field id={`position-${at}`} label={t('position')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={200}
                  value={party.position}
                  onChange={(event) => set(at, { position: event.target.value })}
                />
              )}
            </Field>
            <Field id={`unit-${at}`} label={t('unit')}>
              {(control) => (
                <AgencySelect
                  {...control}
                  {...(party.agencyId ? { under: party.agencyId } : {})}
                  value={chosen(party.unitId)}
                  onChange={([unit]) => set(at, { unitId: unit?.id ?? null })}
                />
              )}
            </Field>
            <Field id={`former-${at}`} label={t('former')}>
              {(control) => (
                <AgencySelect
                  {...control}
                  value={chosen(party.formerId)}
                  onChange={([former]) => set(at, { formerId: former?.id ?? null })}
                />
              )}
            </Field>
          </div>
        </fieldset>
      ))}
      {text.parties.length === 0 && (
        <div>
          <ActButton onClick={add}>{t('add')}</ActButton>
        </div>
      )}
    </Section>
  )
}
