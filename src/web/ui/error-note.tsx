import type { ReactNode } from 'react'
import { messages, useT, useText } from '../shell/i18n.ts'
import { ProblemError } from '../shell/problem.ts'
import { Sign } from './sign.tsx'
import './empty-state.css'

const words = messages({
  unknown: {
    vi: 'Trang này gặp lỗi khi hiện dữ liệu. Việc đã ghi không mất. Tải lại trang.',
    en: 'This page failed while showing its data. Nothing recorded is lost. Reload the page.',
  },
  retry: { vi: 'Thử lại', en: 'Try again' },
})

type Changed = { text?: { vi: string; en: string } }

/** What changed since the version that the officer saw, as the server lists it. */
const changesOf = (error: unknown): Changed[] => {
  const list = error instanceof ProblemError ? (error.extra['changes'] ?? error.extra['changed']) : null
  return Array.isArray(list) ? (list as Changed[]).filter((one) => one?.text) : []
}

/** A problem, in place: what happened, what is kept, what to do. */
export const ErrorNote = ({ error, retry, children }: { error: unknown; retry?: () => void; children?: ReactNode }) => {
  const t = useT(words)
  const text = useText()
  const changes = changesOf(error)
  return (
    <div className="error-note" role="alert">
      <Sign name="alert" size={15} />
      <div>
        {error instanceof ProblemError ? text(error.text) : t('unknown')}
        {changes.length > 0 && (
          <ul>
            {changes.map((change) => (
              <li key={change.text?.vi}>{change.text && text(change.text)}</li>
            ))}
          </ul>
        )}
        {children && <div>{children}</div>}
      </div>
      {retry && (
        <div className="error-note-actions">
          <button type="button" className="plain-button link" onClick={retry}>
            {t('retry')}
          </button>
        </div>
      )}
    </div>
  )
}
