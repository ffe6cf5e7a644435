import { Card } from '../ui/page.tsx'
import { Steps } from '../ui/steps.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { caseWords } from './case-messages.ts'
import type { CaseStep } from './kind-screens.ts'

export const StepsCard = ({ steps }: { steps: CaseStep[] }) => {
  const t = useT(caseWords)
  const text = useText()
  return (
    <Card title={t('steps')}>
      <Steps
        steps={steps.map((step) => ({ key: step.key, title: text(step.title), note: step.note && text(step.note), state: step.state }))}
      />
    </Card>
  )
}
