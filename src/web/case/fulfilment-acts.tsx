import { lazy, Suspense, useState } from 'react'
import type { ActionView, FulfilmentDetailView } from '../../kernel/http/views.ts'
import { ActButton } from '../ui/button.tsx'
import { Popover, PopoverItem } from '../ui/popover.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { acts, ownActions } from './acts/acts.ts'
import { fulfilmentWords } from './fulfilment-messages.ts'
import { Opening } from '../ui/opening.tsx'

const ActDrawer = lazy(() => import('./acts/act-drawer.tsx'))

/** Of the refused acts only these are worth a place: the officer expects them and should read why not. */
const EXPECTED = new Set(['submit', 'confirm', 'chase', 'delegate'])
const SHOWN = 3

/** What may be done with a fulfilment: the likeliest beside each other, others behind one button, expected but refused ones with their reason. */
export const FulfilmentActs = ({ view }: { view: FulfilmentDetailView }) => {
  const t = useT(fulfilmentWords)
  const text = useText()
  const [doing, setDoing] = useState<string | null>(null)
  const own = ownActions(view.actions)
  // Taking one's own back stands behind what goes on, and is never what the page asks for.
  const isBack = (action: ActionView) => action.command === 'withdraw'
  const able = own.filter((action) => action.allowed)
  const allowed = [...able.filter((action) => !isBack(action)), ...able.filter(isBack)]
  const refused = own.filter((action) => !action.allowed && EXPECTED.has(action.command)).slice(0, 1)
  const label = (command: string) => text(acts[command]?.label ?? { vi: command, en: command })
  if (own.length === 0) return null
  return (
    <section className="fulfilment-acts" aria-label={t('acts')}>
      {allowed.slice(0, SHOWN).map((action, index) => (
        <ActButton key={action.command} primary={index === 0 && !isBack(action)} onClick={() => setDoing(action.command)}>
          {label(action.command)}
        </ActButton>
      ))}
      {allowed.length > SHOWN && (
        <Popover align="start" className="ant-btn-like" button={t('moreActs')}>
          {(close) =>
            allowed.slice(SHOWN).map((action) => (
              <PopoverItem
                key={action.command}
                onClick={() => {
                  close()
                  setDoing(action.command)
                }}
              >
                {label(action.command)}
              </PopoverItem>
            ))
          }
        </Popover>
      )}
      {refused.map((action) => (
        <ActButton key={action.command} showReason reason={action.reason ? text(action.reason.text) : ''}>
          {label(action.command)}
        </ActButton>
      ))}
      <Suspense fallback={<Opening />}>
        {doing && (
          <ActDrawer fulfilmentId={view.id} commands={[doing]} first={doing} onClose={() => setDoing(null)} onDone={() => setDoing(null)} />
        )}
      </Suspense>
    </section>
  )
}
