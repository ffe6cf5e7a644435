import { useState, type FormEvent } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { AgencyView } from '../../kernel/http/views.ts'
import { announce } from '../ui/announce.tsx'
import { ActButton } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useCommand } from '../shell/command.ts'
import { useT, useText } from '../shell/i18n.ts'
import type { ProblemError } from '../shell/problem.ts'
import { agencyActs, type DirectoryDoing, type DirectoryField } from './directory-acts.ts'
import { DirectoryFieldInput } from './directory-field.tsx'
import type { ChosenAgency } from './agency-select.tsx'
import { directoryWords } from './directory-messages.ts'

type Values = Record<string, unknown>

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const plain = (field: DirectoryField, value: unknown): unknown => {
  if (field.kind === 'agency') return (value as ChosenAgency[])[0]?.id
  if (field.kind === 'agencies') return (value as ChosenAgency[]).map((agency) => agency.id)
  return typeof value === 'string' ? value.trim().normalize('NFC') : value
}

/** A change of the directory, over the agency's page. */
export default function DirectoryDrawer({ view, doing, onClose }: { view: AgencyView; doing: DirectoryDoing; onClose: () => void }) {
  const t = useT(directoryWords)
  const text = useText()
  const give = useCommand()
  const post = useMutation<unknown, ProblemError, { path: string; payload: Values }>({
    mutationFn: ({ path, payload }) => api.post(path, payload),
  })
  const [values, setValues] = useState<Values>(doing.values)
  const [missing, setMissing] = useState<string[]>([])
  const act = agencyActs[doing.command]
  if (!act) return null
  const command = doing.command.split('.')[1] ?? ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = act.fields.filter((field) => field.required && isEmpty(values[field.name])).map((field) => field.name)
    setMissing(wanted)
    if (wanted[0]) return void document.getElementById(`directory-${wanted[0]}`)?.focus()
    const payload: Values = { ...act.also?.(view) }
    for (const field of act.fields) {
      if (field.kind === 'agencies') payload[field.name] = plain(field, values[field.name] ?? [])
      else if (!isEmpty(values[field.name])) payload[field.name] = plain(field, values[field.name])
    }
    const told = {
      onSuccess: () => {
        announce(t('saved'))
        onClose()
      },
    }
    if (act.path) return post.mutate({ path: act.path(payload), payload }, told)
    give.mutate(
      {
        streamType: act.streamType,
        id: act.opens ? null : doing.streamId,
        command,
        payload,
        ...(doing.streamId === view.id ? { version: view.version } : {}),
      },
      told,
    )
  }
  return (
    <FormDrawer title={text(act.label)} onClose={onClose}>
      <form className="act-form stack" onSubmit={submit} noValidate>
        {act.lead && <p className="meta">{text(act.lead)}</p>}
        {act.fields.map((field) => (
          <DirectoryFieldInput
            key={field.name}
            field={field}
            view={view}
            value={values[field.name]}
            error={missing.includes(field.name) ? t('missing') : null}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        {(give.error ?? post.error) && <ErrorNote error={give.error ?? post.error} />}
        <div>
          <ActButton primary submit busy={give.isPending || post.isPending}>
            {t('save')}
          </ActButton>
        </div>
      </form>
    </FormDrawer>
  )
}
