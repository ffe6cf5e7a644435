import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { Card, Page } from '../../../../web/ui/page.tsx'
import { InboxIcon } from '../../../../web/ui/icons.tsx'
import type { ProblemError } from '../../../../web/shell/problem.ts'
import type { IntakeView } from '../../intake-contract.ts'
import { OpenDrafts } from './open-drafts.tsx'
import { readFileIn, readTextIn } from './read-in.ts'
import './upload.css'

const words = messages({
  title: { vi: 'Tiếp nhận văn bản', en: 'Take in a document' },
  lead: {
    vi: 'Hệ thống đọc văn bản, đồng chí xác nhận từng việc. Chưa xác nhận thì chưa giao cho ai.',
    en: 'The system reads, you confirm each assignment. Nothing goes out before.',
  },
  drop: { vi: 'Thả tệp văn bản vào đây', en: 'Drop the document here' },
  kinds: {
    vi: 'Word (.docx), .html hoặc .txt, tối đa 20 MB. Không nhận văn bản có dấu MẬT.',
    en: 'Word (.docx), .html or .txt, at most 20 MB. No documents with a secrecy stamp.',
  },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  paste: { vi: 'Hoặc dán nội dung', en: 'Or paste the text' },
  pastePlace: { vi: 'Dán toàn văn bản, từ quốc hiệu đến nơi nhận', en: 'The whole document, from the letterhead to the recipients' },
  read: { vi: 'Đọc văn bản', en: 'Read the document' },
  reading: { vi: 'Đang đọc {name}…', en: 'Reading {name}…' },
  readingText: { vi: 'Đang đọc văn bản…', en: 'Reading the text…' },
  hand: { vi: 'Nhập tay', en: 'Enter by hand' },
})

/** Where a document comes in: a file, pasted text, or nothing but the keyboard. */
export const Upload = ({ onRead, onHand }: { onRead: (view: IntakeView) => void; onHand: () => void }) => {
  const t = useT(words)
  const [text, setText] = useState('')
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const read = useMutation<IntakeView, ProblemError, File | string>({
    mutationFn: (given) => (typeof given === 'string' ? readTextIn(given) : readFileIn(given)),
    onSuccess: onRead,
  })
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file && !read.isPending) read.mutate(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  // A file that misses the field must not replace the page.
  useEffect(() => {
    const stay = (event: globalThis.DragEvent) => event.preventDefault()
    window.addEventListener('dragover', stay)
    window.addEventListener('drop', stay)
    return () => {
      window.removeEventListener('dragover', stay)
      window.removeEventListener('drop', stay)
    }
  }, [])
  const busy = read.isPending
    ? typeof read.variables === 'string'
      ? t('readingText')
      : t('reading', { name: read.variables?.name ?? '' })
    : null
  return (
    <Page title={t('title')} lead={t('lead')} actions={<ActButton onClick={onHand}>{t('hand')}</ActButton>}>
      <div className="upload">
        <div className="upload-main">
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a pointer's shortcut; the button inside is the way by keyboard */}
          <div
            className="drop-place"
            data-over={over || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <InboxIcon />
            <p className="strong">{busy ?? t('drop')}</p>
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
            <ActButton primary busy={read.isPending} onClick={() => input.current?.click()}>
              {t('choose')}
            </ActButton>
          </div>
          {read.error && <ErrorNote error={read.error} />}
          <Card title={<label htmlFor="paste">{t('paste')}</label>}>
            <div className="stack">
              <Input.TextArea
                id="paste"
                placeholder={t('pastePlace')}
                autoSize={{ minRows: 7, maxRows: 16 }}
                value={text}
                onChange={(event) => setText(event.target.value)}
                onPaste={(event: ClipboardEvent) => take(event.clipboardData.files)}
              />
              <div className="row-gap">
                <ActButton busy={read.isPending} onClick={() => text.trim() && read.mutate(text)}>
                  {t('read')}
                </ActButton>
                <output className="meta">{busy}</output>
              </div>
            </div>
          </Card>
        </div>
        <OpenDrafts />
      </div>
    </Page>
  )
}
