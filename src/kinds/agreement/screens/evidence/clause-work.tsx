import { lazy, Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useQueries } from '@tanstack/react-query'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { caseQuery } from '../../../../web/case/case-queries.ts'
import { useCommand } from '../../../../web/shell/command.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { announce, announceRefusal } from '../../../../web/ui/announce.tsx'
import type { ClauseEvidence } from '../../views.ts'
import { actionOf, isAllowed, stateOf } from '../model.ts'
import { callOf } from '../call.ts'
import { Opening } from '../../../../web/ui/opening.tsx'

const WithdrawForm = lazy(() => import('../forms/withdraw-form.tsx'))

const words = messages({
  running: { vi: 'Việc đang chạy', en: 'Work under way' },
  progress: { vi: '{done}/{total} đơn vị xong', en: '{done}/{total} done' },
  overdue: { vi: '{n} quá hạn', en: '{n} overdue' },
  cancel: { vi: 'Huỷ việc', en: 'Cancel' },
  ties: { vi: 'Hồ sơ đã gắn', en: 'Tied cases' },
  hidden: { vi: 'Hồ sơ đồng chí không được xem', en: 'A case you may not see' },
  untie: { vi: 'Gỡ', en: 'Untie' },
  untied: { vi: 'Đã gỡ hồ sơ', en: 'The case was untied' },
})

/** The work that runs for a clause and the cases tied to it, with the ways to take one's own back. */
export const ClauseWork = ({ view, clause }: { view: CaseView; clause: ClauseEvidence }) => {
  const t = useT(words)
  const text = useText()
  const me = useMe()
  const give = useCommand()
  const [cancelling, setCancelling] = useState<string | null>(null)
  const state = stateOf(view)
  const ties = state?.ties.filter((tie) => tie.clauseId === clause.clauseId) ?? []
  const cases = useQueries({ queries: ties.map((tie) => ({ ...caseQuery(tie.caseId), retry: false })) })
  const untie = (caseId: string) => {
    const action = actionOf(view, 'untie')
    if (!action) return
    give.mutate(callOf(action, { clauseId: clause.clauseId, caseId }), {
      onSuccess: () => announce(t('untied')),
      onError: (error) => announceRefusal(text(error.text)),
    })
  }
  const mine = (assignmentId: string) =>
    state?.assignments.some((one) => one.id === assignmentId && one.askerId === me.post.agency.id) === true
  return (
    <>
      {clause.running.length > 0 && <h3 className="ag-h3">{t('running')}</h3>}
      <ul className="plain-rows" hidden={clause.running.length === 0}>
        {clause.running.map((work) => (
          <li key={work.assignmentId} className="row-gap wrap">
            <Link to={`/case/${view.id}`} search={{ part: 'tasks', task: work.assignmentId }} className="grow">
              {work.title}
            </Link>
            <span className="meta">{t('progress', { done: work.done, total: work.total })}</span>
            {work.overdue > 0 && <b className="seal strong">{t('overdue', { n: count(work.overdue) })}</b>}
            {mine(work.assignmentId) && isAllowed(view, 'cancelAssignment') && (
              <button type="button" className="plain-button link" onClick={() => setCancelling(work.assignmentId)}>
                {t('cancel')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {ties.length > 0 && <h3 className="ag-h3">{t('ties')}</h3>}
      <ul className="plain-rows" hidden={ties.length === 0}>
        {ties.map((tie, index) => {
          const found = cases[index]?.data
          return (
            <li key={tie.caseId} className="row-gap wrap">
              <span className="grow">
                {found ? <Link to={`/case/${tie.caseId}`}>{`${found.number} ${found.title}`.trim()}</Link> : t('hidden')}
                {tie.note && <span className="meta"> {tie.note}</span>}
              </span>
              {tie.byAgencyId === me.post.agency.id && isAllowed(view, 'untie') && (
                <button type="button" className="plain-button link" onClick={() => untie(tie.caseId)}>
                  {t('untie')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <Suspense fallback={<Opening />}>
        {cancelling && (
          <WithdrawForm view={view} what={{ command: 'cancelAssignment', id: cancelling }} close={() => setCancelling(null)} />
        )}
      </Suspense>
    </>
  )
}
