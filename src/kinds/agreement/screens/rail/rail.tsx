import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementState } from '../../contract.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { proposalOf, standingOf } from '../model.ts'
import { ActsCard } from './acts-card.tsx'
import { EndingCard } from './ending-card.tsx'
import { PartiesCard } from './parties-card.tsx'
import { ProgressCard } from './progress-card.tsx'
import { ReadingCard } from './reading-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { SignaturesCard } from './signatures-card.tsx'
import './rail.css'

const words = messages({ rail: { vi: 'Tình trạng quy chế', en: 'Where the agreement stands' } })

/** Where the agreement stands: what is negotiated, who has read it, who signed, who takes part, by which rules. */
export const Rail = ({ view, state }: { view: CaseView; state: AgreementState }) => {
  const t = useT(words)
  const standing = standingOf(state)
  const proposal = proposalOf(state)
  if (!standing) return null
  return (
    <section className="ag-rail" aria-label={t('rail')}>
      {state.ending && <EndingCard view={view} state={state} ending={state.ending} />}
      {proposal && <ProgressCard view={view} state={state} proposal={proposal} />}
      {state.current !== null && <ReadingCard view={view} />}
      {state.current !== null && <SignaturesCard view={view} state={state} version={standing} />}
      <PartiesCard view={view} state={state} text={standing.text} />
      <RulesCard view={view} text={standing.text} since={standing.inForceFrom} />
      <ActsCard view={view} state={state} />
    </section>
  )
}
