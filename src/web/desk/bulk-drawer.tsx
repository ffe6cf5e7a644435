import type { DeskRow } from '../../kernel/http/views.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { acts } from '../case/acts/acts.ts'
import { messages, useT, useText } from '../shell/i18n.ts'
import { BulkForm } from './bulk-form.tsx'

const words = messages({
  check: {
    vi: 'Kiểm tra trước khi ghi. Việc này ràng buộc cơ quan và ghi vào nhật ký từng hồ sơ.',
    en: 'Check before it is recorded. This binds the agency and goes into the record of each case.',
  },
})

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
  const t = useT(words)
  const text = useText()
  const jobs = rows.map((row) => ({ id: row.streamId, title: `${row.agency.shortName}, ${row.title}`, version: row.version }))
  return (
    <FormDrawer title={text(acts[command]!.label)} onClose={() => onClose(false)}>
      <p className="meta">{t('check')}</p>
      <ul className="chase-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="strong">{row.asker.shortName}</span>
            <br />
            {row.title} <span className="meta">{row.caseNumber}</span>
          </li>
        ))}
      </ul>
      <BulkForm act={command} jobs={jobs} onGiven={(failures) => failures.length === 0 && onClose(true)} />
    </FormDrawer>
  )
}
