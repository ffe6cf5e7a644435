import { days, rule, workingDays, months, type Rule, type RulePack } from './rule-pack.ts'

const SOURCE = 'NĐ 331/2026/NĐ-CP (bản thuật lại tại github.com/ldphuong-vn/vn-cyber-compliance)'
const step = (id: string, vi: string, en: string, trigger: Rule['trigger'], amount: number): Rule =>
  rule({
    id: `system-level.${id}`,
    article: 'NĐ 331/2026/NĐ-CP',
    title: { vi, en },
    from: '2026-08-19',
    trigger,
    duration: workingDays(amount),
    certainty: 'unverified',
    source: SOURCE,
  })

const FILE = { vi: 'nhận đủ hồ sơ hợp lệ', en: 'a complete file is received' }

/** Appraisal and approval of the security level of information systems, and the impact file on personal data. */
export const SYSTEM_LEVELS: RulePack = {
  id: 'system-levels',
  title: { vi: 'Cấp độ hệ thống thông tin', en: 'Security levels of information systems' },
  rules: [
    step('appraisal-3', 'Thẩm định hồ sơ cấp độ 3', 'Appraise a level 3 file', FILE, 15),
    step('appraisal-4-5', 'Thẩm định hồ sơ cấp độ 4, 5', 'Appraise a level 4 or 5 file', FILE, 25),
    step('supplement', 'Bổ sung hồ sơ', 'Complete the file', { vi: 'nhận yêu cầu bổ sung', en: 'the request is received' }, 5),
    step('approval', 'Phê duyệt cấp độ', 'Approve the level', { vi: 'có ý kiến thẩm định', en: 'the appraisal is given' }, 7),
    rule({
      id: 'system-level.transition',
      article: 'Điều 45 Luật An ninh mạng 116/2025/QH15; Điều 39 NĐ 331/2026/NĐ-CP',
      title: { vi: 'Bảo đảm điều kiện theo cấp độ, chuyển tiếp', en: 'Meet the conditions of the level, transition' },
      from: '2026-07-01',
      trigger: { vi: 'Luật có hiệu lực 01/7/2026', en: 'the law takes effect on 01/07/2026' },
      duration: months(12),
      certainty: 'unverified',
      source: `${SOURCE}; cách tính thời hạn cần đối chiếu`,
    }),
    rule({
      id: 'personal-data.impact-file',
      article: 'Luật 91/2025/QH15',
      title: { vi: 'Gửi hồ sơ đánh giá tác động xử lý dữ liệu', en: 'Send the data-processing impact file' },
      from: '2026-01-01',
      trigger: { vi: 'bắt đầu xử lý dữ liệu cá nhân', en: 'processing of personal data begins' },
      duration: days(60),
      certainty: 'unverified',
      source: 'Luật 91/2025/QH15; cơ quan nhà nước được miễn (github.com/ldphuong-vn/vn-cyber-compliance)',
    }),
  ],
}
