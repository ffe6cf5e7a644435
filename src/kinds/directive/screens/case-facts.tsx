import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../kernel/http/views.ts'
import type { CaseFact } from '../../../web/case/kind-screens.ts'
import { count, say, type Text } from '../../../web/shell/i18n.ts'
import type { DirectiveState } from '../contract.ts'
import { urgencies } from './words.ts'

const NextLimit = lazy(() => import('./panel/next-limit.tsx'))

const andMore: Text = { vi: '{name} và {n} đơn vị', en: '{name} and {n} more' }
const source: Text = { vi: 'Nguyên văn {number}', en: 'Text of {number}' }

/** The first agency of the document in a role, and how many more there are. */
const firstOf = (view: CaseView, state: DirectiveState, role: 'leadIds' | 'coordinatingIds'): string | null => {
  const leads = new Set(state.assignments.flatMap((one) => one.resolved?.leadIds ?? []))
  const ids = [...new Set(state.assignments.flatMap((one) => one.resolved?.[role] ?? []))].filter(
    (id) => role === 'leadIds' || !leads.has(id),
  )
  const [first] = ids
  if (!first) return null
  const known = view.parties.find((party) => party.agency.id === first)?.agency
  const written = state.assignments
    .flatMap((one) => [...one.leads, ...one.coordinating])
    .find((target) => target.kind === 'agency' && target.agencyId === first)
  const [short, long] = [known?.shortName ?? written?.as ?? '…', known?.name ?? written?.as ?? '…']
  return ids.length > 1 ? say(andMore, { name: short, n: count(ids.length - 1) }) : long
}

/** The second line of the header: the next limit, who issued, who leads, who helps, and where the text stands. */
export const factsOf = (view: CaseView): CaseFact[] => {
  const state = view.state as DirectiveState | null
  if (!state) return []
  const facts: CaseFact[] = []
  const put = (key: string, label: Text, value: CaseFact['value'] | null) => value && facts.push({ key, label, value })
  if (view.status === 'issued') {
    put(
      'limit',
      { vi: 'Hạn gần nhất', en: 'Next deadline' },
      <Suspense fallback="…">
        <NextLimit caseId={view.id} />
      </Suspense>,
    )
  }
  put('issuer', { vi: 'Ban hành', en: 'Issued by' }, state.document.issuerName || view.owner.name)
  if (state.document.urgency !== 'normal')
    put('urgency', { vi: 'Độ khẩn', en: 'Urgency' }, <span className="amber">{say(urgencies[state.document.urgency])}</span>)
  put('lead', { vi: 'Chủ trì', en: 'Leads' }, firstOf(view, state, 'leadIds'))
  put('coordinating', { vi: 'Phối hợp', en: 'Coordinate' }, firstOf(view, state, 'coordinatingIds'))
  if (state.document.sourceText) {
    put(
      'source',
      { vi: 'Căn cứ giao việc', en: 'Ground of the assignment' },
      <Link to="/case/$id" params={{ id: view.id }} search={{ view: 'source' } as never}>
        {say(source, { number: view.number })}
      </Link>,
    )
  }
  if (state.replacedBy) {
    put(
      'replaced',
      { vi: 'Thay thế bởi', en: 'Replaced by' },
      <Link to="/case/$id" params={{ id: state.replacedBy.caseId }}>
        {say({ vi: 'Văn bản thay thế', en: 'The replacing document' })}
      </Link>,
    )
  }
  const amended = state.amendedBy.at(-1)
  if (amended) {
    put(
      'amended',
      { vi: 'Sửa đổi bởi', en: 'Amended by' },
      <Link to="/case/$id" params={{ id: amended.caseId }}>
        {say({ vi: 'Văn bản sửa đổi', en: 'The amending document' })}
      </Link>,
    )
  }
  return facts
}
