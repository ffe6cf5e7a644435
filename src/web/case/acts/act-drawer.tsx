import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { FulfilmentDetailView, ReceiptView } from '../../../kernel/http/views.ts'
import { Clock } from '../../ui/clock.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Sign } from '../../ui/sign.tsx'
import { WaitingRows } from '../../ui/waiting-rows.tsx'
import type { FulfilmentState } from '../../../kernel/assignments/state.ts'
import { verbWords } from '../../desk/desk-acts.ts'
import { holdsOwn } from '../../shell/command.ts'
import { messages, useT, useText } from '../../shell/i18n.ts'
import { fulfilmentQuery } from '../case-queries.ts'
import { ActForm } from './act-form.tsx'
import { acts } from './acts.ts'
import { LastResult } from './last-result.tsx'
import './acts.css'

const words = messages({ choose: { vi: 'Việc sẽ làm', en: 'What to do' }, told: { vi: 'Bút phê: {words}', en: 'Instruction: {words}' } })

/** The form of an act over the list or the case. Where several commands answer the same ask they stand side by side. */
export default function ActDrawer({
  fulfilmentId,
  version = 0,
  commands,
  first,
  onClose,
  onDone,
  onClosed,
}: {
  fulfilmentId: string
  /** Which version was asked to be acted on: an older one that is still kept here is not shown while the newer comes. */
  version?: number
  commands: string[]
  first?: string | null
  onClose: () => void
  onDone: (receipt: ReceiptView) => void
  onClosed?: () => void
}) {
  const text = useText()
  const t = useT(words)
  const [chosen, setChosen] = useState<string | null>(first ?? null)
  const { data: kept, error, refetch } = useQuery(fulfilmentQuery(fulfilmentId))
  const data = kept && kept.version >= version && holdsOwn(fulfilmentId, kept.version) ? kept : undefined
  const offered = data
    ? commands.filter((command) =>
        data.actions.some((action) => action.command === command && (action.allowed || command === chosen || command === commands[0])),
      )
    : commands.slice(0, 1)
  const command = chosen && commands.includes(chosen) ? chosen : (offered[0] ?? commands[0] ?? '')
  const spec = acts[command]
  const action = data?.actions.find((one) => one.command === command)
  return (
    <FormDrawer title={spec ? text(spec.label) : ''} onClose={onClose} {...(onClosed ? { onClosed } : {})}>
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && <WaitingRows rows={4} />}
      {data && (
        <>
          <Facts view={data} />
          {offered.length > 1 && (
            <Segmented
              label={t('choose')}
              value={command}
              onChange={setChosen}
              options={offered.map((one) => ({ value: one, label: text(acts[one]?.label ?? { vi: one, en: one }) }))}
            />
          )}
          {(command === 'confirm' || command === 'return') && <LastResult view={data} />}
          {spec && action && !action.allowed ? (
            <p className="act-reason">
              <Sign name="lock" size={13} />
              {action.reason && text(action.reason.text)}
            </p>
          ) : (
            spec && <ActForm key={command} command={command} spec={spec} view={data} onDone={onDone} />
          )}
        </>
      )}
    </FormDrawer>
  )
}

const Facts = ({ view }: { view: FulfilmentDetailView }) => {
  const t = useT(words)
  const text = useText()
  // Null where the whole part may not be read: then its title stands for it.
  const state = view.detail as FulfilmentState | null
  const order = state?.assignment
  const told = state?.handedOn?.instruction
  return (
    <div className="drawer-facts">
      <div className="strong drawer-order">{order?.content ?? view.title}</div>
      <div className="meta">
        {view.agency.name} · {view.asker.shortName} {order && text(verbWords({ act: 'accept', verb: order.verb }))}
      </div>
      {order?.instruction && <div className="meta drawer-order">{order.instruction}</div>}
      {told && <div className="drawer-order">{t('told', { words: told })}</div>}
      <Clock clock={view.clock} line />
    </div>
  )
}
