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

/** What the reading is unsure of, in a chip. */
export const unsureLook = (one: DirectiveAssignment): StatusLook => ({
  tone: 'amber',
  sign: 'question',
  outlined: true,
  text: TITLES.find(([code]) => one.unsure.some((reason) => code.test(reason.code)))?.[1] ?? { vi: 'Chưa chắc', en: 'Unsure' },
})
