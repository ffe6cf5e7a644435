import { useState, type FormEvent } from 'react'
import { Input } from 'antd'
import type { ReceiptView } from '../../kernel/http/views.ts'
import type { CaseAccessDetailView } from '../../kernel/access/requests/views.ts'
import { announce } from '../ui/announce.tsx'
import { ActButton } from '../ui/button.tsx'
import { CheckAnswers } from '../ui/check-answers.tsx'
import { DateField } from '../ui/date-field.tsx'
import { officialDay } from '../ui/dates.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useCommand } from '../shell/command.ts'
import { count, useT } from '../shell/i18n.ts'
import { useMe } from '../shell/session.ts'
import { useDraft } from '../shell/use-draft.ts'
import { accessWords } from './access-messages.ts'
import { LabelledField } from '../ui/labelled-field.tsx'

export const ANSWERS = ['grant', 'refuse', 'leave', 'withdraw'] as const
export type AnswerCommand = (typeof ANSWERS)[number]

const LEADS = { grant: 'grantLead', refuse: 'refuseLead', leave: 'leaveLead', withdraw: 'withdrawLead' } as const
const LABELS = { grant: 'note', refuse: 'why', leave: 'ownNote', withdraw: 'why' } as const
/** The words without which the answer says nothing. */
const WANTED = new Set<AnswerCommand>(['refuse', 'withdraw'])

type Values = { until: string | null; words: string }

/** One answer to a request for access: filled in, looked at once more, recorded. */
export const AnswerForm = ({
  view,
  command,
  onDone,
}: {
  view: CaseAccessDetailView
  command: AnswerCommand
  onDone: (receipt: ReceiptView) => void
}) => {
  const t = useT(accessWords)
  const me = useMe()
  const give = useCommand()
  const draft = useDraft<Values>(`${me.officerId}.${view.id}.${command}`, { until: null, words: '' })
  const [wrong, setWrong] = useState(false)
  const [checking, setChecking] = useState(false)
  const { until, words } = draft.value
  const said = words.trim().normalize('NFC')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = WANTED.has(command) && said.length < 5
    setWrong(missing)
    if (missing) return void document.getElementById('access-words')?.focus()
    give.reset()
    setChecking(true)
  }
  const send = () =>
    give.mutate(
      {
        streamType: 'access',
        id: view.id,
        command,
        payload: command === 'grant' ? { until, note: said } : { reason: said },
        version: view.version,
      },
      {
        onSuccess: (receipt) => {
          draft.clear()
          setChecking(false)
          announce(`${t('done')}: ${view.agency.name}`, receipt.seq ? { detail: t('receipt', { seq: count(Number(receipt.seq)) }) } : {})
          onDone(receipt)
        },
      },
    )
  return (
    <form className="act-form" onSubmit={submit} noValidate>
      <p className="meta">{t(LEADS[command])}</p>
      {command === 'grant' && (
        <LabelledField id="access-until" label={t('untilDay')} help={t('untilHelp')}>
          {({ id, 'aria-describedby': described }) => (
            <DateField id={id} aria-describedby={described} value={until} onChange={(day) => draft.set({ ...draft.value, until: day })} />
          )}
        </LabelledField>
      )}
      <LabelledField id="access-words" label={t(LABELS[command])} error={wrong ? t('reasonWrong') : null} required={WANTED.has(command)}>
        {(described) => (
          <Input.TextArea
            {...described}
            autoSize={{ minRows: 2, maxRows: 10 }}
            maxLength={1000}
            value={words}
            onChange={(event) => {
              draft.set({ ...draft.value, words: event.target.value })
              setWrong(false)
            }}
          />
        )}
      </LabelledField>
      {give.error && !checking && <ErrorNote error={give.error} />}
      <div>
        <ActButton primary submit danger={command === 'withdraw'} busy={give.isPending}>
          {t('check')}
        </ActButton>
      </div>
      {checking && (
        <CheckAnswers
          title={t(command)}
          answers={[
            { label: t('who'), value: view.agency.name },
            ...(command === 'grant' ? [{ label: t('untilDay'), value: until ? officialDay(until) : t('noLimit') }] : []),
            { label: t(LABELS[command]), value: said || t('noneGiven') },
          ]}
          act={t(command)}
          busy={give.isPending}
          error={give.error}
          onAct={send}
          onBack={() => setChecking(false)}
        />
      )}
    </form>
  )
}
