import { useState } from 'react'
import { Input } from 'antd'
import type { DeskRow } from '../../kernel/http/views.ts'
import { announce } from '../ui/announce.tsx'
import { ActButton } from '../ui/button.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { acts } from '../case/acts/acts.ts'
import { count, messages, useT, useText } from '../shell/i18n.ts'
import { BulkFailures } from './bulk-failures.tsx'
import { useBulk } from './use-bulk.ts'

const words = messages({
  check: {
    vi: 'Kiểm tra trước khi ghi. Việc này ràng buộc cơ quan và ghi vào nhật ký từng hồ sơ.',
    en: 'Check before it is recorded. This binds the agency and goes into the record of each case.',
  },
  act: { vi: '{act}, {n} việc', en: '{act}, {n} tasks' },
  sending: { vi: 'đang ghi {done}/{total}', en: 'recording {done}/{total}' },
  done: { vi: '{act}: {n} việc', en: '{act}: {n} tasks' },
  missing: { vi: 'Nêu cần bổ sung gì', en: 'Say what is missing' },
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
  const [typed, setTyped] = useState('')
  const { state, run } = useBulk(command)
  const spec = acts[command]
  const field = spec?.fields[0]
  const act = spec ? text(spec.label) : command
  const give = async () => {
    const failures = await run(
      rows.map((row) => ({ id: row.streamId, title: `${row.agency.shortName}, ${row.title}`, version: row.version })),
      typed.trim() ? { [field?.name ?? 'note']: typed.trim() } : {},
    )
    announce(t('done', { act: spec ? text(spec.done) : act, n: count(rows.length - failures.length) }))
    if (failures.length === 0) onClose(true)
  }
  return (
    <FormDrawer title={act} onClose={() => onClose(false)}>
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
      {field && (
        <div className="field">
          <label htmlFor="bulk-text">{text(field.label)}</label>
          <Input.TextArea
            id="bulk-text"
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      {state && <BulkFailures failures={state.failures} />}
      <div className="row-gap wrap">
        <ActButton
          primary
          showReason
          busy={state?.running ?? false}
          reason={field?.required && !typed.trim() ? t('missing') : null}
          onClick={() => void give()}
        >
          {t('act', { act, n: count(rows.length) })}
        </ActButton>
        {state?.running && <output className="meta">{t('sending', { done: count(state.done), total: count(state.total) })}</output>}
      </div>
    </FormDrawer>
  )
}
