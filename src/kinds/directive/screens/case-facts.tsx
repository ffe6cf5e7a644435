import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import type { CaseView, PartyView } from '../../../kernel/http/views.ts'
import type { CaseFact } from '../../../web/case/kind-screens.ts'
import { count, say, type Text } from '../../../web/shell/i18n.ts'
import type { DirectiveState } from '../contract.ts'
import { urgencies } from './words.ts'

const NextLimit = lazy(() => import('./panel/next-limit.tsx'))

const andMore: Text = { vi: '{name} và {n} đơn vị', en: '{name} and {n} more' }
const source: Text = { vi: 'Nguyên văn {number}', en: 'Text of {number}' }

/** The first of a role, and how many more there are as far as the page holds them. */
const firstOf = (view: CaseView, role: PartyView['role']): string | null => {
  const parties = view.parties.filter((party) => party.role === role)
  const [first] = parties
  if (!first) return null
  // The page carries a part of the parties; the rest of them are of the last role it holds.
  const beyond = view.partyCount > view.parties.length && view.parties.at(-1)?.role === role ? view.partyCount - view.parties.length : 0
  const more = parties.length - 1 + beyond
  return more > 0 ? say(andMore, { name: first.agency.shortName, n: count(more) }) : first.agency.name
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
  put('lead', { vi: 'Chủ trì', en: 'Leads' }, firstOf(view, 'lead'))
  put('coordinating', { vi: 'Phối hợp', en: 'Coordinate' }, firstOf(view, 'coordinating'))
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
