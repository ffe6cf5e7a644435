import { clockTime } from '../ui/dates.ts'
import { Sign } from '../ui/sign.tsx'
import { useT } from './i18n.ts'
import { useLostSince } from './live.ts'
import { shellWords } from './messages.ts'

/** Says that the link to the server is lost, since when, and what is kept. */
export const LostStrip = () => {
  const t = useT(shellWords)
  const since = useLostSince()
  if (!since) return null
  return (
    <output className="lost-strip">
      <Sign name="triangle" />
      {t('lost', { time: clockTime(since) })}
    </output>
  )
}
