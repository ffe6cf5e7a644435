import type { ReactNode } from 'react'
import { changeWords } from '../shell/change-words.ts'
import { messages, useT, useText } from '../shell/i18n.ts'
import { ProblemError } from '../shell/problem.ts'
import { moment } from './dates.ts'
import { Sign } from './sign.tsx'
import './empty-state.css'

const words = messages({
  unknown: {
    vi: 'Trang này gặp lỗi khi hiện dữ liệu. Việc đã ghi không mất. Tải lại trang.',
    en: 'This page failed while showing its data. Nothing recorded is lost. Reload the page.',
  },
  retry: { vi: 'Thử lại', en: 'Try again' },
  changed: { vi: '{time} {what}', en: '{time} {what}' },
})

type Changed = { type: string; recordedAt: string }

/** What changed since the version that the officer saw, as the server lists it. */
const changesOf = (error: unknown): Changed[] => {
  const list = error instanceof ProblemError ? error.extra['changes'] : null
  return Array.isArray(list) ? (list as Changed[]).filter((one) => typeof one?.type === 'string') : []
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
              <li key={`${change.type} ${change.recordedAt}`}>
                {t('changed', { time: moment(change.recordedAt), what: text(changeWords(change.type)) })}
              </li>
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
