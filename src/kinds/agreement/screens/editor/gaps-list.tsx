import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { Sign } from '../../../../web/ui/sign.tsx'
import type { AgreementIntakeView } from '../../views.ts'
import type { Gap } from './text-edits.ts'

const words = messages({
  doubts: { vi: 'Chưa chắc, đọc lại', en: 'Not sure, read again' },
  unknown: {
    vi: '“{as}”: chưa rõ là cơ quan nào, chọn ở mục các bên',
    en: '“{as}”: not found in the directory; choose it among the parties',
  },
  gaps: { vi: 'Điền trước khi gửi', en: 'To fill in before it is sent' },
  title: { vi: 'Tên quy chế', en: 'The title' },
  parties: { vi: 'Ít nhất hai bên tham gia', en: 'At least two parties' },
  party: { vi: 'Một bên chưa chọn cơ quan', en: 'A party without an agency' },
  clauses: { vi: 'Ít nhất một điều khoản', en: 'At least one clause' },
  clause: { vi: 'Khoản {clause} Điều {article} còn trống', en: 'Article {article}, clause {clause} is empty' },
  exchange: { vi: 'Nội dung thông tin trao đổi', en: 'What is exchanged' },
  briefing: { vi: 'Tháng và đơn vị đăng cai giao ban', en: 'Months and hosts of the briefings' },
  term: { vi: 'Ngày hết hiệu lực phải sau ngày có hiệu lực', en: 'An end later than the beginning' },
  more: { vi: 'và {n} chỗ khác', en: 'and {n} more' },
})

const SHOWN = 6

/** What the reading of the source was not sure of, and what is still to be filled in, each with the way to it. */
export const GapsList = ({
  gaps,
  doubts,
  names,
}: {
  gaps: Gap[]
  doubts: AgreementIntakeView['doubts']
  names: AgreementIntakeView['names']
}) => {
  const t = useT(words)
  const text = useText()
  const unknown = names.filter((name) => !name.agency)
  return (
    <>
      {doubts.length + unknown.length > 0 && (
        <section className="age-doubts">
          <h2>
            <Sign name="question" /> {t('doubts')}
          </h2>
          <ul>
            {doubts.map((doubt) => (
              <li key={`${doubt.field}${doubt.text.vi}`}>{text(doubt.text)}</li>
            ))}
            {unknown.map((name) => (
              <li key={name.as}>{t('unknown', { as: name.as })}</li>
            ))}
          </ul>
        </section>
      )}
      {gaps.length > 0 && (
        <section className="age-gaps">
          <h2>{t('gaps')}</h2>
          <ul>
            {gaps.slice(0, SHOWN).map((gap) => (
              <li key={`${gap.what}${gap.focus}`}>
                <button type="button" className="plain-button link" onClick={() => document.getElementById(gap.focus)?.focus()}>
                  {t(gap.what, gap.clause ?? {})}
                </button>
              </li>
            ))}
            {gaps.length > SHOWN && <li className="meta">{t('more', { n: count(gaps.length - SHOWN) })}</li>}
          </ul>
        </section>
      )}
    </>
  )
}
