import { lazy, Suspense, useState } from 'react'
import type { ActionView, CaseView, ProgressView } from '../../kernel/http/views.ts'
import { announce, announceRefusal } from '../ui/announce.tsx'
import { ActButton } from '../ui/button.tsx'
import { useCommand } from '../shell/command.ts'
import { count, useText, useT } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'
import type { KindAct, KindScreens } from './kind-screens.ts'
import { useNextWork } from './next-work.ts'
import { Opening } from '../ui/opening.tsx'

const ActDrawer = lazy(() => import('./acts/act-drawer.tsx'))
const CaseChase = lazy(() => import('./case-chase.tsx'))
const CheckAnswers = lazy(async () => ({ default: (await import('../ui/check-answers.tsx')).CheckAnswers }))

type Offered = { action: ActionView; act: KindAct }

/** An act of the agency that runs the case says nothing to the others. */
const concerns = (action: ActionView, act: KindAct): boolean =>
  action.allowed || (!act.hideWhenRefused && action.reason?.code !== 'owner-only')

const offeredBy = (view: CaseView, kind: KindScreens | undefined): Offered[] =>
  Object.entries(kind?.acts ?? {}).flatMap(([command, act]) => {
    const action = view.actions.find((one) => one.command === command)
    return action && concerns(action, act) ? [{ action, act }] : []
  })

/** The acts of the header: refused ones with their reason, others, and one primary: the officer's own next work in the case. */
export const CaseActions = ({
  view,
  kind,
  progress,
}: {
  view: CaseView
  kind: KindScreens | undefined
  progress: ProgressView | undefined
}) => {
  const t = useT(caseWords)
  const text = useText()
  const give = useCommand()
  const next = useNextWork(view, progress)
  const [open, setOpen] = useState<Offered | null>(null)
  const [doing, setDoing] = useState(false)
  const [chasing, setChasing] = useState(false)
  const offered = offeredBy(view, kind).sort((a, b) => Number(a.action.allowed) - Number(b.action.allowed))
  // One alone stands out: the last of those that the kind would have so.
  const primary = offered.findLast(({ action, act }) => action.allowed && act.tone === 'primary')
  const close = () => setOpen(null)

  const run = ({ action, act }: Offered) =>
    give.mutate(
      { streamType: action.streamType, id: action.streamId, command: action.command, payload: {}, version: action.version },
      {
        onSuccess: (receipt) => {
          close()
          announce(text(act.done), receipt.seq ? { detail: t('receipt', { seq: count(Number(receipt.seq)) }) } : {})
        },
        onError: (error) => act.check === undefined && announceRefusal(text(error.text)),
      },
    )
  const start = (one: Offered) => (one.act.form || one.act.check ? setOpen(one) : run(one))
  const Form = open?.act.form
  return (
    <>
      {offered.map((one) => (
        <ActButton
          key={one.action.command}
          primary={one === primary && !next}
          danger={one.act.tone === 'danger'}
          reason={one.action.reason ? text(one.action.reason.text) : null}
          showReason
          onClick={() => start(one)}
        >
          {text(one.act.label)}
        </ActButton>
      ))}
      {next?.chase && <ActButton onClick={() => setChasing(true)}>{t('chase')}</ActButton>}
      {next?.fulfilment && (
        <ActButton primary onClick={() => setDoing(true)}>
          {t('actFor', { act: text(next.label), n: next.fulfilment.ordinal })}
        </ActButton>
      )}
      <Suspense fallback={<Opening />}>
        {Form && open && <Form view={view} action={open.action} close={close} />}
        {open?.act.check && !Form && (
          <CheckAnswers
            title={text(open.act.label)}
            lead={text(open.act.check)}
            answers={[
              { label: t('case'), value: view.number },
              { label: t('title'), value: view.title },
            ]}
            act={text(open.act.label)}
            busy={give.isPending}
            error={give.error}
            onAct={() => run(open)}
            onBack={close}
          />
        )}
        {doing && next?.fulfilment && (
          <ActDrawer
            fulfilmentId={next.fulfilment.id}
            commands={next.commands}
            onClose={() => setDoing(false)}
            onDone={() => setDoing(false)}
          />
        )}
        {chasing && <CaseChase view={view} onClose={() => setChasing(false)} />}
      </Suspense>
    </>
  )
}
