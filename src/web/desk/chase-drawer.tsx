import { useState } from 'react'
import { Input } from 'antd'
import type { WaitingRow } from '../../kernel/http/views.ts'
import { announce } from '../ui/announce.tsx'
import { ActButton } from '../ui/button.tsx'
import { Clock } from '../ui/clock.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { count, messages, useT } from '../shell/i18n.ts'
import { BulkFailures } from './bulk-failures.tsx'
import { deskWords } from './desk-messages.ts'
import { useBulk } from './use-bulk.ts'

const words = messages({
  message: { vi: 'Lời nhắc, gửi kèm thông báo', en: 'Message, sent with the notification' },
  act: { vi: 'Đôn đốc {n} đơn vị', en: 'Chase {n} agencies' },
  sending: { vi: 'đang gửi {done}/{total}', en: 'sending {done}/{total}' },
  done: { vi: 'Đã đôn đốc {n} đơn vị', en: '{n} agencies chased' },
})

/** Reminds, in one act, those who are late; each may be left out. */
export default function ChaseDrawer({ rows, onClose }: { rows: WaitingRow[]; onClose: () => void }) {
  const t = useT(words)
  const desk = useT(deskWords)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [message, setMessage] = useState('')
  const { state, run } = useBulk('chase')
  const keyOf = (row: WaitingRow) => `${row.caseId}-${row.act}-${row.streamIds[0]}`
  const chosen = rows.filter((row) => !left.has(keyOf(row)))
  const jobs = chosen.flatMap((row) => row.streamIds.map((id, index) => ({ id, title: row.agencies[index]?.shortName ?? row.title })))
  const chase = async () => {
    const failures = await run(jobs, message.trim() ? { message: message.trim() } : {})
    announce(t('done', { n: count(jobs.length - failures.length) }))
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
      <div className="field">
        <label htmlFor="chase-message">{t('message')}</label>
        <Input.TextArea
          id="chase-message"
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      </div>
      {state && <BulkFailures failures={state.failures} />}
      <div className="row-gap">
        <ActButton primary busy={state?.running ?? false} onClick={() => void chase()}>
          {t('act', { n: count(jobs.length) })}
        </ActButton>
        {state?.running && <output className="meta">{t('sending', { done: count(state.done), total: count(state.total) })}</output>}
      </div>
    </FormDrawer>
  )
}
