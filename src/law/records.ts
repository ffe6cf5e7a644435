import { months, rule, workingDays, type Rule, type RulePack } from './rule-pack.ts'

const step = (id: string, title: Rule['title'], trigger: Rule['trigger'], duration: Rule['duration']): Rule =>
  rule({
    id: `record.${id}`,
    article: 'NĐ 30/2020/NĐ-CP',
    title,
    from: '2020-03-05',
    trigger,
    duration,
    certainty: 'read',
    source: 'NĐ 30/2020/NĐ-CP; ngày hiệu lực chưa đối chiếu',
  })

/** Clerical work. The decree says "in the day, at the latest the next working day". */
export const RECORDS: RulePack = {
  id: 'records',
  title: { vi: 'Công tác văn thư', en: 'Clerical work' },
  rules: [
    step(
      'issue',
      { vi: 'Phát hành văn bản đi', en: 'Send out a document' },
      { vi: 'văn bản được ký', en: 'the document is signed' },
      workingDays(1),
    ),
    step(
      'register',
      { vi: 'Đăng ký văn bản đến', en: 'Register an incoming document' },
      { vi: 'nhận văn bản', en: 'the document is received' },
      workingDays(1),
    ),
    step(
      'archive',
      { vi: 'Nộp lưu hồ sơ', en: 'Hand the file to the archive' },
      { vi: 'kết thúc công việc', en: 'the work ends' },
      months(12),
    ),
  ],
}
