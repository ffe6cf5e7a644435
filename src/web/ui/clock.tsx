import type { ClockView } from '../../kernel/http/views.ts'
import { language } from '../shell/i18n.ts'
import { useNow } from '../shell/server-time.ts'
import { clockWords, waitingWords, type ClockWords } from './clock-words.ts'
import './clock.css'

/** The time that is left and, under it, the moment; moves by the minute with the server's time. */
export const Clock = ({ clock, line = false, moment = true }: { clock: ClockView; line?: boolean; moment?: boolean }) => {
  const words = clockWords(clock, useNow(), language.use())
  return <Words words={words} line={line} moment={moment} />
}

/** What stands there for an ask without a limit: since when it waits; `answers`: somebody waits for an answer to what they did. */
export const WaitingClock = ({ since, answers }: { since: string; answers: boolean }) => (
  <Words words={waitingWords(since, answers, useNow(), language.use())} line={false} moment />
)

const Words = ({ words, line, moment }: { words: ClockWords; line: boolean; moment: boolean }) => (
  <span className="clock" data-tone={words.tone ?? undefined} data-line={line || undefined}>
    {words.main && <span className="clock-left">{words.main}</span>}
    {moment && words.moment && <span className="clock-moment">{words.moment}</span>}
  </span>
)
