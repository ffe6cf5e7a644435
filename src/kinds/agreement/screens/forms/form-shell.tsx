import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { ActionView, CaseView, ReceiptView } from '../../../../kernel/http/views.ts'
import { useCommand } from '../../../../web/shell/command.ts'
import { count, messages, useT, useText, type Text } from '../../../../web/shell/i18n.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { ActButton } from '../../../../web/ui/button.tsx'
import { CheckAnswers, type Answer } from '../../../../web/ui/check-answers.tsx'
import { clockTime } from '../../../../web/ui/dates.ts'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { FormDrawer } from '../../../../web/ui/form-drawer.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import { useFirstFocus } from '../../../../web/ui/use-first-focus.ts'
import { callOf } from '../call.ts'
import { Missing } from './missing.ts'

const words = messages({
  check: { vi: 'Xem lại', en: 'Check' },
  case: { vi: 'Quy chế', en: 'Agreement' },
  receipt: { vi: 'Biên nhận {seq}', en: 'Receipt {seq}' },
  saved: { vi: 'Bản nháp tự lưu lúc {time}', en: 'Draft saved at {time}' },
})

type Props = {
  view: CaseView
  action: ActionView | undefined
  label: Text
  done: Text
  lead?: Text | undefined
  /** What goes with the command, from the fields as they stand. */
  payload: () => unknown
  /** Ids of the fields that are wanted and empty, in their order. */
  missing?: string[]
  /** Set where the act binds: what check-your-answers shows. */
  answers?: Answer[]
  danger?: boolean
  busy?: boolean
  savedAt?: Date | null
  close: () => void
  onDone?: (receipt: ReceiptView) => void
  width?: number
  children?: ReactNode
}

/** A form of the agreement over its page: says what is missing, checks what binds, gives the command, shows the receipt. */
export const FormShell = (props: Props) => {
  const { view, label, done, close, children, danger = false, answers } = props
  const t = useT(words)
  const text = useText()
  const give = useCommand()
  // As it stands now: a form that stays open while the case moves on is given with the version that its officer then sees.
  const given = props.action
  const action = view.actions.find((one) => one.command === given?.command && one.streamId === given.streamId) ?? given
  const [checking, setChecking] = useState(false)
  const [tried, setTried] = useState(false)

  const form = useRef<HTMLFormElement>(null)
  useFirstFocus(form)
  const missing = tried ? (props.missing ?? []) : []

  const send = () =>
    action &&
    give.mutate(callOf(action, props.payload()), {
      onSuccess: (receipt) => {
        announce(text(done), receipt.seq ? { detail: t('receipt', { seq: count(Number(receipt.seq)) }) } : {})
        props.onDone?.(receipt)
        close()
      },
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const first = props.missing?.[0]
    if (first) document.getElementById(first)?.focus()
    else if (answers) setChecking(true)
    else send()
  }
  const refused = action?.allowed === false && action.reason ? text(action.reason.text) : null
  return (
    <FormDrawer title={text(label)} onClose={close} {...(props.width ? { width: props.width } : {})}>
      {refused ? (
        <p className="act-reason">
          <Sign name="lock" size={13} />
          {refused}
        </p>
      ) : (
        <form ref={form} className="act-form stack" onSubmit={submit} noValidate>
          {props.lead && <p className="meta">{text(props.lead)}</p>}
          <Missing value={missing}>{children}</Missing>
          {give.error && !checking && <ErrorNote error={give.error} />}
          <div className="row-gap wrap">
            <ActButton primary submit danger={danger} busy={give.isPending || (props.busy ?? false)}>
              {answers ? t('check') : text(label)}
            </ActButton>
            {props.savedAt && <span className="meta">{t('saved', { time: clockTime(props.savedAt) })}</span>}
          </div>
        </form>
      )}
      {checking && answers && (
        <CheckAnswers
          title={text(label)}
          answers={[{ label: t('case'), value: `${view.number} ${view.title}`.trim() }, ...answers]}
          act={text(label)}
          busy={give.isPending}
          error={give.error}
          onAct={send}
          onBack={() => setChecking(false)}
        />
      )}
    </FormDrawer>
  )
}
