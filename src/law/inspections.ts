import { days, rule, workingDays, type Rule, type RulePack } from './rule-pack.ts'

const READ = 'NĐ 217/2025/NĐ-CP, toàn văn (github.com/Trangsct/skill-sct)'
const PRACTICE = 'Thực tế của một sở (github.com/Trangsct/skill-sct); không phải quy định chung'
const COMPLEX = { vi: 'trường hợp phức tạp', en: 'complex cases' }

const limit = (level: string, vi: string, en: string, amount: number, more: number): Rule =>
  rule({
    id: `inspection.${level}`,
    article: 'Khoản 2 Điều 13 NĐ 217/2025/NĐ-CP',
    title: { vi: `Kiểm tra trực tiếp, ${vi}`, en: `Inspection on site, ${en}` },
    from: '2025-08-05',
    trigger: { vi: 'công bố quyết định kiểm tra', en: 'the inspection decision is announced' },
    duration: days(amount),
    certainty: 'read',
    source: READ,
    extension: { duration: days(more), times: 1, when: COMPLEX },
  })

const practice = (id: string, title: Rule['title'], trigger: Rule['trigger'], duration: Rule['duration']): Rule =>
  rule({
    id: `inspection.${id}`,
    article: PRACTICE,
    title,
    from: '2025-08-05',
    trigger,
    duration,
    certainty: 'unverified',
    source: PRACTICE,
  })

/** Specialised inspection: how long it may last at each level, and the habits of its paperwork. */
export const INSPECTIONS: RulePack = {
  id: 'inspections',
  title: { vi: 'Kiểm tra chuyên ngành', en: 'Specialised inspection' },
  rules: [
    limit('ministry', 'cấp bộ', 'by a ministry', 15, 7),
    limit('province', 'cấp tỉnh', 'by a province', 10, 5),
    limit('commune', 'cấp xã', 'by a commune', 7, 3),
    practice(
      'notice',
      { vi: 'Thông báo lịch kiểm tra', en: 'Notice of the inspection' },
      { vi: 'ban hành quyết định kiểm tra', en: 'the decision is issued' },
      workingDays(3),
    ),
    practice(
      'report',
      { vi: 'Báo cáo kết quả kiểm tra', en: 'Report of the result' },
      { vi: 'kết thúc kiểm tra trực tiếp', en: 'the inspection on site ends' },
      days(10),
    ),
  ],
}
