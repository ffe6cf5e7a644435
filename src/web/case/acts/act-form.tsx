import { useRef, useState, type FormEvent } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { FulfilmentDetailView, ReceiptView } from '../../../kernel/http/views.ts'
import { announce, announceRefusal } from '../../ui/announce.tsx'
import { ActButton } from '../../ui/button.tsx'
import { CheckAnswers } from '../../ui/check-answers.tsx'
import { clockTime } from '../../ui/dates.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { giveNow, useCommand } from '../../shell/command.ts'
import { count, messages, useT, useText } from '../../shell/i18n.ts'
import { ProblemError } from '../../shell/problem.ts'
import { useMe } from '../../shell/session.ts'
import { useDraft } from '../../shell/use-draft.ts'
import type { ActSpec } from './act-spec.ts'
import { answersOf } from './answers.tsx'
import { Field } from './field.tsx'
import { missingOf, payloadOf, type Values } from './payload.ts'

const words = messages({
  check: { vi: 'Xem lại', en: 'Check' },
  missing: { vi: 'Điền mục này', en: 'Fill this in' },
  saved: { vi: 'Bản nháp tự lưu lúc {time}', en: 'Draft saved at {time}' },
  receipt: { vi: 'Biên nhận {seq}', en: 'Receipt {seq}' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  what: { vi: 'Nhiệm vụ', en: 'Assignment' },
  who: { vi: 'Đơn vị thực hiện', en: 'Accountable agency' },
})

const initial = (spec: ActSpec, view: FulfilmentDetailView): Values => {
  const asked = (view.detail as { extension?: { until: string } | null } | null)?.extension
  const values: Values = {}
  for (const field of spec.fields) {
    if (field.kind === 'included') values[field.name] = true
    if (field.name === 'until' && asked) values['until'] = asked.until
  }
  return values
}

/** The form of one act: draft kept, checked where it binds, given with the version that was seen. */
export const ActForm = ({
  command,
  spec,
  view,
  onDone,
}: {
  command: string
  spec: ActSpec
  view: FulfilmentDetailView
  onDone: (receipt: ReceiptView) => void
}) => {
  const t = useT(words)
  const text = useText()
  const me = useMe()
  const give = useCommand()
  const client = useQueryClient()
  const [started] = useState(() => initial(spec, view))
  const draft = useDraft<Values>(`${me.officerId}.${view.id}.${command}`, started)
  const [missing, setMissing] = useState<string[]>([])
  const [checking, setChecking] = useState(false)
  const [uploading, setUploading] = useState(false)

  const form = useRef<HTMLFormElement>(null)
  useFirstFocus(form)

  const undoOf = (receipt: ReceiptView) => {
    const { undo } = spec
    if (!undo) return undefined
    // The form is gone by then, so the undo stands on its own.
    const run = () =>
      void giveNow(client, {
        streamType: 'fulfilment',
        id: view.id,
        command: undo.command,
        payload: undo.payload,
        version: receipt.version,
      }).then(
        () => announce(text(undo.done)),
        (error: unknown) => announceRefusal(error instanceof ProblemError ? text(error.text) : String(error)),
      )
    return { label: t('undo'), run }
  }
  const send = () =>
    give.mutate(
      { streamType: 'fulfilment', id: view.id, command, payload: payloadOf(command, spec, draft.value), version: view.version },
      {
        onSuccess: (receipt) => {
          draft.clear()
          setChecking(false)
          const undo = undoOf(receipt)
          announce(`${text(spec.done)}: ${view.title}`, {
            ...(receipt.seq ? { detail: t('receipt', { seq: count(Number(receipt.seq)) }) } : {}),
            ...(undo ? { undo } : {}),
          })
          onDone(receipt)
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = missingOf(spec, draft.value)
    setMissing(wanted)
    if (wanted[0]) return void document.getElementById(`act-${wanted[0]}`)?.focus()
    if (!spec.binds) return send()
    // What was refused before was about other answers.
    give.reset()
    setChecking(true)
  }
  const set = (name: string, value: unknown) => {
    draft.set({ ...draft.value, [name]: value })
    setMissing(missing.filter((one) => one !== name))
  }
  return (
    <form ref={form} className="act-form" onSubmit={submit} noValidate>
      {spec.lead && <p className="meta">{text(spec.lead)}</p>}
      {spec.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          view={view}
          value={draft.value[field.name]}
          onChange={(value) => set(field.name, value)}
          error={missing.includes(field.name) ? t('missing') : null}
          onBusy={setUploading}
        />
      ))}
      {give.error && !checking && <ErrorNote error={give.error} />}
      <div className="row-gap wrap">
        <ActButton primary submit danger={spec.danger ?? false} busy={give.isPending || uploading}>
          {spec.binds ? t('check') : text(spec.label)}
        </ActButton>
        {draft.savedAt && <span className="meta">{t('saved', { time: clockTime(draft.savedAt) })}</span>}
      </div>
      {checking && (
        <CheckAnswers
          title={text(spec.label)}
          answers={[
            { label: t('what'), value: view.title },
            { label: t('who'), value: view.agency.name },
            ...answersOf(spec, draft.value, text),
          ]}
          act={text(spec.label)}
          busy={give.isPending}
          error={give.error}
          onAct={send}
          onBack={() => setChecking(false)}
        />
      )}
    </form>
  )
}
