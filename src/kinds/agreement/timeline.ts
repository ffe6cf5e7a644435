import { dateWords } from '../../kernel/assignments/due.ts'
import type { Sentence, TimelineTexts } from '../../kernel/cases/reads/timeline.ts'
import type { Text } from '../../kernel/problems/problem.ts'
import type { LoggedEvent } from '../../kernel/streams/decider.ts'
import type { AgreementEventType, LoggedAgreementEvent } from './events.ts'

/** One sentence for each event; {agency} is the one that acted. */
const TEXTS: Record<AgreementEventType, Text> = {
  'agreement.created': { vi: '{agency} lập bản nháp', en: '{agency} began a draft' },
  'agreement.edited': { vi: '{agency} sửa bản nháp', en: '{agency} changed the draft' },
  'agreement.sent': { vi: '{agency} gửi dự thảo cho các bên {note}', en: '{agency} sent the draft to the parties {note}' },
  'agreement.discarded': { vi: '{agency} huỷ dự thảo {reason}', en: '{agency} discarded the draft {reason}' },
  'agreement.revised': { vi: '{agency} gửi bản mới {note}', en: '{agency} sent a new version {note}' },
  'agreement.commented': { vi: '{agency} góp ý bản {version}: {text}', en: '{agency} commented on version {version}: {text}' },
  'agreement.resolved': { vi: '{agency} giải quyết một ý kiến {answer}', en: '{agency} resolved a comment {answer}' },
  'agreement.agreed': { vi: '{agency} đồng ý bản {version}', en: '{agency} agreed to version {version}' },
  'agreement.agreementWithdrawn': {
    vi: '{agency} rút đồng ý bản {version}: {reason}',
    en: '{agency} took its agreement to version {version} back: {reason}',
  },
  'agreement.signed': {
    vi: '{agency} ký bản {version} ngày {day}, {position}',
    en: '{agency} signed version {version} on {day}, {position}',
  },
  'agreement.cameIntoForce': { vi: 'Bản {version} có hiệu lực từ {day}', en: 'Version {version} is in force from {day}' },
  'agreement.scanAttached': { vi: '{agency} đính kèm bản ký {number}', en: '{agency} attached the signed scan {number}' },
  'agreement.proposed': { vi: '{agency} đề nghị sửa đổi {note}', en: '{agency} proposed an amendment {note}' },
  'agreement.proposalWithdrawn': { vi: '{agency} rút đề nghị sửa đổi: {reason}', en: '{agency} withdrew the amendment: {reason}' },
  'agreement.endProposed': { vi: '{agency} đề nghị kết thúc từ {day}: {reason}', en: '{agency} proposed to end it on {day}: {reason}' },
  'agreement.endAgreed': { vi: '{agency} đồng ý kết thúc', en: '{agency} agreed to end it' },
  'agreement.endRefused': { vi: '{agency} không kết thúc: {reason}', en: '{agency} did not agree to end it: {reason}' },
  'agreement.ended': { vi: 'Quy chế kết thúc từ {day}: {reason}', en: 'It ended on {day}: {reason}' },
  'agreement.succeeded': {
    vi: '{agency} ghi nhận {successor} thay {former}',
    en: '{agency} noted that {successor} took the place of {former}',
  },
  'agreement.assigned': { vi: '{agency} giao việc {ordinal}: {title}', en: '{agency} assigned {ordinal}: {title}' },
  'agreement.assignmentCancelled': { vi: '{agency} huỷ một việc: {reason}', en: '{agency} cancelled an assignment: {reason}' },
  'agreement.tied': { vi: '{agency} gắn một hồ sơ với điều khoản {note}', en: '{agency} tied a case to a clause {note}' },
  'agreement.untied': { vi: '{agency} gỡ một hồ sơ khỏi điều khoản', en: '{agency} untied a case from a clause' },
  'agreement.evidenceAdded': { vi: '{agency} thêm minh chứng ngày {day}: {title}', en: '{agency} added evidence of {day}: {title}' },
  'agreement.evidenceWithdrawn': { vi: '{agency} rút một minh chứng: {reason}', en: '{agency} withdrew evidence: {reason}' },
}

/** How an event of an agreement is told. */
export const agreementTimeline: TimelineTexts = (event: LoggedEvent): Sentence => {
  const told = event as LoggedAgreementEvent
  const agencyParams: Record<string, string> =
    told.type === 'agreement.succeeded' ? { former: told.data.agencyId, successor: told.data.successorId } : {}
  return { text: TEXTS[told.type], params: paramsOf(told), agencyParams }
}

/** A remark that may be missing, in brackets. */
const aside = (words: string | null): string => (words ? `(${words})` : '')

const paramsOf = (event: LoggedAgreementEvent): Record<string, string | number> => {
  switch (event.type) {
    case 'agreement.sent':
    case 'agreement.revised':
    case 'agreement.proposed':
    case 'agreement.tied':
      return { note: aside(event.data.note) }
    case 'agreement.discarded':
      return { reason: aside(event.data.reason) }
    case 'agreement.commented':
      return { version: event.data.version, text: event.data.text }
    case 'agreement.resolved':
      return { answer: aside(event.data.answer) }
    case 'agreement.agreed':
      return { version: event.data.version }
    case 'agreement.agreementWithdrawn':
      return { version: event.data.version, reason: event.data.reason }
    case 'agreement.signed':
      return { version: event.data.version, day: dateWords(event.data.on), position: event.data.position }
    case 'agreement.cameIntoForce':
      return { version: event.data.version, day: dateWords(event.data.from) }
    case 'agreement.scanAttached':
      return { number: event.data.number ?? '' }
    case 'agreement.endProposed':
    case 'agreement.ended':
      return { day: dateWords(event.data.on), reason: event.data.reason }
    case 'agreement.proposalWithdrawn':
    case 'agreement.endRefused':
    case 'agreement.assignmentCancelled':
    case 'agreement.evidenceWithdrawn':
      return { reason: event.data.reason }
    case 'agreement.assigned':
      return { ordinal: event.data.ordinal, title: event.data.assignment.content }
    case 'agreement.evidenceAdded':
      return { day: dateWords(event.data.on), title: event.data.title }
    default:
      return {}
  }
}
