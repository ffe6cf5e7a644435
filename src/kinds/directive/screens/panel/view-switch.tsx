import { messages, useT } from '../../../../web/shell/i18n.ts'
import { Segmented } from '../../../../web/ui/segmented.tsx'
import type { PanelView } from './panel-search.ts'

const words = messages({
  label: { vi: 'Cách xem', en: 'View' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  assignment: { vi: 'Nhiệm vụ', en: 'Assignment' },
  source: { vi: 'Nguyên văn', en: 'Text' },
})

/** How the panel is looked at. */
export const ViewSwitch = ({ value, views, onChange }: { value: PanelView; views: PanelView[]; onChange: (view: PanelView) => void }) => {
  const t = useT(words)
  return <Segmented label={t('label')} value={value} onChange={onChange} options={views.map((view) => ({ value: view, label: t(view) }))} />
}
