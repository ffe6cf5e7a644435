import { useState } from 'react'
import { Input } from 'antd'
import type { FulfilmentView } from '../../../../kernel/http/views.ts'
import { acts } from '../../../../web/case/acts/acts.ts'
import { BulkFailures } from '../../../../web/desk/bulk-failures.tsx'
import { useBulk } from '../../../../web/desk/use-bulk.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { ActButton } from '../../../../web/ui/button.tsx'
import { Clock } from '../../../../web/ui/clock.tsx'
import { FormDrawer } from '../../../../web/ui/form-drawer.tsx'

export type BulkAct = 'confirm' | 'return' | 'chase'

const words = messages({
  check: {
    vi: 'Kiểm tra trước khi ghi. Việc này ràng buộc cơ quan và ghi vào nhật ký từng việc.',
    en: 'Check before it is recorded. It binds the agency and goes into the record of each.',
  },
  chased: {
    vi: 'Mỗi đơn vị nhận một thông báo. Đơn vị đã được đôn đốc hôm nay thì bỏ qua.',
    en: 'Each agency gets one notification. Those chased today are left out.',
  },
  act: { vi: '{act} {n} việc', en: '{act}: {n}' },
  sending: { vi: 'đang gửi {done}/{total}', en: 'sending {done}/{total}' },
  done: { vi: '{act}: {n} việc', en: '{act}: {n}' },
  missing: { vi: 'Nêu cần bổ sung gì', en: 'Say what is missing' },
})

/** One act on many parts: who they are, what is said to all of them, progress while it is sent, and what was refused. */
export const BulkPartsDrawer = ({ act, rows, onClose }: { act: BulkAct; rows: FulfilmentView[]; onClose: (finished: boolean) => void }) => {
  const t = useT(words)
  const text = useText()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState('')
  const { state, run } = useBulk(act)
  const spec = acts[act]
  const field = spec?.fields[0]
  const label = spec ? text(spec.label) : act
  const chosen = rows.filter((row) => !left.has(row.id))
  const give = async () => {
    const jobs = chosen.map((row) => ({ id: row.id, title: row.agency.shortName, version: row.version }))
    const failures = await run(jobs, typed.trim() ? { [field?.name ?? 'note']: typed.trim() } : {})
    announce(t('done', { act: spec ? text(spec.done) : act, n: count(jobs.length - failures.length) }))
    if (failures.length === 0) onClose(true)
  }
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <FormDrawer title={label} onClose={() => onClose(false)}>
      <p className="meta">{t(act === 'chase' ? 'chased' : 'check')}</p>
      <ul className="bulk-list">
        {rows.map((row) => (
          <li key={row.id}>
            <label className="row-gap">
              <input type="checkbox" checked={!left.has(row.id)} onChange={() => toggle(row.id)} />
              <span className="grow">
                <span className="strong">{row.agency.shortName}</span>{' '}
                <span className="meta">
                  {row.ordinal}. {row.title}
                </span>
              </span>
              <Clock clock={row.clock} moment={false} />
            </label>
          </li>
        ))}
      </ul>
      {field && (
        <div className="field">
          <label htmlFor="bulk-words">{text(field.label)}</label>
          <Input.TextArea
            id="bulk-words"
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
          {t('act', { act: label, n: count(chosen.length) })}
        </ActButton>
        {state?.running && <output className="meta">{t('sending', { done: count(state.done), total: count(state.total) })}</output>}
      </div>
    </FormDrawer>
  )
}
