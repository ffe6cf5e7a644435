import { lazy, Suspense, useState } from 'react'
import type { DeskRow } from '../../kernel/http/views.ts'
import { ActButton } from '../ui/button.tsx'
import { count, useT } from '../shell/i18n.ts'
import { deskWords } from './desk-messages.ts'
import { Opening } from '../ui/opening.tsx'

const BulkDrawer = lazy(() => import('./bulk-drawer.tsx'))

/** What may be done with the marked rows together. */
export const BulkBar = ({ rows, onDone }: { rows: DeskRow[]; onDone: () => void }) => {
  const t = useT(deskWords)
  const [command, setCommand] = useState<'confirm' | 'return' | null>(null)
  return (
    <section className="bulk-bar" aria-label={t('picked', { n: count(rows.length) })}>
      <b className="strong">{t('picked', { n: count(rows.length) })}</b>
      <ActButton small primary onClick={() => setCommand('confirm')}>
        {t('confirmAll')}
      </ActButton>
      <ActButton small onClick={() => setCommand('return')}>
        {t('returnAll')}
      </ActButton>
      <button type="button" className="plain-button link" onClick={onDone}>
        {t('unpick')}
      </button>
      <Suspense fallback={<Opening />}>
        {command && (
          <BulkDrawer
            rows={rows}
            command={command}
            onClose={(finished) => {
              setCommand(null)
              if (finished) onDone()
            }}
          />
        )}
      </Suspense>
    </section>
  )
}
