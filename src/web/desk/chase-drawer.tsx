import { useState } from 'react'
import type { WaitingRow } from '../../kernel/http/views.ts'
import { Clock } from '../ui/clock.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { count, useT } from '../shell/i18n.ts'
import { BulkForm } from './bulk-form.tsx'
import { deskWords } from './desk-messages.ts'
import type { BulkFailure } from './use-bulk.ts'

/** Reminds, in one act, those who are late; each may be left out. */
export default function ChaseDrawer({ rows, onClose }: { rows: WaitingRow[]; onClose: () => void }) {
  const desk = useT(deskWords)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const keyOf = (row: WaitingRow) => `${row.caseId}-${row.act}-${row.streamIds[0]}`
  const chosen = rows.filter((row) => !left.has(keyOf(row)))
  const jobs = chosen.flatMap((row) => row.streamIds.map((id, index) => ({ id, title: row.agencies[index]?.shortName ?? row.title })))
  const given = (failures: BulkFailure[]) => {
    if (failures.length === 0) return onClose()
    // Who was reminded is not reminded again by a second press.
    const failed = new Set(failures.map((failure) => failure.job.id))
    setLeft(new Set(rows.filter((row) => !row.streamIds.some((id) => failed.has(id))).map(keyOf)))
  }
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  return (
    <FormDrawer title={desk('chaseTitle')} onClose={onClose}>
      <ul className="chase-list">
        {rows.map((row) => (
          <li key={keyOf(row)}>
            <label className="row-gap">
              <input type="checkbox" checked={!left.has(keyOf(row))} onChange={() => toggle(keyOf(row))} />
              <span className="grow">
                <span className="strong">{row.count === 1 ? row.agencies[0]?.shortName : desk('agencies', { n: count(row.count) })}</span>
                <br />
                <span className="meta">{row.title}</span>
              </span>
              <Clock clock={row.clock} moment={false} />
            </label>
          </li>
        ))}
      </ul>
      <BulkForm act="chase" jobs={jobs} onGiven={given} />
    </FormDrawer>
  )
}
