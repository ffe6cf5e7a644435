import { Link } from '@tanstack/react-router'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { EmptyState } from '../../../../web/ui/empty-state.tsx'

const words = messages({
  text: { vi: 'Văn bản này đã giao việc hoặc đã kết thúc, không còn là bản nháp.', en: 'This document is no longer a draft.' },
  open: { vi: 'Xem hồ sơ {number}', en: 'Open the case {number}' },
})

/** A draft that was issued or discarded meanwhile. */
export const NotADraft = ({ id, number }: { id: string; number: string }) => {
  const t = useT(words)
  return (
    <EmptyState
      text={t('text')}
      action={
        <Link to="/case/$id" params={{ id }}>
          {t('open', { number })}
        </Link>
      }
    />
  )
}
