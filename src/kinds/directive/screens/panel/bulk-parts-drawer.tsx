import type { FulfilmentView } from '../../../../kernel/http/views.ts'
import { acts } from '../../../../web/case/acts/acts.ts'
import type { BulkAct } from '../../../../web/desk/bulk-form.tsx'
import { BulkList } from '../../../../web/desk/bulk-list.tsx'
import { useText } from '../../../../web/shell/i18n.ts'
import { FormDrawer } from '../../../../web/ui/form-drawer.tsx'

/** One act on many parts: who they are, each of whom may be left out, and what is said to all of them. */
export const BulkPartsDrawer = ({ act, rows, onClose }: { act: BulkAct; rows: FulfilmentView[]; onClose: (finished: boolean) => void }) => {
  const text = useText()
  const lines = rows.map((row) => ({
    key: row.id,
    who: row.agency.shortName,
    work: `${row.ordinal}. ${row.title}`,
    clock: row.clock,
    jobs: [{ id: row.id, title: row.agency.shortName, version: row.version }],
  }))
  return (
    <FormDrawer title={text(acts[act]!.label)} onClose={() => onClose(false)}>
      <BulkList act={act} lines={lines} onDone={() => onClose(true)} />
    </FormDrawer>
  )
}
