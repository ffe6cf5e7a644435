import type { DeadlineStatus } from '../../kernel/http/views.ts'
import { messages, useText, type Text } from '../shell/i18n.ts'
import { Sign, type SignName } from './sign.tsx'
import './chip.css'

export type Tone = 'seal' | 'amber' | 'ink' | 'teal' | 'green' | 'slate' | 'outline'

/** A status is always three things: a colour, a sign and a word. */
export type StatusLook = { tone: Tone; sign: SignName; text: Text; outlined?: boolean }

const words = messages({
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  'due-soon': { vi: 'Sắp đến hạn', en: 'Due soon' },
  'in-time': { vi: 'Đang thực hiện', en: 'In progress' },
  'waiting-confirmation': { vi: 'Chờ xác nhận', en: 'Awaiting confirmation' },
  'done-in-time': { vi: 'Hoàn thành, đúng hạn', en: 'Done, in time' },
  'done-late': { vi: 'Hoàn thành, quá hạn', en: 'Done, late' },
  'not-begun': { vi: 'Chưa thực hiện', en: 'Not begun' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  extension: { vi: 'Xin gia hạn', en: 'Extension asked' },
  suspended: { vi: 'Tạm dừng', en: 'Suspended' },
  cancelled: { vi: 'Đã huỷ', en: 'Cancelled' },
  declined: { vi: 'Không nhận', en: 'Declined' },
})

export const statusLook: Record<DeadlineStatus | 'extension', StatusLook> = {
  overdue: { tone: 'seal', sign: 'alert', text: words.overdue, outlined: true },
  'due-soon': { tone: 'amber', sign: 'clock', text: words['due-soon'], outlined: true },
  'in-time': { tone: 'ink', sign: 'half', text: words['in-time'] },
  'waiting-confirmation': { tone: 'teal', sign: 'hourglass', text: words['waiting-confirmation'] },
  'done-in-time': { tone: 'green', sign: 'tick', text: words['done-in-time'] },
  'done-late': { tone: 'green', sign: 'tick', text: words['done-late'] },
  'not-begun': { tone: 'slate', sign: 'ring', text: words['not-begun'] },
  returned: { tone: 'amber', sign: 'return', text: words.returned },
  extension: { tone: 'outline', sign: 'calendar', text: words.extension },
  suspended: { tone: 'slate', sign: 'pause', text: words.suspended },
  cancelled: { tone: 'slate', sign: 'dash', text: words.cancelled },
  declined: { tone: 'slate', sign: 'dash', text: words.declined },
}

/** A status in a row or a header. */
export const Chip = ({ look, small = false }: { look: StatusLook; small?: boolean }) => {
  const text = useText()
  return (
    <span className="chip" data-tone={look.tone} data-outlined={look.outlined || undefined} data-small={small || undefined}>
      <Sign name={look.sign} size={small ? 12 : 14} />
      {text(look.text)}
    </span>
  )
}

/** The chip of a deadline status as the server derived it. */
export const StatusChip = ({ status }: { status: DeadlineStatus | 'extension' }) => <Chip look={statusLook[status]} />
