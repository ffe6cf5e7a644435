import { days, hours, rule, type RulePack } from './rule-pack.ts'

const DECREE = 'NĐ 331/2026/NĐ-CP'
const READ = 'NĐ 331/2026/NĐ-CP, Điều 31 (github.com/ldphuong-vn/vn-cyber-compliance, đối chiếu 24/9/2026)'
const OLD = 'QĐ 05/2017/QĐ-TTg (github.com/diepxuan/diepxuan.github.io)'
const OLD_NETWORK = 'Thông tư 20/2017/TT-BTTTT (github.com/diepxuan/diepxuan.github.io)'

/** Notices and reports of incidents. The old rules end with the day before ND 331/2026; no text that repeals them was read. */
export const INCIDENTS: RulePack = {
  id: 'incidents',
  title: { vi: 'Sự cố an ninh mạng', en: 'Cyber-security incidents' },
  rules: [
    rule({
      id: 'incident.initial-notice',
      article: `Điểm d khoản 2 Điều 31 ${DECREE}`,
      title: { vi: 'Thông báo ban đầu sự cố nghiêm trọng', en: 'Initial notice of a serious incident' },
      from: '2026-08-19',
      trigger: { vi: 'phát hiện sự cố nghiêm trọng', en: 'a serious incident is detected' },
      duration: hours(24),
      certainty: 'read',
      source: READ,
    }),
    rule({
      id: 'incident.initial-notice',
      article: 'Điều 11 QĐ 05/2017/QĐ-TTg',
      title: { vi: 'Báo cáo ban đầu sự cố', en: 'Initial report of an incident' },
      from: '2017-03-16',
      until: '2026-08-18',
      trigger: { vi: 'phát hiện sự cố', en: 'an incident is detected' },
      duration: days(5),
      certainty: 'unverified',
      source: OLD,
    }),
    rule({
      id: 'incident.report',
      article: `Điểm d khoản 2 Điều 31 ${DECREE}`,
      title: { vi: 'Báo cáo nguyên nhân, phạm vi, biện pháp khắc phục', en: 'Report of cause, scope and remedy' },
      from: '2026-08-19',
      trigger: { vi: 'phát hiện sự cố nghiêm trọng', en: 'a serious incident is detected' },
      duration: hours(72),
      certainty: 'read',
      source: READ,
    }),
    rule({
      id: 'incident.closing-report',
      article: 'Thông tư 20/2017/TT-BTTTT, mẫu số 04',
      title: { vi: 'Báo cáo kết thúc ứng phó sự cố', en: 'Closing report of an incident' },
      from: '2017-11-01',
      until: '2026-08-18',
      trigger: { vi: 'kết thúc ứng phó sự cố', en: 'the response has ended' },
      duration: days(5),
      certainty: 'unverified',
      source: OLD_NETWORK,
    }),
    rule({
      id: 'incident.contact-change',
      article: 'Thông tư 20/2017/TT-BTTTT',
      title: { vi: 'Báo thay đổi đầu mối ứng cứu', en: 'Notice of a changed contact point' },
      from: '2017-11-01',
      until: '2026-08-18',
      trigger: { vi: 'đầu mối thay đổi', en: 'a contact point changes' },
      duration: hours(24),
      certainty: 'unverified',
      source: OLD_NETWORK,
    }),
    rule({
      id: 'personal-data.breach-notice',
      article: 'Điều 23 Luật 91/2025/QH15',
      title: { vi: 'Thông báo vi phạm bảo vệ dữ liệu cá nhân', en: 'Notice of a personal-data breach' },
      from: '2026-01-01',
      trigger: { vi: 'phát hiện vi phạm', en: 'the breach is detected' },
      duration: hours(72),
      certainty: 'unverified',
      source: 'Luật 91/2025/QH15, Điều 23; Mẫu 08 NĐ 356/2025/NĐ-CP (github.com/ldphuong-vn/vn-cyber-compliance)',
    }),
  ],
}
