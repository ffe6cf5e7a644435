import { memo } from 'react'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { Chip } from '../../../../web/ui/chip.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import type { Names } from '../names-query.ts'
import { entriesOf } from '../target-entries.ts'
import { verbs } from '../words.ts'
import { missingOf, type DirectiveAssignment } from './edits.ts'
import { doubtsOf, titleOf, unsureLook } from './card-words.ts'

const words = messages({
  noLead: { vi: 'Chưa rõ chủ trì', en: 'No lead yet' },
  done: { vi: 'đã xác nhận', en: 'confirmed' },
})

/** An assignment that is not being read now: who leads, what, and whether anything is unsure. */
export const CardRow = memo(({ one, names, onChoose }: { one: DirectiveAssignment; names: Names; onChoose: (id: string) => void }) => {
  const t = useT(words)
  const text = useText()
  const doubts = doubtsOf(one)
  const unsure = !one.confirmed && (doubts.length > 0 || missingOf(one) !== null)
  const leads = entriesOf(one.leads, names).map((entry) => entry.label)
  const doubt = doubts[0]
  return (
    <button type="button" className="intake-row" data-card={one.id} onClick={() => onChoose(one.id)}>
      <span className="ordinal" data-unsure={unsure || undefined} data-done={one.confirmed || undefined}>
        {one.ordinal}
      </span>
      <span className="intake-row-words">
        <span className="strong clip">{leads.length > 0 ? leads.join(', ') : t('noLead')}</span>
        {unsure && doubt ? (
          <span className="amber clip meta-size">{text(doubt.text)}</span>
        ) : (
          <span className="clip meta-size quiet">{titleOf(one)}</span>
        )}
      </span>
      {unsure && <Chip look={unsureLook(one)} />}
      {one.confirmed && (
        <span className="row-gap green meta-size">
          <Sign name="tick" /> {t('done')}
        </span>
      )}
      {!unsure && !one.confirmed && <span className="meta-size quiet">{text(verbs[one.verb]).toLowerCase()}</span>}
    </button>
  )
})
