import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementState, AgreementVersion } from '../../contract.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import type { ClauseComparison } from '../../views.ts'
import { Comments } from './comments.tsx'
import { DomainsLine } from './domains-line.tsx'
import { WordPieces } from './word-pieces.tsx'

const words = messages({
  same: { vi: '', en: '' },
  changed: { vi: 'sửa', en: 'changed' },
  added: { vi: 'thêm', en: 'added' },
  removed: { vi: 'bỏ', en: 'removed' },
})

/** A clause where it stands in the document, with what changed in it where versions are compared. */
export type PlacedClause = {
  id: string
  label: string
  ordinal: number | null
  text: string
  domainIds: readonly string[]
  change: ClauseComparison | null
}

/** A clause as it is read, what changed in it, and what was said about it. */
export const DocumentClause = ({
  view,
  state,
  version,
  id,
  label,
  ordinal,
  text,
  domainIds,
  change,
}: PlacedClause & {
  view: CaseView
  state: AgreementState
  version: AgreementVersion
}) => {
  const t = useT(words)
  const kind = change?.change ?? 'same'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- J and K bring each clause into focus, so that it is read on its own
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a landmark for every clause would bury those of the page
      role="group"
      className="ag-doc-clause"
      tabIndex={-1}
      data-doc-clause={id}
      data-changed={kind === 'same' ? undefined : kind}
      aria-label={label}
    >
      <span className="ag-ordinal" aria-hidden="true">
        {ordinal ?? '–'}
      </span>
      <div className="ag-doc-words">
        <p>{change && kind !== 'same' ? <WordPieces pieces={change.pieces} /> : text}</p>
        {kind !== 'same' && <span className="ag-change-tag">{t(kind)}</span>}
        <DomainsLine ids={domainIds} />
        <Comments view={view} state={state} version={version} clauseId={id} title={label} />
      </div>
    </div>
  )
}
