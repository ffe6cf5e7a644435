import { messages, useT } from '../shell/i18n.ts'
import { Sign } from './sign.tsx'
import './steps.css'

export type Step = { key: string; title: string; note?: string | undefined; state: 'done' | 'current' | 'ahead' }

const words = messages({
  done: { vi: 'xong', en: 'done' },
  current: { vi: 'đang làm', en: 'under way' },
  ahead: { vi: 'chưa đến', en: 'to come' },
})

const signs = { done: 'tick', current: 'half', ahead: 'ring' } as const

/** The way a case goes, from top to bottom. */
export const Steps = ({ steps }: { steps: Step[] }) => {
  const t = useT(words)
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.key} className="step" data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          <Sign name={signs[step.state]} size={16} className="step-sign" />
          <div>
            <div className="step-title">
              {step.title}
              <span className="sr-only">, {t(step.state)}</span>
            </div>
            {step.note && <div className="meta">{step.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
