import { lazy } from 'react'
import type { KindScreens } from '../../../web/case/kind-screens.ts'
import { messages } from '../../../web/shell/i18n.ts'
import { HeaderClock } from './header-clock.tsx'
import { caseFacts, caseLine } from './header-words.ts'
import { caseSteps } from './case-steps.ts'
import { listColumns } from './list-columns.tsx'
import { agreementChanges } from './change-words.ts'
import { AgreementIcon } from './icon.tsx'
import { agreementRoutes } from './routes.ts'

const ReasonForm = lazy(() => import('./forms/reason-form.tsx'))
const ToEditor = lazy(() => import('./forms/to-editor.tsx'))

const words = messages({
  name: { vi: 'Quy chế phối hợp', en: 'Agreements' },
  short: { vi: 'Quy chế', en: 'Agreement' },
  create: { vi: 'Soạn quy chế', en: 'Draft an agreement' },
  edit: { vi: 'Sửa dự thảo', en: 'Edit the draft' },
  send: { vi: 'Gửi các bên', en: 'Send to the parties' },
  sent: { vi: 'Đã gửi các bên', en: 'Sent to the parties' },
  discard: { vi: 'Bỏ dự thảo', en: 'Discard' },
  discarded: { vi: 'Đã bỏ dự thảo', en: 'Discarded' },
  revise: { vi: 'Soạn bản mới', en: 'Write a new version' },
  withdrawProposal: { vi: 'Rút bản sửa đổi', en: 'Withdraw the amendment' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  agree: { vi: 'Đồng ý bản này', en: 'Agree to this version' },
  agreed: { vi: 'Đã đồng ý', en: 'Agreed' },
  withdrawAgree: { vi: 'Rút đồng ý', en: 'Take the agreement back' },
  sign: { vi: 'Ghi chữ ký', en: 'Record the signature' },
  signed: { vi: 'Đã ghi chữ ký', en: 'Signed' },
  addEvidence: { vi: 'Thêm minh chứng', en: 'Add evidence' },
  added: { vi: 'Đã ghi minh chứng', en: 'Recorded' },
  agreeEnd: { vi: 'Đồng ý kết thúc', en: 'Agree to end it' },
  endAgreed: { vi: 'Đã đồng ý kết thúc', en: 'Agreed to end it' },
  agreeEndCheck: {
    vi: 'Quy chế kết thúc khi mọi bên đồng ý. Nhật ký và minh chứng vẫn giữ.',
    en: 'It ends once every party agrees. Its record and evidence stay.',
  },
  refuseEnd: { vi: 'Không đồng ý kết thúc', en: 'Refuse to end it' },
  refused: { vi: 'Đã từ chối kết thúc', en: 'Refused' },
  askDraft: { vi: 'Soạn tiếp', en: 'Finish the draft' },
  askComment: { vi: 'Cho ý kiến', en: 'Comment' },
  askResolve: { vi: 'Trả lời ý kiến', en: 'Answer comments' },
  askAgree: { vi: 'Cho ý kiến', en: 'Comment or agree' },
  askSign: { vi: 'Ký quy chế', en: 'Sign' },
  askEnd: { vi: 'Trả lời kết thúc', en: 'Answer the end' },
  askRead: { vi: 'Đọc quy chế', en: 'Read' },
})

const toText = ({ caseId }: { caseId: string }): string => `/agreement/${caseId}/answer`

/** What the web knows of agreements (quy chế phối hợp). */
export const agreementScreens: KindScreens = {
  kind: 'agreement',
  streamType: 'agreement',
  name: words.name,
  short: words.short,
  icon: AgreementIcon,
  letter: 'q',
  statuses: {
    draft: { tone: 'slate', sign: 'ring', text: { vi: 'Dự thảo', en: 'Draft' } },
    negotiating: { tone: 'ink', sign: 'half', text: { vi: 'Lấy ý kiến', en: 'Open for comments' } },
    signing: { tone: 'teal', sign: 'hourglass', text: { vi: 'Chờ ký', en: 'To be signed' } },
    'in-force': { tone: 'green', sign: 'tick', text: { vi: 'Đang hiệu lực', en: 'In force' } },
    ended: { tone: 'slate', sign: 'dash', text: { vi: 'Đã kết thúc', en: 'Ended' } },
    replaced: { tone: 'slate', sign: 'dash', text: { vi: 'Đã thay thế', en: 'Replaced' } },
    discarded: { tone: 'slate', sign: 'dash', text: { vi: 'Đã bỏ', en: 'Discarded' } },
  },
  open: ['draft', 'negotiating', 'signing', 'in-force'],
  columns: listColumns,
  changes: agreementChanges,
  centre: lazy(() => import('./centre.tsx')),
  layout: 'own',
  line: caseLine,
  clock: HeaderClock,
  facts: caseFacts,
  steps: caseSteps,
  acts: {
    addEvidence: {
      label: words.addEvidence,
      done: words.added,
      tone: 'primary',
      form: lazy(() => import('./forms/evidence-form.tsx')),
      hideWhenRefused: true,
    },
    discard: { label: words.discard, done: words.discarded, form: ReasonForm, hideWhenRefused: true },
    withdrawProposal: { label: words.withdrawProposal, done: words.withdrawn, form: ReasonForm, hideWhenRefused: true },
    withdrawAgree: { label: words.withdrawAgree, done: words.withdrawn, form: ReasonForm, hideWhenRefused: true },
    refuseEnd: { label: words.refuseEnd, done: words.refused, form: ReasonForm, hideWhenRefused: true },
    agreeEnd: { label: words.agreeEnd, done: words.endAgreed, check: words.agreeEndCheck, hideWhenRefused: true },
    edit: { label: words.edit, done: words.sent, form: ToEditor, hideWhenRefused: true },
    revise: { label: words.revise, done: words.sent, form: ToEditor, hideWhenRefused: true },
    agree: {
      label: words.agree,
      done: words.agreed,
      tone: 'primary',
      form: lazy(() => import('./forms/agree-form.tsx')),
      hideWhenRefused: true,
    },
    send: {
      label: words.send,
      done: words.sent,
      tone: 'primary',
      form: lazy(() => import('./forms/send-form.tsx')),
      hideWhenRefused: true,
    },
    sign: {
      label: words.sign,
      done: words.signed,
      tone: 'primary',
      form: lazy(() => import('./forms/sign-form.tsx')),
      hideWhenRefused: true,
    },
  },
  deskActs: {
    finishDraft: { label: words.askDraft, to: ({ caseId }) => `/agreement/${caseId}/edit` },
    comment: { label: words.askComment, to: toText },
    resolve: { label: words.askResolve, to: toText },
    agree: { label: words.askAgree, to: toText },
    sign: { label: words.askSign, to: toText },
    agreeEnd: { label: words.askEnd },
    read: { label: words.askRead, to: ({ caseId }) => `/agreement/${caseId}/read` },
  },
  create: { label: words.create, to: '/agreement/new', right: 'draft' },
  routes: agreementRoutes,
}
