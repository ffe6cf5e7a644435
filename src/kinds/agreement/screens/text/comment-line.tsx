import { useState } from 'react'
import { Input } from 'antd'
import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementComment, AgreementState } from '../../contract.ts'
import { useCommand } from '../../../../web/shell/command.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { ActButton } from '../../../../web/ui/button.tsx'
import { moment } from '../../../../web/ui/dates.ts'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import { actionOf, isAllowed, proposalOf } from '../model.ts'
import { callOf } from '../call.ts'
import type { Names } from '../names.ts'

const words = messages({
  about: { vi: '{agency}, bản {n}, {time}', en: '{agency}, version {n}, {time}' },
  open: { vi: 'chưa giải quyết', en: 'open' },
  resolved: { vi: 'đã giải quyết', en: 'resolved' },
  answer: { vi: '{agency} trả lời', en: '{agency} answered' },
  taken: { vi: '{agency} rút ý kiến', en: '{agency} took it back' },
  reply: { vi: 'Trả lời và khép lại', en: 'Answer and close' },
  take: { vi: 'Rút ý kiến', en: 'Take it back' },
  send: { vi: 'Trả lời', en: 'Answer' },
  back: { vi: 'Thôi', en: 'Cancel' },
  done: { vi: 'Đã giải quyết ý kiến', en: 'The comment was resolved' },
})

/** The box is opened to be written in. */
const focusOn = (box: { focus: () => void } | null): void => box?.focus()

/** One comment: who, on which version, whether it stands open, and how it was answered. */
export const CommentLine = ({
  view,
  state,
  comment,
  names,
}: {
  view: CaseView
  state: AgreementState
  comment: AgreementComment
  names: Names
}) => {
  const t = useT(words)
  const me = useMe()
  const give = useCommand()
  const [answering, setAnswering] = useState(false)
  const [answer, setAnswer] = useState('')
  const { resolved } = comment
  const own = comment.agencyId === me.post.agency.id
  const drafts = proposalOf(state)?.byAgencyId === me.post.agency.id
  const mayResolve = resolved === null && isAllowed(view, 'resolve') && (own || drafts)
  const resolve = (said: string) => {
    const action = actionOf(view, 'resolve')
    if (!action) return
    give.mutate(callOf(action, { commentId: comment.id, answer: said }), {
      onSuccess: () => {
        setAnswering(false)
        announce(t('done'))
      },
    })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- N goes from one open comment to the next
    <li
      className="ag-comment"
      tabIndex={resolved ? undefined : -1}
      data-open-comment={resolved ? undefined : ''}
      data-resolved={resolved ? '' : undefined}
    >
      <div className="meta ag-spread">
        <span>{t('about', { agency: names(comment.agencyId)?.shortName ?? '…', n: comment.version, time: moment(comment.at) })}</span>
        <span className={resolved ? 'green row-gap' : 'amber row-gap'}>
          <Sign name={resolved ? 'tick' : 'ring'} size={12} />
          {t(resolved ? 'resolved' : 'open')}
        </span>
      </div>
      <p>{comment.text}</p>
      {resolved && (
        <p className="ag-answer">
          <span className="meta">
            {t(resolved.byAgencyId === comment.agencyId && !drafts && !resolved.answer ? 'taken' : 'answer', {
              agency: names(resolved.byAgencyId)?.shortName ?? '…',
            })}
          </span>{' '}
          {resolved.answer}
        </p>
      )}
      {mayResolve && !answering && (
        <div className="row-gap">
          {drafts && (
            <button type="button" className="plain-button link" onClick={() => setAnswering(true)}>
              {t('reply')}
            </button>
          )}
          {own && (
            <button type="button" className="plain-button link" onClick={() => resolve('')}>
              {t('take')}
            </button>
          )}
        </div>
      )}
      {answering && (
        <div className="ag-comment-box">
          <Input.TextArea
            ref={focusOn}
            aria-label={t('reply')}
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
          <div className="row-gap">
            <ActButton small primary busy={give.isPending} onClick={() => resolve(answer)}>
              {t('send')}
            </ActButton>
            <ActButton small onClick={() => setAnswering(false)}>
              {t('back')}
            </ActButton>
          </div>
        </div>
      )}
      {give.error && <ErrorNote error={give.error} />}
    </li>
  )
}
