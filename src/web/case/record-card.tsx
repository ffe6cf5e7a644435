import { useState } from 'react'
import { Card } from '../ui/page.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useT } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'
import { NotesPanel } from './notes-panel.tsx'
import { RecordList } from './record-list.tsx'

/** The record of the case, and the notes that only one's own agency sees. */
export const RecordCard = ({ caseId }: { caseId: string }) => {
  const t = useT(caseWords)
  const [shown, setShown] = useState<'events' | 'notes'>('events')
  return (
    <Card
      fill
      title={shown === 'events' ? t('record') : t('notes')}
      actions={
        <Segmented
          label={t('record')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'events', label: t('events') },
            { value: 'notes', label: t('notes') },
          ]}
        />
      }
    >
      {shown === 'events' ? <RecordList caseId={caseId} /> : <NotesPanel caseId={caseId} />}
    </Card>
  )
}
