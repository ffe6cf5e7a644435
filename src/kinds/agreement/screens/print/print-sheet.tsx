import type { CaseView } from '../../../../kernel/http/views.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { officialDay, dayOf, clockTime } from '../../../../web/ui/dates.ts'
import type { ClauseEvidence, EvidenceView } from '../../views.ts'
import { BeforeCell } from '../evidence/before-cell.tsx'
import { agencyIdsIn, standingOf, stateOf } from '../model.ts'
import { useNames } from '../names.ts'

const words = messages({
  title: { vi: 'MINH CHỨNG THỰC HIỆN QUY CHẾ PHỐI HỢP', en: 'EVIDENCE OF AN AGREEMENT' },
  period: { vi: '{label}, từ {from} đến {until}', en: '{label}, {from} to {until}' },
  parties: { vi: 'Các bên', en: 'Parties' },
  signed: { vi: 'ký ngày {day} (bản ghi việc ký trên giấy)', en: 'signed {day} (a record of signing on paper)' },
  sum: {
    vi: '{n}/{total} điều khoản có minh chứng, {items} việc (kỳ trước {before} việc).',
    en: '{n}/{total} clauses have evidence, {items} items ({before} in the period before).',
  },
  n: { vi: 'TT', en: 'No.' },
  clause: { vi: 'Nội dung phối hợp', en: 'Clause' },
  done: { vi: 'Đã làm trong kỳ', en: 'Done in the period' },
  who: { vi: 'Đơn vị', en: 'By' },
  before: { vi: 'Kỳ trước', en: 'Period before' },
  on: { vi: 'Ngày', en: 'Day' },
  none: { vi: 'Chưa có việc nào trong kỳ.', en: 'Nothing in this period.' },
  last: { vi: 'Việc gần nhất: {day}.', en: 'The last on {day}.' },
  never: { vi: 'Chưa từng có việc nào.', en: 'Nothing ever.' },
  files: { vi: 'Tệp: {names}', en: 'Files: {names}' },
  waits: { vi: 'chờ xác nhận', en: 'awaiting confirmation' },
  at: { vi: 'Số liệu lúc {time} ngày {day}, lập từ hồ sơ {number}.', en: 'As of {time} on {day}, made from case {number}.' },
})

/** One sheet for the table of clauses, beside the period before where that is asked for; set like an official paper, black on white in both themes. */
export const PrintSheet = ({ view, evidence, compare }: { view: CaseView; evidence: EvidenceView; compare: boolean }) => {
  const t = useT(words)
  const text = useText()
  const state = stateOf(view)
  const standing = state && standingOf(state)
  const names = useNames(standing ? agencyIdsIn(standing.text) : [], view)
  const { totals, period } = evidence
  const at = new Date(evidence.at)
  return (
    <article className="ag-sheet">
      <h1>{t('title')}</h1>
      <p className="ag-sheet-subject">{view.title}</p>
      <p className="ag-sheet-period">
        {t('period', { label: text(period.label), from: officialDay(period.from), until: officialDay(period.until) })}
      </p>
      <p>
        {view.number}
        {state?.signedNumber && `, ${state.signedNumber}`}
        {state?.signedOn && `, ${t('signed', { day: officialDay(state.signedOn) })}`}. {t('parties')}:{' '}
        {standing?.text.parties.map((party) => names(party.agencyId)?.name ?? '…').join('; ')}.
      </p>
      <p>
        {t('sum', {
          n: count(totals.withEvidence),
          total: count(totals.clauses),
          items: count(totals.items),
          before: count(totals.itemsBefore),
        })}
      </p>
      <table aria-label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('n')}</th>
            <th scope="col">{t('clause')}</th>
            <th scope="col">{t('on')}</th>
            <th scope="col">{t('done')}</th>
            <th scope="col">{t('who')}</th>
            {compare && <th scope="col">{t('before')}</th>}
          </tr>
        </thead>
        {evidence.clauses.map((clause, index) => (
          <tbody key={clause.clauseId}>
            <ClauseRows clause={clause} n={index + 1} compare={compare} />
          </tbody>
        ))}
      </table>
      <p className="ag-sheet-at">{t('at', { time: clockTime(at), day: officialDay(dayOf(at)), number: view.number })}</p>
    </article>
  )
}

const ClauseRows = ({ clause, n, compare }: { clause: ClauseEvidence; n: number; compare: boolean }) => {
  const t = useT(words)
  const text = useText()
  const rows = Math.max(1, clause.items.length)
  const head = (
    <>
      <td rowSpan={rows}>{n}</td>
      <th scope="rowgroup" rowSpan={rows} abbr={text(clause.label)}>
        <b>{text(clause.label)}.</b> {clause.text || clause.heading}
      </th>
    </>
  )
  const previous = compare && (
    <td rowSpan={rows}>
      <BeforeCell clause={clause} />
    </td>
  )
  if (clause.items.length === 0)
    return (
      <tr>
        {head}
        <td colSpan={3} className="ag-sheet-none">
          {t('none')} {clause.lastOn ? t('last', { day: officialDay(clause.lastOn) }) : t('never')}
        </td>
        {previous}
      </tr>
    )
  return (
    <>
      {clause.items.map((item, index) => (
        <tr key={`${item.kind}${item.id}`}>
          {index === 0 && head}
          <td>{officialDay(item.on)}</td>
          <td>
            {item.title}
            {item.state === 'submitted' && ` (${t('waits')})`}
            {item.files.length > 0 && (
              <div className="ag-sheet-files">{t('files', { names: item.files.map((file) => file.name).join('; ') })}</div>
            )}
          </td>
          <td>{item.agency.shortName}</td>
          {index === 0 && previous}
        </tr>
      ))}
    </>
  )
}
