import { useState } from 'react'
import type { ClockView } from '../../kernel/http/views.ts'
import { messages, useT } from '../shell/i18n.ts'
import { Clock } from '../ui/clock.tsx'
import { type BulkAct, BulkForm } from './bulk-form.tsx'
import type { BulkFailure, BulkJob } from './use-bulk.ts'
import './bulk-list.css'

const words = messages({
  check: {
    vi: 'Kiểm tra trước khi ghi. Việc này ràng buộc cơ quan và ghi vào nhật ký từng hồ sơ.',
    en: 'Check before it is recorded. This binds the agency and goes into the record of each case.',
  },
  chased: {
    vi: 'Mỗi đơn vị nhận một thông báo, mỗi ngày một lần.',
    en: 'Each agency gets one notification, once a day.',
  },
})

/** A line of the list: whose part, which work, and the commands that it stands for (several where many owe the same). */
export type BulkLine = { key: string; who: string; work: string; clock: ClockView; jobs: BulkJob[] }

/** One act on several lines: each may be left out, and what went through is not sent again by a second press. */
export const BulkList = ({ act, lines, onDone }: { act: BulkAct; lines: BulkLine[]; onDone: () => void }) => {
  const t = useT(words)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const given = (failures: BulkFailure[]) => {
    if (failures.length === 0) return onDone()
    const failed = new Set(failures.map((failure) => failure.job.id))
    setLeft(new Set(lines.filter((line) => !line.jobs.some((job) => failed.has(job.id))).map((line) => line.key)))
  }
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  return (
    <>
      <p className="meta">{t(act === 'chase' ? 'chased' : 'check')}</p>
      <ul className="bulk-list">
        {lines.map(({ key, who, work, clock }) => (
          <li key={key}>
            <label className="row-gap">
              <input type="checkbox" checked={!left.has(key)} onChange={() => toggle(key)} />
              <span className="grow">
                <span className="strong">{who}</span>
                <br />
                <span className="meta">{work}</span>
              </span>
              <Clock clock={clock} moment={false} />
            </label>
          </li>
        ))}
      </ul>
      <BulkForm act={act} jobs={lines.filter((line) => !left.has(line.key)).flatMap((line) => line.jobs)} onGiven={given} />
    </>
  )
}
