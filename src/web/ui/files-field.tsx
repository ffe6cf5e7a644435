import { useRef, useState } from 'react'
import { Button } from 'antd'
import type { FileRef } from '../../kernel/http/views.ts'
import { api } from '../shell/api.ts'
import { messages, useT } from '../shell/i18n.ts'
import { ProblemError } from '../shell/problem.ts'
import { fileSize } from './dates.ts'
import { ErrorNote } from './error-note.tsx'
import { Sign } from './sign.tsx'
import './files-field.css'

const LIMIT = 50 * 1024 * 1024

const words = messages({
  choose: { vi: 'Chọn tệp', en: 'Choose files' },
  sending: { vi: 'đang gửi {n}/{total}', en: 'sending {n}/{total}' },
  remove: { vi: 'Bỏ tệp {name}', en: 'Remove {name}' },
  drop: { vi: 'hoặc thả tệp vào đây', en: 'or drop files here' },
})

const tooLarge = (name: string) =>
  new ProblemError({
    status: 413,
    code: 'too-large',
    text: {
      vi: `Chưa nộp được: tệp “${name}” vượt 50 MB. Bản nháp đã lưu. Chọn tệp khác.`,
      en: `Not sent: “${name}” is over 50 MB. The draft is kept. Choose another file.`,
    },
  })

/** Files that go with an act; each is sent when it is chosen, so that a lost link later costs nothing. */
export const FilesField = ({
  id,
  caseId,
  value,
  onChange,
  onBusy,
}: {
  id: string
  caseId: string | null
  value: FileRef[]
  onChange: (files: FileRef[]) => void
  onBusy?: (busy: boolean) => void
}) => {
  const t = useT(words)
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<{ n: number; total: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (files: File[]) => {
    setError(null)
    onBusy?.(true)
    const kept = [...value]
    try {
      for (const [index, file] of files.entries()) {
        setSending({ n: index + 1, total: files.length })
        if (file.size > LIMIT) throw tooLarge(file.name)
        kept.push(await api.upload(file, caseId))
      }
    } catch (cause) {
      setError(cause)
    }
    if (kept.length > value.length) onChange(kept)
    setSending(null)
    onBusy?.(false)
  }
  return (
    <div
      className="files-field"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void send([...event.dataTransfer.files])
      }}
    >
      {value.length > 0 && (
        <ul>
          {value.map((file) => (
            <li key={file.id}>
              <Sign name="clip" />
              <span className="clip">{file.name}</span>
              <span className="meta">{fileSize(file.size)}</span>
              <button
                type="button"
                className="plain-button files-remove"
                aria-label={t('remove', { name: file.name })}
                onClick={() => onChange(value.filter((one) => one.id !== file.id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          void send([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <div className="row-gap">
        <Button id={id} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <output className="meta">{sending ? t('sending', sending) : t('drop')}</output>
      </div>
      {Boolean(error) && <ErrorNote error={error} />}
    </div>
  )
}
