import { lazy } from 'react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { KindScreens } from '../../../web/case/kind-screens.ts'
import { DocumentIcon, InboxIcon } from '../../../web/ui/icons.tsx'
import type { DirectiveDocument } from '../contract.ts'
import { officialDay } from '../../../web/ui/dates.ts'
import { factsOf } from './case-facts.tsx'
import { stepsOf } from './case-steps.ts'
import { directiveChanges } from './change-words.ts'
import { columns } from './list-columns.tsx'
import { documentTypes } from './words.ts'

const name = { vi: 'Chỉ đạo', en: 'Directives' }

const lineOf = (document: DirectiveDocument | undefined) => {
  const type = documentTypes[document?.type ?? 'other']
  const [vi, en] = [type.vi.toLowerCase(), type.en.toLowerCase()]
  const day = document?.date
  return day
    ? { vi: `Chỉ đạo · ${vi} ngày ${officialDay(day)}`, en: `Directive · ${en} of ${officialDay(day)}` }
    : { vi: `Chỉ đạo · ${vi}`, en: `Directive · ${en}` }
}

/** Văn bản chỉ đạo, as the web knows it. */
export const directiveScreens: KindScreens = {
  kind: 'directive',
  streamType: 'directive',
  name,
  short: name,
  icon: DocumentIcon,
  letter: 'd',
  statuses: {
    draft: { tone: 'slate', sign: 'ring', text: { vi: 'Bản nháp', en: 'Draft' } },
    issued: { tone: 'ink', sign: 'half', text: { vi: 'Đang thực hiện', en: 'In progress' } },
    closed: { tone: 'green', sign: 'tick', text: { vi: 'Đã kết thúc', en: 'Closed' } },
    replaced: { tone: 'slate', sign: 'return', text: { vi: 'Đã thay thế', en: 'Replaced' } },
    discarded: { tone: 'slate', sign: 'dash', text: { vi: 'Đã huỷ', en: 'Discarded' } },
  },
  open: ['issued'],
  columns,
  centre: lazy(() => import('./panel/centre.tsx')),
  line: (view) => lineOf((view.state as { document?: DirectiveDocument } | null)?.document),
  facts: factsOf,
  steps: stepsOf,
  changes: directiveChanges,
  acts: {
    discard: {
      label: { vi: 'Bỏ bản nháp', en: 'Discard the draft' },
      check: { vi: 'Chưa giao việc cho ai. Nhật ký vẫn giữ.', en: 'Nothing was assigned yet. The record stays.' },
      done: { vi: 'Đã bỏ bản nháp', en: 'Draft discarded' },
      hideWhenRefused: true,
    },
    edit: {
      label: { vi: 'Đọc và giao việc', en: 'Read and assign' },
      tone: 'primary',
      form: lazy(() => import('./acts/go-on.tsx')),
      done: { vi: '', en: '' },
      hideWhenRefused: true,
    },
    close: {
      label: { vi: 'Kết thúc hồ sơ', en: 'Close the case' },
      form: lazy(() => import('./acts/close-form.tsx')),
      done: { vi: 'Đã kết thúc hồ sơ', en: 'Case closed' },
    },
  },
  deskActs: {
    finishDraft: { label: { vi: 'Đọc và giao việc', en: 'Read and assign' }, to: ({ caseId }) => `/intake?case=${caseId}` },
  },
  create: { label: { vi: 'Tiếp nhận văn bản', en: 'Take in a document' }, to: '/intake', right: 'draft' },
  navigation: [
    {
      to: '/intake',
      text: { vi: 'Tiếp nhận văn bản', en: 'Incoming documents' },
      short: { vi: 'Tiếp nhận', en: 'Incoming' },
      icon: InboxIcon,
      place: 'top',
      letter: 'v',
      count: { kind: 'directive', statuses: ['draft'] },
      right: 'draft',
    },
  ],
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: '/intake',
      validateSearch: (search: Record<string, unknown>): { case?: string } =>
        typeof search['case'] === 'string' ? { case: search['case'] } : {},
      component: lazyRouteComponent(() => import('./intake/intake-page.tsx'), 'IntakePage'),
    }),
  ],
}
