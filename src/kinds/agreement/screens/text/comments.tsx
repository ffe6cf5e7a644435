import { useRef, useState } from 'react'
import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementState, AgreementVersion } from '../../contract.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { isAllowed } from '../model.ts'
import { useNames } from '../names.ts'
import { CommentBox } from './comment-box.tsx'
import { CommentLine } from './comment-line.tsx'

const words = messages({
  add: { vi: 'Góp ý', en: 'Comment' },
  addTo: { vi: 'Góp ý {label}', en: 'Comment on {label}' },
  list: { vi: 'Ý kiến về {label}', en: 'Comments on {label}' },
})

/** What the parties said about a clause, or about the whole (`clauseId` null), and the way to say something. */
export const Comments = ({
  view,
  state,
  version,
  clauseId,
  title,
}: {
  view: CaseView
  state: AgreementState
  version: AgreementVersion
  clauseId: string | null
  title: string
}) => {
  const t = useT(words)
  const [writing, setWriting] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const comments = state.comments.filter((one) => one.clauseId === clauseId && one.version <= version.n)
  const names = useNames(
    comments.flatMap((one) => [one.agencyId, one.resolved?.byAgencyId ?? null]),
    view,
  )
  const open = version.n === state.proposal && isAllowed(view, 'comment')
  if (comments.length === 0 && !open) return null
  const close = () => {
    setWriting(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <div className="ag-comments" data-whole={clauseId === null || undefined}>
      {comments.length > 0 && (
        <ul aria-label={t('list', { label: title })}>
          {comments.map((comment) => (
            <CommentLine key={comment.id} view={view} state={state} comment={comment} names={names} />
          ))}
        </ul>
      )}
      {open && !writing && (
        <button
          ref={button}
          type="button"
          className="plain-button link ag-comment-add"
          data-comment-button
          aria-label={t('addTo', { label: title })}
          onClick={() => setWriting(true)}
        >
          {clauseId === null ? `${t('add')}: ${title.toLowerCase()}` : t('add')}
        </button>
      )}
      {writing && <CommentBox view={view} version={version.n} clauseId={clauseId} label={t('addTo', { label: title })} close={close} />}
    </div>
  )
}
