import { kindScreens } from '../../kinds/screens.ts'
import type { DeskRow } from '../../kernel/http/views.ts'
import { messages, type Text } from '../shell/i18n.ts'

/** How the asks of a fulfilment read on the desk. */
const asks = messages({
  accept: { vi: 'Xác nhận tiếp nhận', en: 'Accept' },
  submit: { vi: 'Nộp kết quả', en: 'Submit result' },
  resubmit: { vi: 'Nộp lại kết quả', en: 'Submit again' },
  confirm: { vi: 'Xác nhận kết quả', en: 'Confirm result' },
  decideExtension: { vi: 'Quyết định gia hạn', en: 'Decide extension' },
  decideDecline: { vi: 'Xử lý từ chối', en: 'Answer decline' },
})

const answerAccess: Text = { vi: 'Trả lời xin xem', en: 'Answer' }

const open: Text = { vi: 'Xem hồ sơ', en: 'Open the case' }

const isFulfilmentAsk = (act: string): act is keyof typeof asks => Object.hasOwn(asks, act)

const kindAsk = (row: Pick<DeskRow, 'caseKind' | 'act'>) => kindScreens.find((kind) => kind.kind === row.caseKind)?.deskActs?.[row.act]

/** The words of an ask. */
export const actWords = (row: Pick<DeskRow, 'caseKind' | 'act' | 'streamType'>): Text => {
  if (row.streamType === 'fulfilment' && isFulfilmentAsk(row.act)) return asks[row.act]
  if (row.streamType === 'access') return answerAccess
  return kindAsk(row)?.label ?? (isFulfilmentAsk(row.act) ? asks[row.act] : open)
}

/** Where an ask is answered: a form over the desk, or a screen. */
export const actPlace = (row: DeskRow): { form: true } | { to: string } => {
  if ((row.streamType === 'fulfilment' && isFulfilmentAsk(row.act)) || row.streamType === 'access') return { form: true }
  return { to: kindAsk(row)?.to?.({ caseId: row.caseId, streamId: row.streamId }) ?? `/case/${row.caseId}` }
}

const accessTitle: Text = { vi: 'Xin quyền xem hồ sơ', en: 'Asks for access to the case' }

/** What is asked, in one line. */
export const titleWords = (row: Pick<DeskRow, 'streamType' | 'title'>): Text =>
  row.streamType === 'access' ? accessTitle : { vi: row.title, en: row.title }

/** What opens over the case of an ask, as its address says it. */
export const overCase = (row: Pick<DeskRow, 'streamType' | 'streamId' | 'caseId'>): { f?: string; access?: string } => {
  if (row.streamType === 'access') return { access: row.streamId }
  return row.streamId === row.caseId ? {} : { f: row.streamId }
}

const seconds = messages({
  accept: { vi: 'Không nhận', en: 'Decline' },
  submit: { vi: 'Xin gia hạn', en: 'Ask for time' },
  resubmit: { vi: 'Xin gia hạn', en: 'Ask for time' },
  confirm: { vi: 'Trả lại', en: 'Return' },
})
const secondCommands: Record<string, string> = { accept: 'decline', submit: 'askExtension', resubmit: 'askExtension', confirm: 'return' }

/** The second act that a phone's first row offers. */
export const secondAct = (row: DeskRow): { label: Text; command: string } | null => {
  const command = row.streamType === 'fulfilment' ? secondCommands[row.act] : undefined
  return command ? { command, label: seconds[row.act as keyof typeof seconds] } : null
}

const verbs = messages({
  giao: { vi: 'giao', en: 'orders' },
  'yeu-cau': { vi: 'yêu cầu', en: 'requires' },
  'de-nghi': { vi: 'đề nghị', en: 'asks' },
  submitted: { vi: 'nộp kết quả', en: 'submitted' },
  'extension-asked': { vi: 'xin gia hạn', en: 'asks for time' },
  declined: { vi: 'không nhận', en: 'declined' },
  'access-asked': { vi: 'xin quyền xem', en: 'asks for access' },
})

const verbOfAct: Record<string, keyof typeof verbs> = {
  confirm: 'submitted',
  decideExtension: 'extension-asked',
  decideDecline: 'declined',
}

/** Whether another agency waits for an answer to what it did, rather than for work that was ordered. */
export const isAnswer = (row: Pick<DeskRow, 'act' | 'asker' | 'agency'>): boolean =>
  row.asker.id !== row.agency.id && !['accept', 'submit', 'resubmit'].includes(row.act)

/** How it is asked: what the asker did where it answers, else the verb of the order. An unknown key is shown as it is. */
export const verbWords = (row: Pick<DeskRow, 'act' | 'verb'>): Text => {
  const key = verbOfAct[row.act] ?? row.verb
  return Object.hasOwn(verbs, key) ? verbs[key as keyof typeof verbs] : { vi: row.verb, en: row.verb }
}
