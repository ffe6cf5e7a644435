import { messages, useT } from '../../../../web/shell/i18n.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { DocumentSource } from '../../../../web/ui/document-source.tsx'
import { Page } from '../../../../web/ui/page.tsx'
import type { IntakeView } from '../../intake-contract.ts'
import { OpenDrafts } from './open-drafts.tsx'
import './upload.css'

const words = messages({
  title: { vi: 'Tiếp nhận văn bản', en: 'Take in a document' },
  lead: {
    vi: 'Hệ thống đọc văn bản, đồng chí xác nhận từng việc. Chưa xác nhận thì chưa giao cho ai.',
    en: 'The system reads, you confirm each assignment. Nothing goes out before.',
  },
  hand: { vi: 'Nhập tay', en: 'Enter by hand' },
})

/** Where a document comes in: a file, pasted text, or nothing but the keyboard. */
export const Upload = ({ onRead, onHand }: { onRead: (view: IntakeView) => void; onHand: () => void }) => {
  const t = useT(words)
  return (
    <Page title={t('title')} lead={t('lead')} actions={<ActButton onClick={onHand}>{t('hand')}</ActButton>}>
      <div className="upload">
        <div className="upload-main">
          <DocumentSource path="/intake" onRead={onRead} />
        </div>
        <OpenDrafts />
      </div>
    </Page>
  )
}
