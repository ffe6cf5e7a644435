import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { EmptyState } from '../../../../web/ui/empty-state.tsx'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { Card } from '../../../../web/ui/page.tsx'
import { useKeys } from '../../../../web/ui/use-keys.ts'
import { WaitingRows } from '../../../../web/ui/waiting-rows.tsx'
import { useAgreementPlace } from '../place.ts'
import { evidenceQuery } from '../queries.ts'
import { ClauseDrawer } from './clause-drawer.tsx'
import { ClauseForms, type Doing } from './clause-forms.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { PeriodChooser } from './period-chooser.tsx'
import './evidence.css'
import './items.css'

const words = messages({
  title: { vi: 'Điều khoản và minh chứng', en: 'Clauses and evidence' },
  empty: { vi: '{n} nội dung chưa có gì', en: '{n} clauses have nothing' },
  full: { vi: 'Mọi nội dung đều có minh chứng', en: 'Every clause has evidence' },
  have: { vi: '{n}/{total} có minh chứng', en: '{n}/{total} have evidence' },
  before: { vi: 'So kỳ trước', en: 'Compare' },
  none: { vi: 'Quy chế không có điều khoản nào để theo dõi.', en: 'The agreement has no clauses to follow.' },
  keys: { vi: 'Bảng điều khoản; phím J, K chuyển điều khoản, Enter xem đầy đủ', en: 'Clauses; J and K move, Enter shows the whole' },
})

/** Moves the focus to the clause after or before the one that has it. */
const move = (by: 1 | -1) => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-clause-open]')]
  const at = rows.findIndex((row) => row.closest('tr')?.contains(document.activeElement))
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus()
}

/** Beside each clause what was done for it in a period, when and by whom; what has nothing is plain. */
export const EvidenceCard = ({ view }: { view: CaseView }) => {
  const t = useT(words)
  const { search, go } = useAgreementPlace(view.id)
  const [doing, setDoing] = useState<Doing | null>(null)
  const { data, error, refetch } = useQuery(evidenceQuery(view.id, search.from, search.until))
  const compare = search.before === true
  const step = (by: 1 | -1) => {
    const at = data?.periods.findIndex((period) => period.key === data.period.key) ?? -1
    const next = at < 0 ? undefined : data?.periods[at - by]
    if (next) go({ from: next.from, until: next.until })
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    arrowdown: () => move(1),
    arrowup: () => move(-1),
    '[': () => step(-1),
    ']': () => step(1),
  })

  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />
  if (!data) return <WaitingRows rows={8} />
  const { totals } = data
  const empty = totals.clauses - totals.withEvidence
  const open = data.clauses.find((clause) => clause.clauseId === search.clause)
  return (
    <>
      <Card
        fill
        flush
        title={t('title')}
        actions={
          <>
            {totals.clauses > 0 && (
              <output className="ag-counts">
                {empty > 0 ? (
                  <b className="amber strong">{t('empty', { n: count(empty) })}</b>
                ) : (
                  <b className="green strong">{t('full')}</b>
                )}
                <span className="meta ag-have">{t('have', { n: count(totals.withEvidence), total: count(totals.clauses) })}</span>
              </output>
            )}
            <label className="row-gap ag-compare">
              <input type="checkbox" checked={compare} onChange={(event) => go({ before: event.target.checked || undefined })} />
              {t('before')}
            </label>
            <PeriodChooser data={data} onChoose={(from, until) => go({ from, until })} />
          </>
        }
      >
        {totals.clauses === 0 ? (
          <EmptyState text={t('none')} />
        ) : (
          <EvidenceTable
            view={view}
            data={data}
            compare={compare}
            label={t('keys')}
            onOpen={(clause) => go({ clause }, true)}
            onDo={setDoing}
          />
        )}
      </Card>
      {open && <ClauseDrawer view={view} clause={open} period={data.period} onClose={() => go({ clause: undefined })} onDo={setDoing} />}
      {doing && <ClauseForms view={view} doing={doing} close={() => setDoing(null)} />}
    </>
  )
}
