import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../kernel/http/views.ts'
import type { AgreementState } from '../contract.ts'
import { asShown } from '../../../web/shell/acting-post.ts'
import { query } from '../../../web/shell/api.ts'
import { count, messages, useT } from '../../../web/shell/i18n.ts'
import { openComments } from './model.ts'
import { useAgreementPlace, type Part } from './place.ts'

const words = messages({
  parts: { vi: 'Phần của quy chế', en: 'Parts of the agreement' },
  work: { vi: 'Minh chứng', en: 'Evidence' },
  text: { vi: 'Văn bản, góp ý', en: 'Text, comments' },
  periods: { vi: 'Theo kỳ', en: 'By period' },
  tasks: { vi: 'Việc đã giao', en: 'Work assigned' },
  record: { vi: 'Nhật ký', en: 'Record' },
  side: { vi: 'Các bên, chữ ký', en: 'Parties, signatures' },
  excel: { vi: 'Xuất Excel', en: 'Export to Excel' },
  print: { vi: 'Bản in', en: 'Print view' },
})

/** On a phone the parts do not stand beside each other: the one that is open is brought into view. */
const bringIntoView = (tab: HTMLElement | null): void => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

/** The parts of the page, each with an address; at its end the ways out of the page. */
export const PartsNav = ({ view, state, part }: { view: CaseView; state: AgreementState; part: Part }) => {
  const t = useT(words)
  const { search } = useAgreementPlace(view.id)
  const inForce = state.current !== null
  const parts: Part[] = inForce ? ['work', 'text', 'periods', 'tasks', 'record', 'side'] : ['text', 'record', 'side']
  const numbers: Partial<Record<Part, number>> = {
    text: openComments(state).length,
    tasks: state.assignments.filter((one) => !one.cancelled).length,
  }
  const { from, until, before } = search
  return (
    <div className="ag-nav">
      <nav aria-label={t('parts')}>
        <ul>
          {parts.map((one) => (
            <li key={one} data-part={one}>
              <Link
                to={`/case/${view.id}`}
                search={one === 'work' ? { part: one, from, until, before } : { part: one }}
                replace
                className="ag-tab"
                activeProps={{}}
                aria-current={one === part ? 'page' : undefined}
                ref={one === part ? bringIntoView : undefined}
              >
                {t(one)}
                {Boolean(numbers[one]) && <span className="ag-tab-n">{count(numbers[one] ?? 0)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {inForce && (
        <div className="ag-ways">
          <a className="link" href={asShown(`/api/cases/${view.id}/evidence.xlsx${query({ from, until })}`)} download>
            {t('excel')}
          </a>
          <Link className="link" to={`/agreement/${view.id}/print`} search={{ from, until, before }}>
            {t('print')}
          </Link>
        </div>
      )}
    </div>
  )
}
