import { Card } from '../ui/page.tsx'
import { useT } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'
import { FulfilmentTable } from './fulfilment-table.tsx'
import type { CentreProps } from './kind-screens.ts'
import './part-page.css'

/** A case of which the reader sees the header and what was handed on to their agency, nothing else. */
export const PartPage = ({ view, fulfilmentId, openFulfilment }: CentreProps) => {
  const t = useT(caseWords)
  return (
    <div className="case-part">
      <p className="meta">{t('partOnly')}</p>
      <Card title={t('ownWork')} flush>
        <FulfilmentTable caseId={view.id} filter={{ own: '1' }} current={fulfilmentId} onOpen={openFulfilment} withAgency={false} />
      </Card>
    </div>
  )
}
