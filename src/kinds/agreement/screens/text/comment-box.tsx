import { useEffect, useRef } from 'react'
import { Input, type InputRef } from 'antd'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { useCommand } from '../../../../web/shell/command.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { useDraft } from '../../../../web/shell/use-draft.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { ActButton } from '../../../../web/ui/button.tsx'
import { clockTime } from '../../../../web/ui/dates.ts'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { composing } from '../../../../web/ui/use-keys.ts'
import { actionOf } from '../model.ts'
import { callOf } from '../call.ts'

const words = messages({
  send: { vi: 'Gửi ý kiến', en: 'Send the comment' },
  sendKey: { vi: 'Ctrl Enter gửi, Esc đóng, bản nháp vẫn giữ', en: 'Ctrl Enter sends, Esc closes; the draft is kept' },
  done: { vi: 'Đã gửi ý kiến', en: 'The comment was sent' },
  saved: { vi: 'nháp lưu lúc {time}', en: 'draft saved at {time}' },
  back: { vi: 'Đóng', en: 'Close' },
})

/** Writes a comment where it belongs; the draft stays when the box is closed. */
export const CommentBox = ({
  view,
  version,
  clauseId,
  label,
  close,
}: {
  view: CaseView
  version: number
  clauseId: string | null
  label: string
  close: () => void
}) => {
  const t = useT(words)
  const me = useMe()
  const give = useCommand()
  const draft = useDraft(`${me.officerId}.${view.id}.comment.${clauseId ?? 'whole'}`, '')
  const box = useRef<InputRef>(null)
  useEffect(() => box.current?.focus(), [])
  const send = () => {
    const action = actionOf(view, 'comment')
    if (!action || !draft.value.trim() || give.isPending) return
    give.mutate(callOf(action, { version, clauseId, text: draft.value }), {
      onSuccess: () => {
        draft.clear()
        announce(t('done'))
        close()
      },
    })
  }
  return (
    <div className="ag-comment-box">
      <Input.TextArea
        ref={box as never}
        aria-label={label}
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={10_000}
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
        onKeyDown={(event) => {
          if (composing(event.nativeEvent)) return
          if (event.key === 'Escape') {
            event.stopPropagation()
            event.nativeEvent.preventDefault()
            close()
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            send()
          }
        }}
      />
      {give.error && <ErrorNote error={give.error} />}
      <div className="row-gap wrap">
        <ActButton small primary busy={give.isPending} onClick={send}>
          {t('send')}
        </ActButton>
        <ActButton small onClick={close}>
          {t('back')}
        </ActButton>
        <span className="meta">{draft.savedAt ? t('saved', { time: clockTime(draft.savedAt) }) : t('sendKey')}</span>
      </div>
    </div>
  )
}
