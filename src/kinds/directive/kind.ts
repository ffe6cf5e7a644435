import type { KindManifest } from '../../kernel/cases/kind.ts'
import { directiveDecider } from './rules.ts'
import { directiveTimeline } from './timeline.ts'

/** Văn bản chỉ đạo: a document that orders work. */
export const directive: KindManifest = {
  kind: 'directive',
  streamType: 'directive',
  prefix: 'CD',
  name: { vi: 'Văn bản chỉ đạo', en: 'Directive' },
  decider: directiveDecider,
  statuses: {
    draft: { vi: 'Bản nháp', en: 'Draft' },
    issued: { vi: 'Đang thực hiện', en: 'In progress' },
    closed: { vi: 'Đã kết thúc', en: 'Closed' },
    replaced: { vi: 'Đã thay thế', en: 'Replaced' },
    discarded: { vi: 'Đã huỷ', en: 'Discarded' },
  },
  searchFields: [
    { key: 'issuerId', name: { vi: 'Cơ quan ban hành', en: 'Issuer' }, type: 'agency' },
    {
      key: 'urgency',
      name: { vi: 'Độ khẩn', en: 'Urgency' },
      type: 'choice',
      choices: {
        normal: { vi: 'Thường', en: 'Normal' },
        khan: { vi: 'Khẩn', en: 'Urgent' },
        'thuong-khan': { vi: 'Thượng khẩn', en: 'Very urgent' },
        'hoa-toc': { vi: 'Hoả tốc', en: 'Express' },
      },
    },
  ],
  timeline: directiveTimeline,
  routes: async () => (await import('./routes.ts')).registerDirectiveRoutes,
}
