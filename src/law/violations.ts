import { days, months, rule, workingDays, type Rule, type RulePack } from './rule-pack.ts'

const LAW = 'Luật Xử lý vi phạm hành chính 15/2012/QH13'
const SOURCE = 'Luật 15/2012/QH13, sửa đổi 67/2020 và 88/2025; NĐ 118/2021, NĐ 189/2025 (tóm tắt tại github.com/Trangsct/skill-sct)'
/** The day the amendment of 2025 took effect, by the summary the limits were taken from; earlier versions were not read. */
const FROM = '2025-07-01'

type Step = { id: string; article: string; vi: string; en: string; trigger: [vi: string, en: string]; duration: Rule['duration'] }

const RECORD: Step['trigger'] = ['lập biên bản vi phạm', 'the record is made']
const DETECTED: Step['trigger'] = ['phát hiện vi phạm', 'the violation is detected']
const RECEIVED: Step['trigger'] = ['nhận quyết định xử phạt', 'the decision is received']

const STEPS: Step[] = [
  { id: 'record', article: 'Điều 58', vi: 'Lập biên bản vi phạm', en: 'Make the record', trigger: DETECTED, duration: workingDays(2) },
  {
    id: 'record.complex',
    article: 'Điều 58',
    vi: 'Lập biên bản, vụ việc phức tạp',
    en: 'Make the record, complex',
    trigger: DETECTED,
    duration: workingDays(5),
  },
  {
    id: 'record.after-assessment',
    article: 'Điều 58',
    vi: 'Lập biên bản sau khi có kết quả giám định',
    en: 'Make the record after an assessment',
    trigger: ['có kết quả giám định', 'the assessment is given'],
    duration: workingDays(3),
  },
  {
    id: 'explain.written',
    article: 'Điều 61',
    vi: 'Giải trình bằng văn bản',
    en: 'Explain in writing',
    trigger: RECORD,
    duration: workingDays(5),
  },
  {
    id: 'explain.oral-request',
    article: 'Điều 61',
    vi: 'Yêu cầu giải trình trực tiếp',
    en: 'Ask to explain in person',
    trigger: RECORD,
    duration: workingDays(2),
  },
  {
    id: 'decision',
    article: 'Điều 66',
    vi: 'Ra quyết định xử phạt',
    en: 'Decide on the sanction',
    trigger: RECORD,
    duration: workingDays(7),
  },
  {
    id: 'decision.transferred',
    article: 'Điều 66',
    vi: 'Ra quyết định, hồ sơ được chuyển đến',
    en: 'Decide on a transferred file',
    trigger: RECORD,
    duration: workingDays(10),
  },
  {
    id: 'decision.explained',
    article: 'Điều 66',
    vi: 'Ra quyết định, có giải trình hoặc xác minh',
    en: 'Decide after explanation or verification',
    trigger: RECORD,
    duration: months(1),
  },
  {
    id: 'decision.exceptional',
    article: 'Điều 66',
    vi: 'Ra quyết định, vụ việc đặc biệt nghiêm trọng',
    en: 'Decide an exceptional matter',
    trigger: RECORD,
    duration: months(2),
  },
  {
    id: 'service',
    article: 'Điều 70',
    vi: 'Gửi quyết định',
    en: 'Serve the decision',
    trigger: ['ra quyết định', 'the decision is made'],
    duration: workingDays(3),
  },
  { id: 'payment', article: 'Điều 73', vi: 'Nộp phạt', en: 'Pay the fine', trigger: RECEIVED, duration: days(10) },
  {
    id: 'enforcement',
    article: 'Điều 74',
    vi: 'Thời hiệu thi hành quyết định',
    en: 'Limitation of enforcement',
    trigger: ['ra quyết định', 'the decision is made'],
    duration: months(12),
  },
  {
    id: 'limitation',
    article: 'Điều 6',
    vi: 'Thời hiệu xử phạt',
    en: 'Limitation of sanction',
    trigger: ['chấm dứt hoặc phát hiện vi phạm', 'the violation ends or is detected'],
    duration: months(12),
  },
]

/** Sanctions: every clock runs for the citizen too, so explanation and payment stand beside the duties of the office. */
export const VIOLATIONS: RulePack = {
  id: 'violations',
  title: { vi: 'Xử lý vi phạm hành chính', en: 'Administrative sanctions' },
  rules: STEPS.map(({ id, article, vi, en, trigger, duration }) =>
    rule({
      id: `violation.${id}`,
      article: `${article} ${LAW}`,
      title: { vi, en },
      from: FROM,
      trigger: { vi: trigger[0], en: trigger[1] },
      duration,
      certainty: 'unverified',
      source: SOURCE,
    }),
  ),
}
