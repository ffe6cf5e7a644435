import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { caseQuery } from '../../../../web/case/case-queries.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { useDraft } from '../../../../web/shell/use-draft.ts'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { WaitingRows } from '../../../../web/ui/waiting-rows.tsx'
import type { DirectiveState } from '../../contract.ts'
import { add, type Draft } from './edits.ts'
import { newKey } from '../../../../web/shell/new-key.ts'
import { DropDraft } from './drop-draft.tsx'
import { NotADraft } from './not-a-draft.tsx'
import { Upload } from './upload.tsx'
import { Workspace, type Start } from './workspace.tsx'

const blank = (): Start => {
  const draft: Draft = {
    document: {
      type: 'cong-van',
      number: '',
      date: null,
      dateWords: null,
      place: '',
      issuerId: null,
      issuerName: '',
      subject: '',
      urgency: 'normal',
      signer: null,
      legalBases: [],
      fileId: null,
      sourceText: null,
    },
    recipients: [],
    assignments: [],
  }
  return { draft: add(draft, newKey(), null), doubts: [], readings: {}, kept: null }
}

/** The draft as it stands on the server. */
const startOf = (id: string, version: number, state: DirectiveState): Start => ({
  draft: {
    document: state.document,
    recipients: state.recipients,
    assignments: state.assignments.map(({ title: _title, resolved: _resolved, cancelled: _cancelled, ...one }) => one),
  },
  doubts: [],
  readings: {},
  kept: { id, version },
})

/** Takes a document in: first where it comes from, then the reading; `?case=` goes on with a draft of the agency. */
export const IntakePage = () => {
  const { case: caseId } = useSearch({ strict: false }) as { case?: string }
  const me = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const here = useDraft<Start | null>(`${me.officerId}.intake`, null)
  // The reading on the screen goes on where it is when the server gives it an id.
  const [session, setSession] = useState<{ key: string; start: Start } | null>(() =>
    caseId || !here.value ? null : { key: newKey(), start: here.value },
  )
  const [dropping, setDropping] = useState<{ id: string | null } | null>(null)
  const openedHere = session?.start.kept?.id === caseId || (session !== null && session.start.kept === null)
  const view = useQuery({ ...caseQuery(caseId ?? ''), enabled: Boolean(caseId) && !(session && openedHere) })

  const begin = (start: Start) => setSession({ key: newKey(), start })
  const leave = () => {
    here.clear()
    setSession(null)
    setDropping(null)
    void navigate({ to: '/intake', search: {} })
  }
  const reload = async () => {
    if (!caseId) return
    const fresh = await client.fetchQuery({ ...caseQuery(caseId), staleTime: 0 })
    const state = fresh.state as DirectiveState
    if (state.status === 'draft') begin(startOf(caseId, fresh.version, state))
  }

  if (caseId && !(session && openedHere)) {
    if (view.error) return <ErrorNote error={view.error} retry={() => void view.refetch()} />
    if (!view.data) return <WaitingRows />
    const state = view.data.state as DirectiveState | null
    if (state?.status !== 'draft') return <NotADraft id={caseId} number={view.data.number} />
    begin(startOf(caseId, view.data.version, state))
    return null
  }
  if (!session) {
    return (
      <Upload
        onRead={(read) => begin({ draft: read.payload, doubts: read.doubts, readings: read.readings, kept: null })}
        onHand={() => begin(blank())}
      />
    )
  }
  return (
    <>
      <Workspace
        key={session.key}
        start={session.start}
        keepHere={(start) => here.set(start)}
        keptHereAt={here.savedAt}
        onOpened={(id) => {
          here.clear()
          void navigate({ to: '/intake', search: { case: id }, replace: true })
        }}
        onDrop={(id) => setDropping({ id })}
        onReload={() => void reload()}
      />
      {dropping && <DropDraft id={dropping.id} onBack={() => setDropping(null)} onDropped={leave} />}
    </>
  )
}
