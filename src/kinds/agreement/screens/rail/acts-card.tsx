import { lazy, Suspense, useState, type ComponentType, type LazyExoticComponent } from 'react'
import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementState, CommandName } from '../../contract.ts'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { announceRefusal } from '../../../../web/ui/announce.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import { actionOf, proposalOf } from '../model.ts'
import { Opening } from '../../../../web/ui/opening.tsx'

const words = messages({
  propose: { vi: 'Đề nghị sửa đổi', en: 'Propose an amendment' },
  proposeEnd: { vi: 'Đề nghị kết thúc', en: 'Propose to end it' },
  attachScan: { vi: 'Gắn bản chụp đã ký', en: 'Attach the signed scan' },
  succeed: { vi: 'Ghi đơn vị kế thừa', en: 'Record a successor' },
  send: { vi: 'Gửi các bên', en: 'Send to the parties' },
  agree: { vi: 'Đồng ý', en: 'Agree' },
  sign: { vi: 'Ghi chữ ký', en: 'Record the signature' },
  more: { vi: 'Việc khác với quy chế', en: 'More acts' },
})

const forms: Partial<Record<CommandName, LazyExoticComponent<ComponentType<KindActFormProps>>>> = {
  propose: lazy(() => import('../forms/to-editor.tsx')),
  proposeEnd: lazy(() => import('../forms/end-form.tsx')),
  attachScan: lazy(() => import('../forms/scan-form.tsx')),
  succeed: lazy(() => import('../forms/succeed-form.tsx')),
}

/** Acts that are rare, and those that stand next with the reason why they cannot be done yet. */
const NEXT: Record<string, CommandName[]> = {
  draft: ['send'],
  negotiating: ['agree', 'sign', 'succeed'],
  signing: ['sign', 'succeed'],
  'in-force': ['attachScan', 'succeed', 'propose', 'proposeEnd'],
  ended: ['attachScan'],
  replaced: ['attachScan'],
}
/** Nothing is left to do there. */
const DONE = new Set(['already-agreed', 'already-signed'])
/** Allowed ones of these stand in the header. */
const IN_HEADER = new Set<CommandName>(['send', 'agree', 'sign'])

export const ActsCard = ({ view, state }: { view: CaseView; state: AgreementState }) => {
  const t = useT(words)
  const text = useText()
  const [open, setOpen] = useState<CommandName | null>(null)
  const stage = proposalOf(state)?.stage ?? ''
  const commands = [...new Set([...(NEXT[stage] ?? []), ...(NEXT[state.status] ?? [])])]
  const offered = commands.flatMap((command) => {
    const action = actionOf(view, command)
    return action && !(action.allowed && IN_HEADER.has(command)) && !DONE.has(action.reason?.code ?? '') ? [{ command, action }] : []
  })
  if (offered.length === 0) return null
  const action = open ? actionOf(view, open) : undefined
  const Form = open ? forms[open] : undefined
  return (
    <section className="card ag-acts" aria-label={t('more')}>
      <ul>
        {offered.map(({ command, action: one }) => {
          const label = command in words ? t(command as keyof typeof words) : command
          return (
            <li key={command}>
              {one.allowed ? (
                <button type="button" className="plain-button link" onClick={() => setOpen(command)}>
                  {label}
                </button>
              ) : (
                <button
                  type="button"
                  className="plain-button ag-locked"
                  aria-disabled="true"
                  onClick={() => one.reason && announceRefusal(text(one.reason.text))}
                >
                  <Sign name="lock" size={13} />
                  <span>
                    {label}
                    {one.reason && <span className="meta"> {text(one.reason.text)}</span>}
                  </span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <Suspense fallback={<Opening />}>{Form && action && <Form view={view} action={action} close={() => setOpen(null)} />}</Suspense>
    </section>
  )
}
