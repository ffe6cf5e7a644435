import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT } from '../shell/i18n.ts'
import { LostPage } from '../shell/lost-page.tsx'
import { ProblemError } from '../shell/problem.ts'
import { fulfilmentQuery } from './case-queries.ts'
import { FulfilmentContent } from './fulfilment-content.tsx'
import { fulfilmentWords } from './fulfilment-messages.ts'
import './case.css'

/** A fulfilment on a page of its own: the address that a child assignment or a notification leads to. */
export const FulfilmentPage = () => {
  const t = useT(fulfilmentWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(fulfilmentQuery(id))
  if (error && !data)
    return error instanceof ProblemError && error.status === 404 ? <LostPage /> : <ErrorNote error={error} retry={() => void refetch()} />
  if (!data) return <WaitingRows rows={6} />
  return (
    <Page
      title={t('title', { n: data.ordinal })}
      actions={
        <Link to={`/case/${data.caseId}`} className="link">
          {t('toCase')}
        </Link>
      }
    >
      <div className="fulfilment-page">
        <FulfilmentContent view={data} onOpen={(one) => void navigate({ to: `/fulfilment/${one}` })} />
      </div>
    </Page>
  )
}
