import type { WaitingRow } from '../../kernel/http/views.ts'
import { count, useT } from '../shell/i18n.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { BulkList } from './bulk-list.tsx'
import { deskWords } from './desk-messages.ts'

/** Reminds, in one act, those who are late; each may be left out. */
export default function ChaseDrawer({ rows, onClose }: { rows: WaitingRow[]; onClose: () => void }) {
  const desk = useT(deskWords)
  const lines = rows.map((row) => ({
    key: `${row.caseId}-${row.act}-${row.streamIds[0]}`,
    who: row.count === 1 ? (row.agencies[0]?.shortName ?? '…') : desk('agencies', { n: count(row.count) }),
    work: row.title,
    clock: row.clock,
    jobs: row.streamIds.map((id, index) => ({ id, title: row.agencies[index]?.shortName ?? row.title })),
  }))
  return (
    <FormDrawer title={desk('chaseTitle')} onClose={onClose}>
      <BulkList act="chase" lines={lines} onDone={onClose} />
    </FormDrawer>
  )
}
