import type { DeskRow } from '../../kernel/http/views.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { acts } from '../case/acts/acts.ts'
import { useText } from '../shell/i18n.ts'
import { BulkList } from './bulk-list.tsx'

/** Check-your-answers for several results at once. */
export default function BulkDrawer({
  rows,
  command,
  onClose,
}: {
  rows: DeskRow[]
  command: 'confirm' | 'return'
  onClose: (finished: boolean) => void
}) {
  const text = useText()
  const lines = rows.map((row) => ({
    key: row.id,
    who: row.asker.shortName,
    work: `${row.caseNumber} ${row.title}`.trim(),
    clock: row.clock,
    jobs: [{ id: row.streamId, title: `${row.asker.shortName}, ${row.title}`, version: row.version }],
  }))
  return (
    <FormDrawer title={text(acts[command]!.label)} onClose={() => onClose(false)}>
      <BulkList act={command} lines={lines} onDone={() => onClose(true)} />
    </FormDrawer>
  )
}
