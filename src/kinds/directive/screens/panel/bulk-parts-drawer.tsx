import { useState } from 'react'
import type { FulfilmentView } from '../../../../kernel/http/views.ts'
import { acts } from '../../../../web/case/acts/acts.ts'
import { type BulkAct, BulkForm } from '../../../../web/desk/bulk-form.tsx'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { Clock } from '../../../../web/ui/clock.tsx'
import { FormDrawer } from '../../../../web/ui/form-drawer.tsx'

const words = messages({
  check: {
    vi: 'Kiểm tra trước khi ghi. Việc này ràng buộc cơ quan và ghi vào nhật ký từng việc.',
    en: 'Check before it is recorded. It binds the agency and goes into the record of each.',
  },
  chased: {
    vi: 'Mỗi đơn vị nhận một thông báo. Đơn vị đã được đôn đốc hôm nay thì bỏ qua.',
    en: 'Each agency gets one notification. Those chased today are left out.',
  },
})

/** One act on many parts: who they are, each of whom may be left out, and what is said to all of them. */
export const BulkPartsDrawer = ({ act, rows, onClose }: { act: BulkAct; rows: FulfilmentView[]; onClose: (finished: boolean) => void }) => {
  const t = useT(words)
  const text = useText()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const jobs = rows.filter((row) => !left.has(row.id)).map((row) => ({ id: row.id, title: row.agency.shortName, version: row.version }))
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <FormDrawer title={text(acts[act]!.label)} onClose={() => onClose(false)}>
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
      <BulkForm act={act} jobs={jobs} onGiven={(failures) => failures.length === 0 && onClose(true)} />
    </FormDrawer>
  )
}
