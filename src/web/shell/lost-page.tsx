import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { useT } from './i18n.ts'
import { shellWords } from './messages.ts'
import { ProblemError } from './problem.ts'

/** "Not found" and "no access" are one answer, word for word. */
export const LostPage = () => {
  const t = useT(shellWords)
  return (
    <Page title={t('lostPageTitle')}>
      <EmptyState
        text={t('lostPage')}
        action={
          <Link to="/" className="link">
            {t('backToDesk')}
          </Link>
        }
      />
    </Page>
  )
}

/** A screen that could not be shown. */
export const FailedPage = ({ error, reset }: ErrorComponentProps) => {
  const t = useT(shellWords)
  if (error instanceof ProblemError && (error.status === 404 || error.status === 403)) return <LostPage />
  return (
    <Page title={t('failed')}>
      <ErrorNote error={error} retry={reset} />
    </Page>
  )
}
