import { useQuery } from '@tanstack/react-query'
import { caseQuery } from '../../../../web/case/case-queries.ts'
import { useCommand } from '../../../../web/shell/command.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { CheckAnswers } from '../../../../web/ui/check-answers.tsx'

const words = messages({
  title: { vi: 'Bỏ bản nháp', en: 'Discard the draft' },
  what: { vi: 'Sẽ bỏ', en: 'What goes' },
  here: {
    vi: 'Phần đã đọc trên máy này. Tệp gốc vẫn ở chỗ cũ.',
    en: 'What was read on this machine. The original file stays where it is.',
  },
  server: {
    vi: 'Bản nháp {number} và mọi xác nhận đã làm. Nhật ký vẫn giữ.',
    en: 'The draft {number} and all its confirmations. The record stays.',
  },
  lead: { vi: 'Chưa giao việc cho ai, nên không đơn vị nào bị ảnh hưởng.', en: 'Nothing was assigned yet, so no agency is concerned.' },
  done: { vi: 'Đã bỏ bản nháp', en: 'Draft discarded' },
})

/** Asks once before a draft goes. */
export const DropDraft = ({ id, onBack, onDropped }: { id: string | null; onBack: () => void; onDropped: () => void }) => {
  const t = useT(words)
  const give = useCommand()
  const { data: view } = useQuery({ ...caseQuery(id ?? ''), enabled: id !== null })
  const done = () => {
    announce(t('done'))
    onDropped()
  }
  const drop = () => {
    if (id === null) done()
    else if (view) give.mutate({ streamType: 'directive', id, command: 'discard', payload: {}, version: view.version }, { onSuccess: done })
  }
  return (
    <CheckAnswers
      title={t('title')}
      lead={t('lead')}
      answers={[{ label: t('what'), value: id === null ? t('here') : t('server', { number: view?.number ?? '' }) }]}
      act={t('title')}
      busy={give.isPending}
      error={give.error}
      onAct={drop}
      onBack={onBack}
    />
  )
}
