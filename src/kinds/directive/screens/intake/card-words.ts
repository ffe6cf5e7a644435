import type { Text } from '../../../../web/shell/i18n.ts'
import type { StatusLook } from '../../../../web/ui/chip.tsx'
import type { DirectiveAssignment } from '../../contract.ts'

/** A content as a title of one line. */
export const titleOf = (one: DirectiveAssignment): string => {
  const first = one.content.split(/[;.]\s|\n/)[0]?.trim() ?? ''
  return first === '' ? '…' : first.charAt(0).toUpperCase() + first.slice(1)
}

const TITLES: [RegExp, Text][] = [
  [/lead$/, { vi: 'Chưa chắc về chủ trì', en: 'Unsure of the lead' }],
  [/^class/, { vi: 'Chưa chắc về cấp', en: 'Unsure of the level' }],
  [/^deadline/, { vi: 'Chưa chắc về hạn', en: 'Unsure of the deadline' }],
]

/** What the reading was unsure of and nobody has answered yet: a choice of known leads answers the doubts about who leads, a day those about the limit. */
export const doubtsOf = (one: DirectiveAssignment): DirectiveAssignment['unsure'] => {
  const known = one.leads.length > 0 && one.leads.every((target) => target.kind !== 'unknown')
  return one.unsure.filter(({ code }) => !(known && ANSWERED_BY_LEAD.has(code)) && !(one.deadline?.date && code === 'deadline-words'))
}

const ANSWERED_BY_LEAD = new Set(['no-lead', 'open-lead', 'unknown-lead'])

/** What the reading is unsure of, in a chip. */
export const unsureLook = (one: DirectiveAssignment): StatusLook => ({
  tone: 'amber',
  sign: 'question',
  outlined: true,
  text: TITLES.find(([code]) => doubtsOf(one).some((reason) => code.test(reason.code)))?.[1] ?? { vi: 'Chưa chắc', en: 'Unsure' },
})
