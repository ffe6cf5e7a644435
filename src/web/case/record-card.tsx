import { useState } from 'react'
import { Card } from '../ui/page.tsx'
import { useT } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'
import { NotesPanel } from './notes-panel.tsx'
import { RecordList } from './record-list.tsx'

/** The record of the case, and the notes that only one's own agency sees. */
export const RecordCard = ({ caseId }: { caseId: string }) => {
  const t = useT(caseWords)
  const [notes, setNotes] = useState(false)
  return (
    <Card
      fill
      title={notes ? t('notes') : t('record')}
      actions={
        <button type="button" className="plain-button link" onClick={() => setNotes(!notes)}>
          {notes ? t('record') : t('notes')}
        </button>
      }
    >
      {notes ? <NotesPanel caseId={caseId} /> : <RecordList caseId={caseId} />}
    </Card>
  )
}
