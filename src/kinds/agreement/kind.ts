import type { KindManifest } from '../../kernel/cases/kind.ts'
import { comingDates } from './coming.ts'
import { agreementDecider } from './rules.ts'
import { agreementTimeline } from './timeline.ts'

/** Quy chế phối hợp: what agencies promise one another, and what was done for it. */
export const agreement: KindManifest = {
  kind: 'agreement',
  streamType: 'agreement',
  prefix: 'QC',
  name: { vi: 'Quy chế phối hợp', en: 'Agreement' },
  decider: agreementDecider,
  statuses: {
    draft: { vi: 'Bản nháp', en: 'Draft' },
    negotiating: { vi: 'Đang lấy ý kiến', en: 'Being negotiated' },
    signing: { vi: 'Chờ ký', en: 'To be signed' },
    'in-force': { vi: 'Đang hiệu lực', en: 'In force' },
    ended: { vi: 'Đã kết thúc', en: 'Ended' },
    replaced: { vi: 'Đã thay thế', en: 'Replaced' },
    discarded: { vi: 'Đã huỷ', en: 'Discarded' },
  },
  searchFields: [
    { key: 'documentNumber', name: { vi: 'Số, ký hiệu', en: 'Number' }, type: 'text' },
    { key: 'inForceFrom', name: { vi: 'Có hiệu lực từ', en: 'In force from' }, type: 'day' },
  ],
  timeline: agreementTimeline,
  coming: { statuses: ['in-force'], dates: comingDates },
  routes: async () => (await import('./routes.ts')).registerAgreementRoutes,
}
