import { lazy, Suspense } from 'react'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { actionOf } from '../model.ts'
import { Opening } from '../../../../web/ui/opening.tsx'

const EvidenceForm = lazy(() => import('../forms/evidence-form.tsx'))
const AssignForm = lazy(() => import('../forms/assign-form.tsx'))
const TieForm = lazy(() => import('../forms/tie-form.tsx'))

/** An act for one clause that is being filled in. */
export type Doing = { command: 'addEvidence' | 'assign' | 'tie'; clauseId: string }

const forms = { addEvidence: EvidenceForm, assign: AssignForm, tie: TieForm }

export const ClauseForms = ({ view, doing, close }: { view: CaseView; doing: Doing; close: () => void }) => {
  const action = actionOf(view, doing.command)
  const Form = forms[doing.command]
  return (
    <Suspense fallback={<Opening />}>{action && <Form view={view} action={action} clauseId={doing.clauseId} close={close} />}</Suspense>
  )
}
