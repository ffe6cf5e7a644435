import { useEffect, useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import type { ProblemError } from '../../../../web/shell/problem.ts'
import { useDraft } from '../../../../web/shell/use-draft.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { moment } from '../../../../web/ui/dates.ts'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { Card, Page } from '../../../../web/ui/page.tsx'
import type { AgreementIntakeView } from '../../views.ts'
import { readFile, readText } from './read-in.ts'
import type { TextDraft } from './text-draft.ts'
import './editor.css'

const words = messages({
  title: { vi: 'Soạn quy chế phối hợp', en: 'Draft an agreement' },
  lead: {
    vi: 'Đọc từ văn bản có sẵn rồi sửa, hoặc soạn từng điều khoản.',
    en: 'Read it from a text and correct it, or write it clause by clause.',
  },
  drop: { vi: 'Thả tệp quy chế vào đây', en: 'Drop the agreement here' },
  kinds: {
    vi: 'Word (.docx), .html hoặc .txt. Không nhận văn bản có dấu MẬT.',
    en: 'Word (.docx), .html or .txt. No documents with a secrecy stamp.',
  },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  paste: { vi: 'Hoặc dán nội dung', en: 'Or paste the text' },
  read: { vi: 'Đọc văn bản', en: 'Read the text' },
  reading: { vi: 'Đang đọc…', en: 'Reading…' },
  hand: { vi: 'Soạn tay', en: 'Write it by hand' },
  goOn: { vi: 'Soạn tiếp bản nháp', en: 'Go on with the draft' },
  kept: { vi: 'Bản nháp “{title}” lưu lúc {time} trên máy này', en: 'Draft “{title}”, kept on this machine at {time}' },
  drop1: { vi: 'Bỏ bản nháp', en: 'Drop the draft' },
  drop2: { vi: 'Bỏ, không giữ lại', en: 'Drop it for good' },
  first: { vi: 'Soạn tiếp hoặc bỏ bản nháp đang giữ trước', en: 'Go on with the kept draft or drop it first' },
  untitled: { vi: 'chưa đặt tên', en: 'untitled' },
})

/** Where the text of an agreement comes from. */
export const Start = ({
  draftName,
  onRead,
  onHand,
  onGoOn,
}: {
  draftName: string
  onRead: (view: AgreementIntakeView) => void
  onHand: () => void
  onGoOn: () => void
}) => {
  const t = useT(words)
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const kept = useDraft<TextDraft | null>(draftName, null)
  const [dropping, setDropping] = useState(false)
  const read = useMutation<AgreementIntakeView, ProblemError, File | string>({
    mutationFn: (given) => (typeof given === 'string' ? readText(given) : readFile(given)),
    onSuccess: onRead,
  })
  // What was written is dropped by a word of its own, never by beginning something else.
  const wait = kept.value ? t('first') : null
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file && !read.isPending && !wait) read.mutate(file)
  }
  // A file that misses the field must not replace the page.
  useEffect(() => {
    const stay = (event: DragEvent) => event.preventDefault()
    window.addEventListener('dragover', stay)
    window.addEventListener('drop', stay)
    return () => {
      window.removeEventListener('dragover', stay)
      window.removeEventListener('drop', stay)
    }
  }, [])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ActButton onClick={onHand} reason={wait}>
          {t('hand')}
        </ActButton>
      }
    >
      <div className="age-start">
        {kept.value && kept.savedAt && (
          <div className="age-kept">
            <span>{t('kept', { title: kept.value.text.title || t('untitled'), time: moment(kept.savedAt.toISOString()) })}</span>
            <span className="row-gap wrap">
              <ActButton danger={dropping} onClick={() => (dropping ? kept.clear() : setDropping(true))}>
                {t(dropping ? 'drop2' : 'drop1')}
              </ActButton>
              <ActButton primary onClick={onGoOn}>
                {t('goOn')}
              </ActButton>
            </span>
          </div>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a pointer's shortcut; the button inside is the way by keyboard */}
        <div
          className="age-drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            take(event.dataTransfer.files)
          }}
        >
          <p className="strong">{read.isPending ? t('reading') : t('drop')}</p>
          <p className="meta">{t('kinds')}</p>
          <input
            ref={input}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-hidden="true"
            accept=".docx,.html,.htm,.txt"
            onChange={(event) => {
              take(event.target.files)
              event.target.value = ''
            }}
          />
          <ActButton primary={!kept.value} busy={read.isPending} reason={wait} showReason onClick={() => input.current?.click()}>
            {t('choose')}
          </ActButton>
        </div>
        {read.error && <ErrorNote error={read.error} />}
        <Card title={<label htmlFor="paste">{t('paste')}</label>}>
          <div className="stack">
            <Input.TextArea
              id="paste"
              autoSize={{ minRows: 7, maxRows: 16 }}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <div className="row-gap">
              <ActButton busy={read.isPending} reason={wait} onClick={() => text.trim() && read.mutate(text)}>
                {t('read')}
              </ActButton>
              <output className="meta">{read.isPending && t('reading')}</output>
            </div>
          </div>
        </Card>
      </div>
    </Page>
  )
}
