import { useState } from 'react'
import { Input } from 'antd'
import { acts } from '../case/acts/acts.ts'
import { count, messages, useT, useText } from '../shell/i18n.ts'
import { announce } from '../ui/announce.tsx'
import { ActButton } from '../ui/button.tsx'
import { BulkFailures } from './bulk-failures.tsx'
import { type BulkFailure, type BulkJob, useBulk } from './use-bulk.ts'

const words = messages({
  act: { vi: '{act}, {n} việc', en: '{act}, {n} tasks' },
  sending: { vi: 'đang gửi {done}/{total}', en: 'sending {done}/{total}' },
  done: { vi: '{act}: {n} việc', en: '{act}: {n} tasks' },
  none: { vi: 'Chưa chọn việc nào', en: 'Nothing is chosen' },
  missing: { vi: 'Nêu cần bổ sung gì', en: 'Say what is missing' },
})

export type BulkAct = 'confirm' | 'return' | 'chase'

/** The lower half of a drawer for one act on several parts: what is said to all of them, what was refused, progress, and the button. */
export const BulkForm = ({ act, jobs, onGiven }: { act: BulkAct; jobs: BulkJob[]; onGiven: (failures: BulkFailure[]) => void }) => {
  const t = useT(words)
  const text = useText()
  const [typed, setTyped] = useState('')
  const { state, run } = useBulk(act)
  const { label, done, fields } = acts[act]!
  const field = fields[0]
  const give = async () => {
    const failures = await run(jobs, typed.trim() ? { [field?.name ?? 'note']: typed.trim() } : {})
    // What failed is named above the button; a tick for none done would say the opposite.
    if (failures.length < jobs.length) announce(t('done', { act: text(done), n: count(jobs.length - failures.length) }))
    onGiven(failures)
  }
  return (
    <>
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
          reason={jobs.length === 0 ? t('none') : field?.required && !typed.trim() ? t('missing') : null}
          onClick={() => void give()}
        >
          {t('act', { act: text(label), n: count(jobs.length) })}
        </ActButton>
        {state?.running && <output className="meta">{t('sending', { done: count(state.done), total: count(state.total) })}</output>}
      </div>
    </>
  )
}
