import type { ReactNode } from 'react'
import { Button, Modal } from 'antd'
import { messages, useT } from '../shell/i18n.ts'
import { ErrorNote } from './error-note.tsx'
import { useGiveBack } from './use-give-back.ts'
import { useOverlay } from './use-keys.ts'
import './form-drawer.css'

const words = messages({
  back: { vi: 'Sửa lại', en: 'Change' },
  sending: { vi: 'Đang ghi…', en: 'Recording…' },
  lead: {
    vi: 'Kiểm tra trước khi ghi. Việc này ràng buộc cơ quan và ghi vào nhật ký.',
    en: 'Check before it is recorded. This binds the agency and goes into the record.',
  },
})

export type Answer = { label: string; value: ReactNode }

/** Check-your-answers before an act that binds: what will be recorded, one act to do it, one to go back; it waits for the server. */
export const CheckAnswers = ({
  title,
  answers,
  act,
  onAct,
  onBack,
  busy,
  error,
  lead,
}: {
  title: string
  answers: Answer[]
  act: string
  onAct: () => void
  onBack: () => void
  busy: boolean
  error?: unknown
  lead?: string
}) => {
  const t = useT(words)
  useOverlay(true)
  useGiveBack()
  return (
    <Modal
      open
      title={title}
      onCancel={onBack}
      mask={{ closable: false }}
      width={560}
      style={{ top: 48 }}
      classNames={{ body: 'check-body' }}
      footer={[
        <Button key="back" onClick={onBack}>
          {t('back')}
        </Button>,
        <Button key="act" type="primary" aria-disabled={busy} onClick={() => !busy && onAct()}>
          {busy ? t('sending') : act}
        </Button>,
      ]}
    >
      <div className="stack">
        <p className="meta">{lead ?? t('lead')}</p>
        <dl className="answers">
          {answers.map((answer) => [<dt key={`${answer.label}-label`}>{answer.label}</dt>, <dd key={answer.label}>{answer.value}</dd>])}
        </dl>
        {Boolean(error) && <ErrorNote error={error} />}
      </div>
    </Modal>
  )
}
