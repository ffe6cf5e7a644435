import { Input } from 'antd'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import type { AgreementText } from '../../contract.ts'
import { Field } from '../forms/field.tsx'
import { fieldWords } from '../words.ts'
import type { Change } from './editor.tsx'
import { Section } from './section.tsx'

const words = messages({
  title: { vi: 'Tên quy chế', en: 'Title' },
  titleHelp: { vi: 'Nói rõ phối hợp việc gì, trên địa bàn nào, giữa ai.', en: 'What is coordinated, where and between whom.' },
  number: { vi: 'Số, ký hiệu (nếu đã có)', en: 'Number and symbol, where it has one' },
  from: { vi: 'Có hiệu lực từ', en: 'In force from' },
  fromHelp: { vi: 'Để trống thì tính từ ngày bên cuối cùng ký.', en: 'Left empty: from the day of the last signature.' },
  until: { vi: 'Hết hiệu lực', en: 'In force until' },
})

export const GeneralSection = ({ text, change }: { text: AgreementText; change: Change }) => {
  const t = useT(words)
  const say = useText()
  return (
    <Section id="general" title={say(fieldWords.general)} span="title">
      <Field id="title" label={t('title')} help={t('titleHelp')} required>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={text.title}
            onChange={(event) => change((old) => ({ ...old, title: event.target.value }))}
          />
        )}
      </Field>
      <Field id="number" label={t('number')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={text.number ?? ''}
            onChange={(event) => change((old) => ({ ...old, number: event.target.value }))}
          />
        )}
      </Field>
    </Section>
  )
}

export const TermSection = ({ text, change }: { text: AgreementText; change: Change }) => {
  const t = useT(words)
  const say = useText()
  return (
    <Section id="term" title={say(fieldWords.term)} span="term">
      <div className="age-row">
        <Field id="term-from" label={t('from')} help={t('fromHelp')}>
          {(control) => (
            <DateField
              {...control}
              value={text.term.from}
              onChange={(from) => change((old) => ({ ...old, term: { ...old.term, from } }))}
            />
          )}
        </Field>
        <Field id="term-until" label={t('until')}>
          {(control) => (
            <DateField
              {...control}
              value={text.term.until}
              onChange={(until) => change((old) => ({ ...old, term: { ...old.term, until } }))}
            />
          )}
        </Field>
      </div>
    </Section>
  )
}
