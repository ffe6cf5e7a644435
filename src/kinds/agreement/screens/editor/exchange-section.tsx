import { Input, InputNumber } from 'antd'
import { newKey } from '../../../../web/shell/new-key.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { PlusIcon } from '../../../../web/ui/icons.tsx'
import { PlainSelect } from '../../../../web/ui/plain-select.tsx'
import type { ExchangeRule } from '../../contract.ts'
import { Field } from '../forms/field.tsx'
import { fieldWords, replyUnitWords } from '../words.ts'
import type { Change } from './editor.tsx'
import { RemoveButton } from './remove-button.tsx'
import { Section } from './section.tsx'

const words = messages({
  add: { vi: 'Thêm quy tắc', en: 'Add a rule' },
  none: { vi: 'Văn bản không quy định thì để trống.', en: 'Leave it empty where the text says nothing.' },
  rule: { vi: 'Quy tắc {n}', en: 'Rule {n}' },
  remove: { vi: 'Bỏ quy tắc {n}', en: 'Remove rule {n}' },
  content: { vi: 'Trao đổi thông tin gì', en: 'What is exchanged' },
  from: { vi: 'Bên gửi', en: 'From' },
  to: { vi: 'Bên nhận', en: 'To' },
  every: { vi: 'Các bên', en: 'Every party' },
  channel: { vi: 'Bằng kênh nào', en: 'Channel' },
  reply: { vi: 'Trả lời trong', en: 'Answer within' },
  unit: { vi: 'Đơn vị thời gian', en: 'Unit of time' },
})

const UNITS = ['hour', 'day', 'working-day'] as const
export type PartyName = { id: string; name: string }

/** Who tells whom what, by which channel and how soon an answer is due. */
export const ExchangeSection = ({ rules, parties, change }: { rules: ExchangeRule[]; parties: PartyName[]; change: Change }) => {
  const t = useT(words)
  const say = useText()
  const set = (id: string, to: Partial<ExchangeRule>) =>
    change((old) => ({ ...old, exchange: old.exchange.map((rule) => (rule.id === id ? { ...rule, ...to } : rule)) }))
  const options = [{ value: '', label: t('every') }, ...parties.map((party) => ({ value: party.id, label: party.name }))]
  const add = () => {
    const id = newKey()
    change((old) => ({ ...old, exchange: [...old.exchange, { id, content: '', fromId: null, toId: null, channel: '', replyTime: null }] }))
    requestAnimationFrame(() => document.getElementById(`exchange-${id}`)?.focus())
  }
  return (
    <Section
      id="exchange"
      title={say(fieldWords.exchange)}
      actions={
        <button type="button" className="plain-button link row-gap" onClick={add}>
          <PlusIcon />
          {t('add')}
        </button>
      }
    >
      {rules.length === 0 && <p className="meta">{t('none')}</p>}
      {rules.map((rule, at) => (
        <fieldset key={rule.id} className="age-card plain-fieldset" data-span={rule.id}>
          <legend className="sr-only">{t('rule', { n: at + 1 })}</legend>
          <div className="age-row age-wide-first">
            <Field id={`exchange-${rule.id}`} label={t('content')} required>
              {(control) => (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 1 }}
                  maxLength={2000}
                  value={rule.content}
                  onChange={(event) => set(rule.id, { content: event.target.value })}
                />
              )}
            </Field>
            <RemoveButton
              label={t('remove', { n: at + 1 })}
              onClick={() => change((old) => ({ ...old, exchange: old.exchange.filter((one) => one.id !== rule.id) }))}
            />
          </div>
          <div className="age-row">
            <Field id={`from-${rule.id}`} label={t('from')}>
              {(control) => (
                <PlainSelect
                  {...control}
                  value={rule.fromId ?? ''}
                  options={options}
                  onChange={(value) => set(rule.id, { fromId: value || null })}
                />
              )}
            </Field>
            <Field id={`to-${rule.id}`} label={t('to')}>
              {(control) => (
                <PlainSelect
                  {...control}
                  value={rule.toId ?? ''}
                  options={options}
                  onChange={(value) => set(rule.id, { toId: value || null })}
                />
              )}
            </Field>
            <Field id={`channel-${rule.id}`} label={t('channel')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={300}
                  value={rule.channel}
                  onChange={(event) => set(rule.id, { channel: event.target.value })}
                />
              )}
            </Field>
            <Field id={`reply-${rule.id}`} label={t('reply')}>
              {(control) => (
                <span className="row-gap">
                  <InputNumber
                    {...control}
                    min={1}
                    max={1000}
                    precision={0}
                    controls={false}
                    style={{ width: 70 }}
                    value={rule.replyTime?.amount ?? null}
                    onChange={(amount) =>
                      set(rule.id, { replyTime: amount ? { amount, unit: rule.replyTime?.unit ?? 'working-day' } : null })
                    }
                  />
                  <PlainSelect
                    id={`unit-${rule.id}`}
                    label={t('unit')}
                    value={rule.replyTime?.unit ?? 'working-day'}
                    onChange={(unit) =>
                      rule.replyTime && set(rule.id, { replyTime: { ...rule.replyTime, unit: unit as (typeof UNITS)[number] } })
                    }
                    options={UNITS.map((unit) => ({ value: unit, label: say(replyUnitWords[unit]) }))}
                  />
                </span>
              )}
            </Field>
          </div>
        </fieldset>
      ))}
    </Section>
  )
}
