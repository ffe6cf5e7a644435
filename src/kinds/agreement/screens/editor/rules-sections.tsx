import { Input, InputNumber } from 'antd'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import type { AgreementText } from '../../contract.ts'
import { Field } from '../forms/field.tsx'
import { useNames } from '../names.ts'
import { agencyIdsIn } from '../model.ts'
import { fieldWords } from '../words.ts'
import { BriefingSection } from './briefing-section.tsx'
import { ContactsSection } from './contacts-section.tsx'
import type { Change } from './editor.tsx'
import { ExchangeSection } from './exchange-section.tsx'
import { Section } from './section.tsx'

const words = messages({
  yearly: { vi: 'Sơ kết hằng năm', en: 'A review every year' },
  final: { vi: 'Tổng kết sau mỗi (năm)', en: 'A final review every (years)' },
  funding: { vi: 'Kinh phí thực hiện', en: 'How it is paid for' },
})

/** All that a regulation rules beside its clauses. */
export const RulesSections = ({ text, change }: { text: AgreementText; change: Change }) => {
  const t = useT(words)
  const say = useText()
  const names = useNames(agencyIdsIn(text))
  const parties = text.parties.flatMap((party) =>
    party.agencyId ? [{ id: party.agencyId, name: names(party.agencyId)?.shortName ?? '…' }] : [],
  )
  const review = text.review ?? { preliminaryYearly: false, finalEveryYears: null }
  const setReview = (to: Partial<typeof review>) =>
    change((old) => {
      const next = { ...review, ...to }
      return { ...old, review: next.preliminaryYearly || next.finalEveryYears ? next : null }
    })
  return (
    <>
      <ExchangeSection rules={text.exchange} parties={parties} change={change} />
      <BriefingSection briefing={text.briefing} parties={parties} change={change} />
      <Section id="review" title={say(fieldWords.review)} span="review">
        <label className="row-gap">
          <input
            type="checkbox"
            checked={review.preliminaryYearly}
            onChange={(event) => setReview({ preliminaryYearly: event.target.checked })}
          />
          {t('yearly')}
        </label>
        <Field id="final-years" label={t('final')}>
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={50}
              precision={0}
              controls={false}
              value={review.finalEveryYears}
              onChange={(value) => setReview({ finalEveryYears: value })}
            />
          )}
        </Field>
      </Section>
      <Section id="funding" title={say(fieldWords.funding)} span="funding">
        <Field id="funding" label={t('funding')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2 }}
              maxLength={4000}
              value={text.funding ?? ''}
              onChange={(event) => change((old) => ({ ...old, funding: event.target.value || null }))}
            />
          )}
        </Field>
      </Section>
      <ContactsSection points={text.contactPoints} parties={parties} change={change} />
    </>
  )
}
