import { days, hours, rule, workingDays, type Rule, type RulePack } from './rule-pack.ts'

const DECREE = 'NĐ 333/2026/NĐ-CP'
const SOURCE = 'NĐ 333/2026/NĐ-CP (bản thuật lại tại github.com/ldphuong-vn/vn-cyber-compliance)'
const RECEIVED = {
  vi: 'nhận yêu cầu của cơ quan có thẩm quyền, đã xác thực người yêu cầu',
  en: 'a request of a competent body is received and its sender authenticated',
}

const pair = (id: string, clause: string, vi: string, en: string, usual: number, urgent: number): Rule[] => [
  rule({
    id,
    article: `${clause} ${DECREE}`,
    title: { vi, en },
    from: '2026-08-19',
    trigger: RECEIVED,
    duration: hours(usual),
    certainty: 'unverified',
    source: SOURCE,
  }),
  rule({
    id: `${id}.urgent`,
    article: `${clause} ${DECREE}`,
    title: { vi: `${vi}, khẩn cấp`, en: `${en}, urgent` },
    from: '2026-08-19',
    trigger: RECEIVED,
    duration: hours(urgent),
    certainty: 'unverified',
    source: SOURCE,
  }),
]

const OLD_LICENSING = 'TTLT 06/2008/TTLT-BTTTT-BCA (github.com/diepxuan/diepxuan.github.io); chưa rõ còn hiệu lực'
const consultation = (id: string, vi: string, en: string, duration: Rule['duration']): Rule =>
  rule({
    id: `consultation.${id}`,
    article: 'TTLT 06/2008/TTLT-BTTTT-BCA',
    title: { vi: `Công an trả lời ý kiến: ${vi}`, en: `Police opinion: ${en}` },
    from: '2009-01-09',
    trigger: { vi: 'nhận văn bản lấy ý kiến', en: 'the request for an opinion is received' },
    duration,
    certainty: 'unverified',
    source: OLD_LICENSING,
  })

/** Requests of the police to telecommunications enterprises, and opinions the police give in licensing. */
export const REQUESTS: RulePack = {
  id: 'requests',
  title: { vi: 'Yêu cầu cung cấp thông tin, cho ý kiến', en: 'Requests for information and opinions' },
  rules: [
    ...pair('request.user-information', 'Khoản 3 Điều 16', 'Cung cấp thông tin người dùng', 'Give user information', 24, 3),
    ...pair('request.block', 'Khoản 4 Điều 16', 'Ngăn chặn, gỡ bỏ thông tin vi phạm', 'Block or remove unlawful information', 24, 6),
    ...pair('request.ip-user', 'Khoản 2 Điều 23', 'Định danh người dùng địa chỉ IP', 'Identify the user of an IP address', 24, 3),
    rule({
      id: 'request.written-suspension',
      article: `Điều 13 ${DECREE}`,
      title: { vi: 'Ra văn bản cho yêu cầu tạm dừng đã nêu bằng lời', en: 'Put an oral suspension order in writing' },
      from: '2026-08-19',
      trigger: { vi: 'yêu cầu tạm dừng bằng lời', en: 'the oral order is given' },
      duration: hours(24),
      certainty: 'unverified',
      source: SOURCE,
    }),
    consultation('courier', 'chuyển phát có vốn nước ngoài', 'foreign-invested courier', days(20)),
    consultation('private-network', 'mạng dùng riêng', 'private network', days(10)),
    consultation('diplomatic', 'cơ quan đại diện ngoại giao', 'diplomatic mission', workingDays(3)),
    consultation('sea-cable', 'cáp viễn thông trên biển', 'sea cable', days(15)),
    consultation('ship', 'tàu thuyền', 'ship', workingDays(5)),
  ],
}
