import type { Sentence, TimelineTexts } from '../../kernel/cases/reads/timeline.ts'
import type { Text } from '../../kernel/problems/problem.ts'
import type { LoggedEvent } from '../../kernel/streams/decider.ts'
import type { DirectiveEventType, LoggedDirectiveEvent } from './events.ts'

/** One sentence for each event; {agency} is the one that acted. */
const TEXTS: Record<Exclude<DirectiveEventType, 'directive.edited'>, Text> = {
  'directive.created': { vi: '{agency} lập bản nháp', en: '{agency} began a draft' },
  'directive.issued': { vi: '{agency} ban hành, giao {count} nhiệm vụ', en: '{agency} issued it with {count} assignments' },
  'directive.assignmentAdded': { vi: '{agency} giao thêm nhiệm vụ {ordinal}', en: '{agency} added assignment {ordinal}' },
  'directive.assignmentCancelled': { vi: '{agency} huỷ một nhiệm vụ: {reason}', en: '{agency} cancelled an assignment: {reason}' },
  'directive.amended': { vi: '{agency} ghi nhận văn bản sửa đổi, bổ sung {note}', en: '{agency} noted an amending document {note}' },
  'directive.replaced': { vi: '{agency} ghi nhận văn bản thay thế {note}', en: '{agency} noted a replacing document {note}' },
  'directive.closed': { vi: '{agency} kết thúc hồ sơ: {summary}', en: '{agency} closed the case: {summary}' },
  'directive.discarded': { vi: '{agency} huỷ bản nháp', en: '{agency} discarded the draft' },
}

/** How an event of a directive is told. A draft saves itself many times before it is issued, which is no news. */
export const directiveTimeline: TimelineTexts = (event: LoggedEvent): Sentence | null => {
  const told = event as LoggedDirectiveEvent
  if (told.type === 'directive.edited') return null
  return { text: TEXTS[told.type], params: paramsOf(told), agencyParams: {} }
}

const paramsOf = (event: LoggedDirectiveEvent): Record<string, string | number> => {
  switch (event.type) {
    case 'directive.issued':
      return { count: event.data.resolved.length }
    case 'directive.assignmentAdded':
      return { ordinal: event.data.assignment.ordinal }
    case 'directive.assignmentCancelled':
      return { reason: event.data.reason }
    case 'directive.amended':
    case 'directive.replaced':
      return { note: event.data.note ? `(${event.data.note})` : '' }
    case 'directive.closed':
      return { summary: event.data.summary }
    default:
      return {}
  }
}
