import { useState } from 'react'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useDraft } from '../../../../web/shell/use-draft.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { moment } from '../../../../web/ui/dates.ts'
import { DocumentSource } from '../../../../web/ui/document-source.tsx'
import { Page } from '../../../../web/ui/page.tsx'
import type { AgreementIntakeView } from '../../views.ts'
import type { TextDraft } from './text-draft.ts'
import './editor.css'

const words = messages({
  title: { vi: 'Soạn quy chế phối hợp', en: 'Draft an agreement' },
  lead: {
    vi: 'Đọc từ văn bản có sẵn rồi sửa, hoặc soạn từng điều khoản.',
    en: 'Read it from a text and correct it, or write it clause by clause.',
  },
  hand: { vi: 'Soạn tay', en: 'Write it by hand' },
  goOn: { vi: 'Soạn tiếp bản nháp', en: 'Go on with the draft' },
  kept: { vi: 'Bản nháp “{title}” lưu lúc {time} trên máy này', en: 'Draft “{title}”, kept on this machine at {time}' },
  drop1: { vi: 'Bỏ bản nháp', en: 'Drop the draft' },
  drop2: { vi: 'Bỏ, không giữ lại', en: 'Drop it for good' },
  first: { vi: 'Soạn tiếp hoặc bỏ bản nháp đang giữ trước', en: 'Go on with the kept draft or drop it first' },
  untitled: { vi: 'chưa đặt tên', en: 'untitled' },
})

/** Where the text of an agreement comes from. */
export const Start = ({
  draftName,
  onRead,
  onHand,
  onGoOn,
}: {
  draftName: string
  onRead: (view: AgreementIntakeView) => void
  onHand: () => void
  onGoOn: () => void
}) => {
  const t = useT(words)
  const kept = useDraft<TextDraft | null>(draftName, null)
  const [dropping, setDropping] = useState(false)
  // What was written is dropped by a word of its own, never by beginning something else.
  const wait = kept.value ? t('first') : null
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ActButton onClick={onHand} reason={wait}>
          {t('hand')}
        </ActButton>
      }
    >
      <div className="age-start">
        {kept.value && kept.savedAt && (
          <div className="age-kept">
            <span>{t('kept', { title: kept.value.text.title || t('untitled'), time: moment(kept.savedAt.toISOString()) })}</span>
            <span className="row-gap wrap">
              <ActButton danger={dropping} onClick={() => (dropping ? kept.clear() : setDropping(true))}>
                {t(dropping ? 'drop2' : 'drop1')}
              </ActButton>
              <ActButton primary onClick={onGoOn}>
                {t('goOn')}
              </ActButton>
            </span>
          </div>
        )}
        <DocumentSource path="/agreement/intake" onRead={onRead} wait={wait} />
      </div>
    </Page>
  )
}
