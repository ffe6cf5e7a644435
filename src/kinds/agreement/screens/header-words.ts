import type { CaseView } from '../../../kernel/http/views.ts'
import type { CaseFact } from '../../../web/case/kind-screens.ts'
import type { Text } from '../../../web/shell/i18n.ts'
import { dayOf, officialDay } from '../../../web/ui/dates.ts'
import { proposalOf, standingOf, stateOf } from './model.ts'

/** What stands in grey after number and status: when it was signed, its number, since when it has ended. */
export const caseLine = (view: CaseView): Text => {
  const state = stateOf(view)
  const vi = ['Quy chế phối hợp']
  const en = ['Coordination regulation']
  if (!state) return { vi: vi[0] ?? '', en: en[0] ?? '' }
  const standing = standingOf(state)
  const number = state.signedNumber ?? standing?.text.number
  if (number) {
    vi.push(`số ${number}`)
    en.push(`no. ${number}`)
  }
  if (state.signedOn) {
    vi.push(`ký ngày ${officialDay(state.signedOn)}`)
    en.push(`signed ${officialDay(state.signedOn)}`)
  }
  if (state.ended) {
    vi.push(`kết thúc từ ${officialDay(state.ended.on)}`)
    en.push(`ended ${officialDay(state.ended.on)}`)
  }
  return { vi: vi.join(' · '), en: en.join(' · ') }
}

/** While it is negotiated: which version, who drafts, by when to answer. In force the page itself says it. */
export const caseFacts = (view: CaseView): CaseFact[] => {
  const state = stateOf(view)
  const proposal = state && proposalOf(state)
  if (!state || !proposal || state.current !== null) return []
  const who = [view.owner, ...view.parties.map((party) => party.agency)].find((agency) => agency.id === proposal.byAgencyId)
  const facts: CaseFact[] = [{ key: 'version', label: { vi: 'Bản', en: 'Version' }, value: String(proposal.n) }]
  if (who) facts.push({ key: 'drafter', label: { vi: 'Soạn thảo', en: 'Drafts it' }, value: who.name })
  if (proposal.sentAt)
    facts.push({ key: 'sent', label: { vi: 'Gửi các bên', en: 'Sent' }, value: officialDay(dayOf(new Date(proposal.sentAt))) })
  if (proposal.answerBy)
    facts.push({ key: 'answer', label: { vi: 'Trả lời trước hết', en: 'Answer by' }, value: officialDay(proposal.answerBy) })
  if (proposal.signerIds.length > 0)
    facts.push({ key: 'agreed', label: { vi: 'Đồng ý', en: 'Agreed' }, value: `${proposal.agreed.length}/${proposal.signerIds.length}` })
  return facts
}
