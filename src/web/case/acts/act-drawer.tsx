import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { FulfilmentDetailView, ReceiptView } from '../../../kernel/http/views.ts'
import { Clock } from '../../ui/clock.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Sign } from '../../ui/sign.tsx'
import { WaitingRows } from '../../ui/waiting-rows.tsx'
import { holdsOwn } from '../../shell/command.ts'
import { messages, useT, useText } from '../../shell/i18n.ts'
import { fulfilmentQuery } from '../case-queries.ts'
import { ActForm } from './act-form.tsx'
import { acts } from './acts.ts'
import { LastResult } from './last-result.tsx'
import './acts.css'

const words = messages({ choose: { vi: 'Việc sẽ làm', en: 'What to do' }, asks: { vi: '{agency} yêu cầu', en: 'asked by {agency}' } })

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
  return (
    <div className="drawer-facts">
      <div className="strong">{view.title}</div>
      <div className="meta">
        {view.agency.name} · {t('asks', { agency: view.asker.shortName })}
      </div>
      <Clock clock={view.clock} line />
    </div>
  )
}
