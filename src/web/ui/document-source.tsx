import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { api } from '../shell/api.ts'
import { messages, useT } from '../shell/i18n.ts'
import type { ProblemError } from '../shell/problem.ts'
import { ActButton } from './button.tsx'
import { ErrorNote } from './error-note.tsx'
import { InboxIcon } from './icons.tsx'
import { Card } from './page.tsx'
import './document-source.css'

const words = messages({
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
})

/** The server tells what a file is by its bytes; a JSON file under its own type would be taken for pasted words. */
const asBytes = (file: File): File => new File([file], file.name, { type: 'application/octet-stream' })

/**
 * Where a document comes in: a file that is dropped or chosen, or pasted text. It is sent to `path`, and what was read of it goes
 * to `onRead`. `wait` says why nothing may be read yet.
 */
export const DocumentSource = <T,>({ path, onRead, wait = null }: { path: string; onRead: (view: T) => void; wait?: string | null }) => {
  const t = useT(words)
  const read = useMutation<T, ProblemError, File | string>({
    mutationFn: (given) => (typeof given === 'string' ? api.post<T>(path, { text: given }) : api.send<T>(path, asBytes(given))),
    onSuccess: onRead,
  })
  const [text, setText] = useState('')
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file && !read.isPending && !wait) read.mutate(file)
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
    <>
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
        <ActButton primary={!wait} busy={read.isPending} reason={wait} showReason onClick={() => input.current?.click()}>
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
            <ActButton busy={read.isPending} reason={wait} onClick={() => text.trim() && read.mutate(text)}>
              {t('read')}
            </ActButton>
            <output className="meta">{busy}</output>
          </div>
        </div>
      </Card>
    </>
  )
}
