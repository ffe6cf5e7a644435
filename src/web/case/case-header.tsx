import type { CaseView, ProgressView } from '../../kernel/http/views.ts'
import { capital } from '../ui/capital.ts'
import { Chip } from '../ui/chip.tsx'
import { CaseAccessNote } from '../access/case-access-note.tsx'
import { useText, useT } from '../shell/i18n.ts'
import { CaseActions } from './case-actions.tsx'
import { caseWords } from './case-messages.ts'
import type { KindScreens } from './kind-screens.ts'
import { kindScreens } from '../../kinds/screens.ts'

/** Stays while the columns scroll: number, status, what it is, the acts with their reasons; then the title and the facts. */
export const CaseHeader = ({
  view,
  kind,
  progress,
  onAccess,
}: {
  view: CaseView
  kind: KindScreens | undefined
  progress: ProgressView | undefined
  /** Opens who asks to read the case and who may. */
  onAccess?: () => void
}) => {
  const text = useText()
  const t = useT(caseWords)
  const Clock = kind?.clock
  // Who sees the header alone still reads what it is and how it stands.
  const known = kind ?? kindScreens.find((one) => one.kind === view.kind)
  const look = known?.statuses[view.status]
  const facts = kind?.facts?.(view) ?? [{ key: 'owner', label: caseWords.owner, value: view.owner.name }]
  return (
    <header className="case-header">
      <div className="case-line">
        {view.number && <span className="case-number">{view.number}</span>}
        {look && <Chip look={look} />}
        <span className="case-about">{kind ? text(kind.line(view)) : known ? text(known.name) : t('case')}</span>
        {Clock && <Clock view={view} />}
        <CaseAccessNote view={view} onOpen={onAccess} />
        <div className="case-actions">
          <CaseActions view={view} kind={kind} progress={progress} />
        </div>
      </div>
      <h1 className="case-title">{capital(view.title)}</h1>
      {facts.length > 0 && (
        <dl className="case-facts">
          {facts.map((fact) => (
            <div key={fact.key}>
              <dt>{text(fact.label)}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </header>
  )
}
