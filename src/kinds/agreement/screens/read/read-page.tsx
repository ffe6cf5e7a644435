import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { caseQuery } from '../../../../web/case/case-queries.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { EmptyState } from '../../../../web/ui/empty-state.tsx'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { WaitingRows } from '../../../../web/ui/waiting-rows.tsx'
import { stateOf, versionOf } from '../model.ts'
import { acknowledgementQuery } from '../queries.ts'
import { Reader } from './reader.tsx'

const words = messages({ none: { vi: 'Quy chế không có văn bản đang cần đọc.', en: 'There is no text to read now.' } })

/** Reads the text in force, clause by clause (quán triệt). */
export const ReadPage = () => {
  const t = useT(words)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const view = useQuery(caseQuery(id))
  const reading = useQuery(acknowledgementQuery(id))
  const error = view.error ?? reading.error
  if (error && !(view.data && reading.data))
    return <ErrorNote error={error} retry={() => void Promise.all([view.refetch(), reading.refetch()])} />
  if (!view.data || !reading.data) return <WaitingRows rows={6} />
  const state = stateOf(view.data)
  const version = state && versionOf(state, reading.data.version)
  if (!version) return <EmptyState text={t('none')} />
  return <Reader key={version.n} view={view.data} version={version} reading={reading.data.reading} />
}
