import type { ReactNode } from 'react'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { clockTime, officialDay } from '../../../../web/ui/dates.ts'
import { useTitle } from '../../../../web/ui/page.tsx'
import type { Names } from '../names-query.ts'
import { documentTypes } from '../words.ts'
import { groupsOf, type Draft } from './edits.ts'

const words = messages({
  title: { vi: 'Đọc và giao việc: {type} {number}', en: 'Read and assign: {type} {number}' },
  newTitle: { vi: 'Đọc và giao việc', en: 'Read and assign' },
  dated: { vi: '{issuer}, ngày {date}.', en: '{issuer}, {date}.' },
  undated: { vi: '{issuer}, chưa rõ ngày.', en: '{issuer}, no date yet.' },
  noIssuer: { vi: 'Chưa rõ cơ quan ban hành', en: 'No issuer yet' },
  found: { vi: '{n} nhiệm vụ, {unsure} chưa chắc.', en: 'Assignments: {n}, unsure: {unsure}.' },
  saved: { vi: 'Bản nháp tự lưu lúc {time}.', en: 'Draft saved at {time}.' },
  savedHere: { vi: 'Bản nháp lưu trên máy này lúc {time}.', en: 'Draft kept on this machine at {time}.' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  drop: { vi: 'Bỏ bản nháp', en: 'Discard the draft' },
  review: { vi: 'Xem lại và giao việc', en: 'Check and assign' },
})

type Saved = { at: Date | null; local: boolean; dirty: boolean }

/** The head of the reading screen: what is read, how far, when it was kept, and the way out. */
export const WorkspaceHead = ({
  draft,
  names,
  saved,
  reason,
  busy,
  onDrop,
  onReview,
  tabs,
}: {
  draft: Draft
  names: Names
  saved: Saved
  reason: string | null
  busy: boolean
  onDrop: () => void
  onReview: () => void
  tabs: ReactNode
}) => {
  const t = useT(words)
  const text = useText()
  const { document, assignments } = draft
  const type = text(documentTypes[document.type]).toLowerCase()
  const title = document.number ? t('title', { type, number: document.number }) : t('newTitle')
  useTitle(title)
  const issuer = (document.issuerId && names.agency(document.issuerId)?.name) || document.issuerName || t('noIssuer')
  const when = document.date ? t('dated', { issuer, date: officialDay(document.date) }) : t('undated', { issuer })
  const kept = saved.dirty ? t('saving') : saved.at ? t(saved.local ? 'savedHere' : 'saved', { time: clockTime(saved.at) }) : ''
  return (
    <header className="intake-head">
      <div className="intake-head-words">
        <h1 className="clip">{title}</h1>
        <p className="meta clip">
          {when} {t('found', { n: count(assignments.length), unsure: count(groupsOf(draft).unsure.length) })} <output>{kept}</output>
        </p>
      </div>
      <div className="intake-head-acts">
        <ActButton onClick={onDrop}>{t('drop')}</ActButton>
        <ActButton primary reason={reason} showReason busy={busy} onClick={onReview}>
          {t('review')}
        </ActButton>
      </div>
      {tabs}
    </header>
  )
}
