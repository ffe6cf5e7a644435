import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../kernel/http/views.ts'
import type { CaseFact } from '../../../web/case/kind-screens.ts'
import { count, say, type Text } from '../../../web/shell/i18n.ts'
import type { DirectiveState } from '../contract.ts'
import { urgencies } from './words.ts'

const NextLimit = lazy(() => import('./panel/next-limit.tsx'))

const andMore: Text = { vi: '{name} và {n} đơn vị', en: '{name} and {n} more' }
const andOthers: Text = { vi: '{name} và đơn vị khác', en: '{name} and others' }
/** So many classes are named in the header. */
const CLASSES = 2
const source: Text = { vi: 'Nguyên văn {number}', en: 'Text of {number}' }

/** The first agency of the document in a role, and how many more there are; classes by the words of the document. */
const firstOf = (view: CaseView, state: DirectiveState, role: 'leads' | 'coordinating'): string | null => {
  const key = role === 'leads' ? 'leadIds' : 'coordinatingIds'
  const leads = new Set(state.assignments.flatMap((one) => one.resolved?.leadIds ?? []))
  const ids = [...new Set(state.assignments.flatMap((one) => one.resolved?.[key] ?? []))].filter((id) => role === 'leads' || !leads.has(id))
  const targets = state.assignments.flatMap((one) => (one.cancelled ? [] : one[role]))
  const [head] = targets
  if (head?.kind === 'class') {
    const written = [...new Set(targets.map((target) => target.as))]
    return written.length > CLASSES ? say(andOthers, { name: written.slice(0, CLASSES).join('; ') }) : written.join('; ')
  }
  const [first] = ids
  if (!first) return null
  const known = view.parties.find((party) => party.agency.id === first)?.agency
  const written = targets.find((target) => target.kind === 'agency' && target.agencyId === first)
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
  put('lead', { vi: 'Chủ trì', en: 'Leads' }, firstOf(view, state, 'leads'))
  put('coordinating', { vi: 'Phối hợp', en: 'Coordinate' }, firstOf(view, state, 'coordinating'))
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
