import type { CaseView } from '../../../../kernel/http/views.ts'
import { useText } from '../../../../web/shell/i18n.ts'
import { PlainSelect } from '../../../../web/ui/plain-select.tsx'
import type { Control } from '../../../../web/ui/field-parts.tsx'
import { clauseLabel, clausesIn, standingOf, stateOf } from '../model.ts'

const SHOWN = 90

/** The clauses of the text that counts, to choose one; each with the beginning of its words. */
export const ClauseSelect = ({
  view,
  value,
  onChange,
  ...control
}: Control & {
  view: CaseView
  value: string
  onChange: (id: string) => void
}) => {
  const text = useText()
  const state = stateOf(view)
  const standing = state && standingOf(state)
  const clauses = standing ? clausesIn(standing.text) : []
  const options = clauses.map((placed) => {
    const words = `${text(clauseLabel(placed))}. ${placed.clause.text || placed.article.heading}`
    return { value: placed.clause.id, label: words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words }
  })
  return <PlainSelect {...control} value={value} onChange={onChange} options={[{ value: '', label: '–' }, ...options]} />
}
