import { officialDay } from '../ui/dates.ts'
import { useT } from '../shell/i18n.ts'
import { directoryWords } from './directory-messages.ts'

/** What is older than the directory carries this day, because its own is not kept: no fact to show. */
const DIRECTORY_BEGINS = '2000-01-01'

/** The days between which something is so, in words; empty where neither is known. */
export const useSpan = () => {
  const t = useT(directoryWords)
  return (from: string, until: string | null): string => {
    if (from <= DIRECTORY_BEGINS) return until ? t('untilDay', { day: officialDay(until) }) : ''
    return until ? t('between', { from: officialDay(from), until: officialDay(until) }) : t('since', { from: officialDay(from) })
  }
}
