import { lazy, Suspense } from 'react'
import type { CentreProps } from '../../../../web/case/kind-screens.ts'
import { WaitingRows } from '../../../../web/ui/waiting-rows.tsx'
import type { DirectiveState } from '../../contract.ts'
import { Board } from './board.tsx'
import { usePanelSearch } from './panel-search.ts'
import './panel.css'

const SourceCard = lazy(() => import('./source-card.tsx'))

/** The work in the centre of a directive: how far every agency is, or the text that ordered it. */
export default function DirectiveCentre(props: CentreProps) {
  const [search] = usePanelSearch(props.view.id)
  const state = props.view.state as DirectiveState
  // Who reads by a grant sees no part of any agency: the text is what there is to read.
  const first = props.view.role === 'reader' ? 'source' : undefined
  if ((search.view ?? first) === 'source' || props.view.status === 'draft' || props.view.status === 'discarded') {
    return (
      <Suspense fallback={<WaitingRows rows={8} />}>
        <SourceCard view={props.view} state={state} />
      </Suspense>
    )
  }
  return <Board {...props} state={state} />
}
