import type { ClockView } from '../../kernel/http/views.ts'
import { language } from '../shell/i18n.ts'
import { useNow } from '../shell/server-time.ts'
import { clockWords } from './clock-words.ts'
import './clock.css'

/** The time that is left and, under it, the moment; moves by the minute with the server's time. */
export const Clock = ({ clock, line = false, moment = true }: { clock: ClockView; line?: boolean; moment?: boolean }) => {
  const words = clockWords(clock, useNow(), language.use())
  return (
    <span className="clock" data-tone={words.tone ?? undefined} data-line={line || undefined}>
      {words.main && <span className="clock-left">{words.main}</span>}
      {moment && words.moment && <span className="clock-moment">{words.moment}</span>}
    </span>
  )
}
