import { dateWords } from '../../assignments/due.ts'
import type { Sentence, TimelineTexts } from '../../cases/reads/timeline.ts'
import type { Text } from '../../problems/problem.ts'
import type { LoggedEvent } from '../../streams/decider.ts'
import type { AccessEvent } from './access-contract.ts'

/** One sentence for each event; {agency} is the one that acted, {asker} the one that asked. `more` follows where there are such words. */
const TEXTS: Record<AccessEvent['type'] | 'until', Text> = {
  'access.asked': { vi: '{asker} xin quyền xem theo số {number}', en: '{asker} asked for access by the number {number}' },
  'access.repeated': { vi: '{asker} xin quyền xem lần nữa', en: '{asker} asked for access again' },
  'access.granted': { vi: '{agency} cho {asker} xem, không đặt thời hạn', en: '{agency} granted {asker} access, without a limit' },
  until: { vi: '{agency} cho {asker} xem đến hết {day}', en: '{agency} granted {asker} access until {day}' },
  'access.refused': { vi: '{agency} từ chối cho {asker} xem', en: '{agency} refused {asker} access' },
  'access.left': { vi: '{agency} không trả lời yêu cầu xem của {asker}', en: '{agency} left the request of {asker} without an answer' },
  'access.withdrawn': { vi: '{agency} thôi cho {asker} xem', en: '{agency} withdrew the access of {asker}' },
  'access.ended': { vi: 'Hết thời hạn cho {asker} xem', en: 'The access of {asker} has ended' },
}

/** How the events of a request for access are told to those who see its stream. */
export const accessTimeline: TimelineTexts = (event: LoggedEvent): Sentence => {
  const { type, data } = event as LoggedEvent<AccessEvent>
  const day = type === 'access.granted' ? data.until : null
  const { vi, en } = TEXTS[day ? 'until' : type]
  const words = wordsOf({ type, data } as AccessEvent)
  return {
    text: words ? { vi: `${vi}: {words}`, en: `${en}: {words}` } : { vi, en },
    params: {
      ...(words ? { words } : {}),
      ...(day ? { day: dateWords(day) } : {}),
      ...(type === 'access.asked' ? { number: data.number } : {}),
    },
    agencyParams: { asker: data.agencyId },
    wholeNames: true,
  }
}

const wordsOf = ({ type, data }: AccessEvent): string => {
  if (type === 'access.ended') return ''
  return type === 'access.granted' ? data.note : data.reason
}
