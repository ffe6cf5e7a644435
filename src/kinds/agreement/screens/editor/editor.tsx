import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { useCommand } from '../../../../web/shell/command.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { ActButton } from '../../../../web/ui/button.tsx'
import { clockTime } from '../../../../web/ui/dates.ts'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { useTitle } from '../../../../web/ui/page.tsx'
import { useKeys } from '../../../../web/ui/use-keys.ts'
import type { AgreementText } from '../../contract.ts'
import type { AgreementIntakeView } from '../../views.ts'
import { actionOf } from '../model.ts'
import { ArticlesSection } from './articles-section.tsx'
import { GapsList } from './gaps-list.tsx'
import { GeneralSection, TermSection } from './general-section.tsx'
import { Outline } from './outline.tsx'
import { PartiesSection } from './parties-section.tsx'
import { RulesSections } from './rules-sections.tsx'
import { SendVersion } from './send-version.tsx'
import { SourcePane } from './source-pane.tsx'
import { gapsOf, sendable } from './text-edits.ts'
import { useTextDraft } from './text-draft.ts'
import './editor.css'

const words = messages({
  create: { vi: 'Soạn quy chế phối hợp', en: 'Draft an agreement' },
  edit: { vi: 'Sửa dự thảo', en: 'Edit the draft' },
  revise: { vi: 'Soạn bản mới', en: 'Write a new version' },
  propose: { vi: 'Đề nghị sửa đổi', en: 'Propose an amendment' },
  save: { vi: 'Lưu dự thảo', en: 'Save the draft' },
  saved: { vi: 'Đã lưu dự thảo', en: 'The draft was saved' },
  review: { vi: 'Xem lại và gửi', en: 'Check and send' },
  back: { vi: 'Thôi', en: 'Cancel' },
  kept: {
    vi: 'Bản nháp tự lưu trên máy này lúc {time}, chưa ghi vào hồ sơ.',
    en: 'Kept on this machine at {time}, not recorded yet.',
  },
  notKept: {
    vi: 'Máy này không lưu được bản nháp. Lưu dự thảo trước khi rời trang.',
    en: 'This machine cannot keep the draft. Save it before leaving.',
  },
  left: { vi: 'Bản nháp giữ trên máy này, chưa ghi vào hồ sơ', en: 'The draft is kept on this machine, not recorded yet' },
  overtaken: {
    vi: 'Văn bản trong hồ sơ đã đổi sau khi đồng chí bắt đầu bản nháp này. Lưu bản nháp sẽ thay văn bản đó.',
    en: 'The text of the case has changed since you began this draft. Saving the draft replaces it.',
  },
  takeTheirs: { vi: 'Bỏ bản nháp, lấy văn bản trong hồ sơ', en: 'Drop the draft, take the text of the case' },
  gaps: { vi: 'Còn {n} chỗ chưa điền trước khi gửi được.', en: '{n} places to fill in before it can be sent.' },
  ready: { vi: 'Đủ để gửi các bên.', en: 'Ready to be sent.' },
})

export type Mode = 'create' | 'edit' | 'revise' | 'propose'
/** Changes the text; `told` is said politely. */
export type Change = (to: (text: AgreementText) => AgreementText) => void

/** Writes the text of an agreement: parties, clauses and rules, beside the source it was read from. */
export const Editor = ({
  mode,
  view,
  base,
  source,
  draftName,
}: {
  mode: Mode
  view: CaseView | null
  base: AgreementText
  source: AgreementIntakeView | null
  draftName: string
}) => {
  const t = useT(words)
  const navigate = useNavigate()
  const give = useCommand()
  const draft = useTextDraft(draftName, base)
  const [sending, setSending] = useState(false)
  const [focused, setFocused] = useState<string | null>(null)
  useTitle(t(mode))

  const { text, set } = draft
  // Two changes within one drawing build on each other.
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  }, [text])
  const change = useCallback<Change>(
    (to) => {
      latest.current = to(latest.current)
      set(latest.current)
    },
    [set],
  )
  const gaps = useMemo(() => gapsOf(text), [text])

  const leave = () => {
    if (draft.savedAt) announce(t('left'))
    void navigate({ to: view ? `/case/${view.id}` : '/cases/agreement', search: {} })
  }
  const save = () => {
    if (give.isPending) return
    const action = view ? actionOf(view, 'edit') : undefined
    give.mutate(
      view && action
        ? {
            streamType: action.streamType,
            id: action.streamId,
            command: 'edit',
            payload: { text: sendable(text) },
            version: action.version,
          }
        : { streamType: 'agreement', id: null, command: null, payload: { text: sendable(text) } },
      {
        onSuccess: (receipt) => {
          draft.clear()
          announce(t('saved'))
          void navigate({ to: `/case/${receipt.caseId}`, search: {} })
        },
      },
    )
  }
  const next = mode === 'create' || mode === 'edit' ? save : () => setSending(true)
  useKeys({ 'ctrl+s': next })
  return (
    <div className="age">
      <header className="age-head">
        <div>
          <h1>{t(mode)}</h1>
          <p className="meta" aria-live="polite">
            {gaps.length > 0 ? t('gaps', { n: count(gaps.length) }) : t('ready')}{' '}
            {draft.failed ? <b className="amber">{t('notKept')}</b> : draft.savedAt && t('kept', { time: clockTime(draft.savedAt) })}
          </p>
        </div>
        <ActButton onClick={leave}>{t('back')}</ActButton>
        <ActButton primary busy={give.isPending} onClick={next}>
          {t(mode === 'create' || mode === 'edit' ? 'save' : 'review')}
        </ActButton>
      </header>
      <div className="age-columns" data-source={source !== null || undefined}>
        <Outline text={text} gaps={gaps} />
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- notes which field has the focus, to show its place in the source */}
        <div
          className="age-form"
          onFocus={(event) => setFocused((event.target as HTMLElement).closest('[data-span]')?.getAttribute('data-span') ?? null)}
        >
          {give.error && <ErrorNote error={give.error} />}
          {view && draft.overtaken && (
            <div className="age-kept" role="alert">
              <span>{t('overtaken')}</span>
              <ActButton onClick={draft.clear}>{t('takeTheirs')}</ActButton>
            </div>
          )}
          <GapsList gaps={gaps} doubts={source?.doubts ?? []} names={source?.names ?? []} />
          <GeneralSection text={text} change={change} />
          <PartiesSection text={text} change={change} />
          <ArticlesSection articles={text.articles} change={change} />
          <RulesSections text={text} change={change} />
          <TermSection text={text} change={change} />
        </div>
        {source && <SourcePane source={source} focused={focused} />}
      </div>
      {sending && view && (mode === 'revise' || mode === 'propose') && (
        <SendVersion
          view={view}
          mode={mode}
          base={base}
          text={text}
          gaps={gaps.length}
          close={() => setSending(false)}
          onDone={draft.clear}
        />
      )}
    </div>
  )
}
