import { useState, type FormEvent, type ReactNode } from 'react'
import type { ActionView, CaseView } from '../../../../kernel/http/views.ts'
import { useCommand } from '../../../../web/shell/command.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { ActButton } from '../../../../web/ui/button.tsx'
import { CheckAnswers, type Answer } from '../../../../web/ui/check-answers.tsx'
import { FormDrawer } from '../../../../web/ui/form-drawer.tsx'

const words = messages({
  check: { vi: 'Xem lại', en: 'Check' },
  receipt: { vi: 'Biên nhận {seq}', en: 'Receipt {seq}' },
  case: { vi: 'Hồ sơ', en: 'Case' },
})

export type ActFrame = { view: CaseView; action: ActionView; close: () => void }

/** A form of one of the directive's own acts: fields in a drawer, then check-your-answers, then the receipt. */
export const WordsForm = ({
  view,
  action,
  close,
  title,
  done,
  payload,
  missing,
  answers,
  children,
}: ActFrame & {
  title: string
  done: string
  payload: () => unknown
  /** What must be filled first; null when all is there. */
  missing: string | null
  answers: () => Answer[]
  children: ReactNode
}) => {
  const t = useT(words)
  const give = useCommand()
  const [checking, setChecking] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (missing) return
    // What was refused before was about other answers.
    give.reset()
    setChecking(true)
  }
  const send = () =>
    give.mutate(
      { streamType: action.streamType, id: action.streamId, command: action.command, payload: payload(), version: action.version },
      {
        onSuccess: (receipt) => {
          announce(done, receipt.seq ? { detail: t('receipt', { seq: count(Number(receipt.seq)) }) } : {})
          close()
        },
      },
    )
  return (
    <FormDrawer title={title} onClose={close} width={600}>
      <form className="stack" onSubmit={submit} noValidate>
        {children}
        <div className="row-gap">
          <ActButton primary submit showReason reason={missing} onClick={() => undefined}>
            {t('check')}
          </ActButton>
        </div>
      </form>
      {checking && (
        <CheckAnswers
          title={title}
          answers={[{ label: t('case'), value: view.number || view.title }, ...answers()]}
          act={title}
          busy={give.isPending}
          error={give.error}
          onAct={send}
          onBack={() => setChecking(false)}
        />
      )}
    </FormDrawer>
  )
}
