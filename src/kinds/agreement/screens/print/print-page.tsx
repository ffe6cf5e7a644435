import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { caseQuery } from '../../../../web/case/case-queries.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { useTitle } from '../../../../web/ui/page.tsx'
import { useKeys } from '../../../../web/ui/use-keys.ts'
import { WaitingRows } from '../../../../web/ui/waiting-rows.tsx'
import type { AgreementSearch } from '../place.ts'
import { evidenceQuery } from '../queries.ts'
import { PrintSheet } from './print-sheet.tsx'
import '../../../../web/ui/paper.css'
import './print.css'

const words = messages({
  title: { vi: 'Bản in', en: 'Print view' },
  print: { vi: 'In hoặc lưu PDF', en: 'Print or save as PDF' },
  back: { vi: 'Về quy chế', en: 'Back to the agreement' },
})

/** The same as the page, on paper: clauses and what was done for them in a period. */
export const PrintPage = () => {
  const t = useT(words)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { from, until, before } = useSearch({ strict: false }) as AgreementSearch
  const navigate = useNavigate()
  const view = useQuery(caseQuery(id))
  const evidence = useQuery(evidenceQuery(id, from, until))
  const back = () => void navigate({ to: `/case/${id}`, search: { from, until, before } })
  useTitle(t('title'))
  useKeys({ escape: back })
  const error = view.error ?? evidence.error
  if (error && !(view.data && evidence.data))
    return <ErrorNote error={error} retry={() => void Promise.all([view.refetch(), evidence.refetch()])} />
  if (!view.data || !evidence.data) return <WaitingRows rows={8} />
  return (
    <div className="ag-print">
      <div className="ag-print-bar">
        <ActButton onClick={back}>{t('back')}</ActButton>
        <ActButton primary onClick={() => window.print()}>
          {t('print')}
        </ActButton>
      </div>
      <PrintSheet view={view.data} evidence={evidence.data} compare={before === true} />
    </div>
  )
}
