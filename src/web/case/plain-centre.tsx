import { Card } from '../ui/page.tsx'
import { useT } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'
import { FulfilmentTable } from './fulfilment-table.tsx'
import type { CentreProps } from './kind-screens.ts'

/** The centre where the kind has none of its own, or where the reader sees only their own part of the case. */
export const PlainCentre = ({ view, fulfilmentId, openFulfilment }: CentreProps) => {
  const t = useT(caseWords)
  return (
    <Card title={t('work')} flush>
      <FulfilmentTable caseId={view.id} filter={{}} current={fulfilmentId} onOpen={openFulfilment} />
    </Card>
  )
}
