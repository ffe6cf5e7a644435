import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementState } from '../../contract.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { Card } from '../../../../web/ui/page.tsx'
import { useKeys } from '../../../../web/ui/use-keys.ts'
import { openComments, standingOf, versionOf } from '../model.ts'
import { useAgreementPlace } from '../place.ts'
import { comparisonQuery } from '../queries.ts'
import { ChangeCounts } from './change-counts.tsx'
import { Comments } from './comments.tsx'
import { Document } from './document.tsx'
import { FieldChanges } from './field-changes.tsx'
import { VersionBar } from './version-bar.tsx'
import './text.css'

const words = messages({
  title: { vi: 'Văn bản', en: 'Text' },
  whole: { vi: 'Ý kiến chung', en: 'Comments on the whole' },
  comparing: { vi: 'Đang so sánh…', en: 'Comparing…' },
  note: { vi: 'Gửi kèm bản {n}:', en: 'Sent with version {n}:' },
})

/** What a version is compared with unless the reader chose: the text in force, or else the version before. */
const defaultOther = (state: AgreementState, n: number): number => (n > 1 && state.proposal === n ? (state.current ?? n - 1) : 0)

const moveTo = (selector: string, by: 1 | -1) => {
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  const at = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement))
  const next = at < 0 ? all[by > 0 ? 0 : all.length - 1] : all[(at + by + all.length) % all.length]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** The text by version: read, compared, commented on clause by clause. */
export const TextPart = ({ view, state }: { view: CaseView; state: AgreementState }) => {
  const t = useT(words)
  const { search, go } = useAgreementPlace(view.id)
  const [onlyChanges, setOnlyChanges] = useState(false)
  const n = search.v ?? state.proposal ?? standingOf(state)?.n ?? 1
  const other = search.w ?? defaultOther(state, n)
  const comparing = other > 0 && other !== n && versionOf(state, other) !== null
  // Of two versions the later one is shown, with what the earlier one had struck through.
  const version = versionOf(state, comparing ? Math.max(n, other) : n) ?? standingOf(state)
  const {
    data: comparison,
    error,
    refetch,
  } = useQuery({ ...comparisonQuery(view.id, Math.min(other, n), Math.max(other, n)), enabled: comparing })
  useKeys({
    j: () => moveTo('[data-doc-clause]', 1),
    k: () => moveTo('[data-doc-clause]', -1),
    n: () => moveTo('[data-open-comment]', 1),
    d: () => moveTo('[data-doc-clause][data-changed]', 1),
    c: () => document.activeElement?.closest('[data-doc-clause]')?.querySelector<HTMLElement>('[data-comment-button]')?.click(),
  })
  if (!version) return null
  const shown = comparing ? (comparison ?? null) : null
  return (
    <Card
      fill
      title={t('title')}
      actions={
        <VersionBar
          state={state}
          n={n}
          other={comparing ? other : 0}
          comments={openComments(state).length}
          onChoose={(v) => go({ v, w: undefined })}
          onOther={(w) => go({ w })}
        />
      }
    >
      {/* That of the version being negotiated stands beside, with how far each party is. */}
      {version.note && version.n !== state.proposal && (
        <p className="ag-version-note">
          <span className="meta">{t('note', { n: version.n })}</span> {version.note}
        </p>
      )}
      {error && comparing && <ErrorNote error={error} retry={() => void refetch()} />}
      {comparing && !shown && !error && <p className="meta">{t('comparing')}</p>}
      {shown && <ChangeCounts comparison={shown} only={onlyChanges} onOnly={setOnlyChanges} />}
      {shown && <FieldChanges fields={shown.fields} />}
      <Comments view={view} state={state} version={version} clauseId={null} title={t('whole')} />
      <Document view={view} state={state} version={version} comparison={shown} onlyChanges={onlyChanges && shown !== null} />
    </Card>
  )
}
