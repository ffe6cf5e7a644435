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
          <>
            <Link to="/access-requests" search={{ ask: '' }} className="link">
              {t('askAccess')}
            </Link>
            <Link to="/" className="link">
              {t('backToDesk')}
            </Link>
          </>
        }
      />
    </Page>
  )
}

/** A part of the screens could not be loaded: the server has a newer version of them, or the link is lost. Browsers say it in words of their own. */
const isReplaced = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script|Importing a module/i.test(error.message)

const ReplacedPage = () => {
  const t = useT(shellWords)
  return (
    <Page title={t('replacedTitle')}>
      <EmptyState
        text={t('replaced')}
        action={
          <button type="button" className="plain-button link" onClick={() => location.reload()}>
            {t('reload')}
          </button>
        }
      />
    </Page>
  )
}

/** A screen that could not be shown. */
export const FailedPage = ({ error, reset }: ErrorComponentProps) => {
  const t = useT(shellWords)
  if (isReplaced(error)) return <ReplacedPage />
  if (error instanceof ProblemError && (error.status === 404 || error.status === 403)) return <LostPage />
  return (
    <Page title={t('failed')}>
      <ErrorNote error={error} retry={reset} />
    </Page>
  )
}
