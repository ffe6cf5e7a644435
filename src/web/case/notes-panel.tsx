import { useRef, type FormEvent } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { announce } from '../ui/announce.tsx'
import { ActButton } from '../ui/button.tsx'
import { moment } from '../ui/dates.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { api } from '../shell/api.ts'
import { newKey } from '../shell/new-key.ts'
import { useT } from '../shell/i18n.ts'
import { useMe } from '../shell/session.ts'
import { useDraft } from '../shell/use-draft.ts'
import { caseWords } from './case-messages.ts'
import { notesQuery } from './case-queries.ts'

/** Internal notes: lines for colleagues that no other agency sees. */
export const NotesPanel = ({ caseId }: { caseId: string }) => {
  const t = useT(caseWords)
  const me = useMe()
  const client = useQueryClient()
  const { data, error } = useQuery(notesQuery(caseId))
  const draft = useDraft(`${me.officerId}.${me.post.id}.${caseId}.note`, '')
  const key = useRef(newKey())
  const add = useMutation({
    mutationFn: (text: string) => api.post(`/cases/${caseId}/notes`, { text }, key.current),
    onSuccess: () => {
      key.current = newKey()
      draft.clear()
      announce(t('noteDone'))
      void client.invalidateQueries({ queryKey: ['case', caseId, 'notes'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = draft.value.trim().normalize('NFC')
    if (text && !add.isPending) add.mutate(text)
  }
  return (
    <>
      <form className="note-form" onSubmit={submit}>
        <label htmlFor="note-text" className="meta">
          {t('noteLead')}
        </label>
        <textarea
          id="note-text"
          className="plain-input"
          maxLength={4000}
          placeholder={t('notePlace')}
          value={draft.value}
          onChange={(event) => draft.set(event.target.value)}
        />
        {add.error && <ErrorNote error={add.error} />}
        <div>
          <ActButton small submit busy={add.isPending}>
            {t('noteAdd')}
          </ActButton>
        </div>
      </form>
      {error && !data && <ErrorNote error={error} />}
      <ul className="notes-list">
        {data?.length === 0 && <li className="meta">{t('noteNone')}</li>}
        {data?.map((note) => (
          <li key={note.id}>
            <p>{note.text}</p>
            <span className="meta">
              {note.officer.title} · {moment(note.at)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
