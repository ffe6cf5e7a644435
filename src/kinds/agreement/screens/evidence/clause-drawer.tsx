import { lazy, Suspense, useState } from 'react'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { FileLink } from '../../../../web/case/file-links.tsx'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { FormDrawer } from '../../../../web/ui/form-drawer.tsx'
import type { ClauseEvidence, EvidencePeriod } from '../../views.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { isAllowed, stateOf } from '../model.ts'
import { useReason } from '../use-reason.ts'
import type { Doing } from './clause-forms.tsx'
import { ClauseWork } from './clause-work.tsx'
import { DomainsLine } from '../text/domains-line.tsx'
import { ItemTitle } from './item-line.tsx'
import '../../../../web/case/fulfilment.css'
import { Opening } from '../../../../web/ui/opening.tsx'

const WithdrawForm = lazy(() => import('../forms/withdraw-form.tsx'))

const words = messages({
  inPeriod: { vi: 'Đã làm, {period}', en: 'Done, {period}' },
  none: { vi: 'Chưa có việc nào trong kỳ.', en: 'Nothing in this period.' },
  addEvidence: { vi: 'Thêm minh chứng', en: 'Add evidence' },
  assign: { vi: 'Giao việc', en: 'Assign work' },
  tie: { vi: 'Gắn hồ sơ', en: 'Tie a case' },
  withdraw: { vi: 'Rút minh chứng', en: 'Withdraw' },
})

/** All of one clause: its words, what was done with its text and files, what runs, what is tied. */
export const ClauseDrawer = ({
  view,
  clause,
  period,
  onClose,
  onDo,
}: {
  view: CaseView
  clause: ClauseEvidence
  period: EvidencePeriod
  onClose: () => void
  onDo: (doing: Doing) => void
}) => {
  const t = useT(words)
  const text = useText()
  const me = useMe()
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const reasons = { addEvidence: useReason(view, 'addEvidence'), assign: useReason(view, 'assign'), tie: useReason(view, 'tie') }
  const own = new Set(
    stateOf(view)
      ?.evidence.filter((one) => one.agencyId === me.post.agency.id && !one.withdrawn)
      .map((one) => one.id),
  )
  return (
    <FormDrawer title={text(clause.label)} onClose={onClose} width={680}>
      <div className="stack-tight">
        <p className="ag-clause-text">{clause.text || clause.heading}</p>
        <DomainsLine ids={clause.domainIds} />
      </div>
      <div className="row-gap wrap">
        {(['addEvidence', 'assign', 'tie'] as const).map((command) => (
          <ActButton
            key={command}
            primary={command === 'addEvidence'}
            reason={reasons[command]}
            showReason
            onClick={() => onDo({ command, clauseId: clause.clauseId })}
          >
            {t(command)}
          </ActButton>
        ))}
      </div>
      <h3 className="ag-h3">{t('inPeriod', { period: text(period.label).toLowerCase() })}</h3>
      {clause.items.length === 0 && <p className="meta">{t('none')}</p>}
      <ol className="results">
        {clause.items.map((item) => (
          <li
            key={`${item.kind}${item.id}`}
            className="result"
            data-outcome={item.state === 'confirmed' ? 'confirmed' : item.state === 'submitted' ? 'waiting' : undefined}
          >
            <div className="meta">
              <time dateTime={item.on}>{officialDay(item.on)}</time> · {item.agency.name}
            </div>
            {item.kind === 'evidence' ? <div className="strong">{item.title}</div> : <ItemTitle view={view} item={item} onOpen={onClose} />}
            {item.text && <p>{item.text}</p>}
            {item.files.length > 0 && (
              <div className="file-links">
                {item.files.map((file) => (
                  <FileLink key={file.id} file={file} name={file.name} />
                ))}
              </div>
            )}
            {item.kind === 'evidence' && own.has(item.id) && isAllowed(view, 'withdrawEvidence') && (
              <div>
                <button type="button" className="plain-button link" onClick={() => setWithdrawing(item.id)}>
                  {t('withdraw')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <ClauseWork view={view} clause={clause} />
      <Suspense fallback={<Opening />}>
        {withdrawing && (
          <WithdrawForm view={view} what={{ command: 'withdrawEvidence', id: withdrawing }} close={() => setWithdrawing(null)} />
        )}
      </Suspense>
    </FormDrawer>
  )
}
