import { useRef, useState, type FormEvent } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import type { AccessSentView } from '../../kernel/access/requests/views.ts'
import type { SearchHit, SearchView } from '../../kernel/http/views.ts'
import { announce } from '../ui/announce.tsx'
import { ActButton } from '../ui/button.tsx'
import { capital } from '../ui/capital.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { api, query } from '../shell/api.ts'
import { newKey } from '../shell/new-key.ts'
import { useT, useText } from '../shell/i18n.ts'
import { foldWords } from '../shell/fold-words.ts'
import { useMe } from '../shell/session.ts'
import { useDraft } from '../shell/use-draft.ts'
import { accessWords } from './access-messages.ts'
import { requestsQuery } from './access-queries.ts'
import { LabelledField } from '../ui/labelled-field.tsx'

const sameNumber = (one: string, other: string): boolean => {
  const bare = (text: string) => foldWords(text).replace(/\s+/g, '')
  return bare(one) === bare(other)
}

/** The cases of this number among those that the officer finds anyway: nothing else is asked of the server before the request itself. */
const alreadySeen = async (number: string): Promise<SearchHit[]> => {
  const { cases } = await api.get<SearchView>(`/search${query({ q: number })}`)
  return cases.filter((hit) => sameNumber(hit.number, number))
}

/** The form by which an officer asks to read what a number stands for. The answer is the same for every number. */
export default function RequestDrawer({ number: looked, onClose }: { number: string; onClose: () => void }) {
  const t = useT(accessWords)
  const text = useText()
  const me = useMe()
  const client = useQueryClient()
  const [number, setNumber] = useState(/\d/.test(looked) ? looked.slice(0, 60) : '')
  const reason = useDraft(`${me.officerId}.${me.post.id}.access-request`, '')
  const [wrong, setWrong] = useState<{ number?: boolean; reason?: boolean }>({})
  const [seen, setSeen] = useState<SearchHit[]>([])
  const key = useRef(newKey())
  const form = useRef<HTMLFormElement>(null)
  useFirstFocus(form, looked ? 'access-reason' : 'access-number')
  const send = useMutation({
    mutationFn: async (given: { number: string; reason: string }): Promise<AccessSentView | null> => {
      const found = seen.length > 0 ? [] : await alreadySeen(given.number)
      setSeen(found)
      return found.length > 0 ? null : api.post<AccessSentView>('/access-requests', given, key.current)
    },
    onSuccess: (sent) => {
      if (!sent) return
      reason.clear()
      announce(text(sent.text))
      void client.invalidateQueries({ queryKey: requestsQuery.queryKey })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (send.isPending) return
    const given = { number: number.trim().normalize('NFC'), reason: reason.value.trim().normalize('NFC') }
    const missing = { number: given.number.length < 2 || !/\d/.test(given.number), reason: given.reason.length < 5 }
    setWrong(missing)
    if (missing.number) return void document.getElementById('access-number')?.focus()
    if (missing.reason) return void document.getElementById('access-reason')?.focus()
    send.mutate(given)
  }
  return (
    <FormDrawer title={t('ask')} onClose={onClose}>
      <form ref={form} className="act-form stack" onSubmit={submit} noValidate>
        <p className="meta">{t('lead')}</p>
        <LabelledField
          id="access-number"
          label={t('number')}
          help={t('numberHelp')}
          error={wrong.number ? t('numberWrong') : null}
          required
        >
          {(described) => (
            <Input
              {...described}
              autoComplete="off"
              maxLength={60}
              value={number}
              onChange={(event) => {
                setNumber(event.target.value)
                setSeen([])
                key.current = newKey()
              }}
            />
          )}
        </LabelledField>
        <LabelledField
          id="access-reason"
          label={t('reason')}
          help={t('reasonHelp')}
          error={wrong.reason ? t('reasonWrong') : null}
          required
        >
          {(described) => (
            <Input.TextArea
              {...described}
              autoSize={{ minRows: 3, maxRows: 10 }}
              maxLength={1000}
              value={reason.value}
              onChange={(event) => {
                reason.set(event.target.value)
                key.current = newKey()
              }}
            />
          )}
        </LabelledField>
        {seen.length > 0 && (
          <output className="drawer-facts">
            <span>{t('seen')}</span>
            {seen.map((hit) => (
              <Link key={hit.caseId} to={`/case/${hit.caseId}`} className="link">
                {hit.number} {capital(hit.title)}
              </Link>
            ))}
          </output>
        )}
        {send.error && <ErrorNote error={send.error} />}
        <div>
          <ActButton primary submit busy={send.isPending}>
            {t(seen.length > 0 ? 'sendAnyway' : 'send')}
          </ActButton>
        </div>
      </form>
    </FormDrawer>
  )
}
