import type { Right } from '../kernel/access/actor.ts'

/** An officer of the demo. People appear by position; the name kept for the account is the position itself. */
export type DemoOfficer = { account: string; agencyKey: string; unitKey?: string; title: string; rights: Right[] }

/** Known to everybody who reads this, which is why the demo listens on this machine only. */
export const DEMO_PASSWORD = 'hiepdong-2026'

const ALL: Right[] = ['draft', 'issue', 'answer']

export const demoOfficers: DemoOfficer[] = [
  {
    account: 'vpub.chuyenvien',
    agencyKey: 'gia-lai/ubnd',
    unitKey: 'gia-lai/van-phong-ubnd',
    title: 'Chuyên viên Văn phòng UBND tỉnh, theo dõi khoa giáo - văn xã',
    rights: ALL,
  },
  {
    account: 'pa05.tructban',
    agencyKey: 'gia-lai/cong-an',
    unitKey: 'gia-lai/cong-an/pa05',
    title: 'Trực ban Phòng An ninh mạng (PA05)',
    rights: ALL,
  },
  { account: 'catinh.lanhdao', agencyKey: 'gia-lai/cong-an', title: 'Phó Giám đốc Công an tỉnh', rights: ALL },
  { account: 'skhcn.chuyenvien', agencyKey: 'gia-lai/so-khcn', title: 'Chuyên viên Sở Khoa học và Công nghệ', rights: ALL },
  { account: 'pleiku.vanphong', agencyKey: 'gia-lai/23575/ubnd', title: 'Công chức Văn phòng HĐND và UBND phường', rights: ALL },
  { account: 'phutuc.chutich', agencyKey: 'gia-lai/24076/ubnd', title: 'Phó Chủ tịch UBND xã', rights: ALL },
  { account: 'vnpt.daumoi', agencyKey: 'gia-lai/vnpt', title: 'Đầu mối phối hợp VNPT Gia Lai', rights: ['answer'] },
  { account: 'viettel.daumoi', agencyKey: 'gia-lai/viettel', title: 'Đầu mối phối hợp Viettel Gia Lai', rights: ['answer'] },
  { account: 'qltt.chuyenvien', agencyKey: 'gia-lai/chi-cuc-qltt', title: 'Chuyên viên Chi cục Quản lý thị trường', rights: ['answer'] },
  {
    account: 'gialai.quantri',
    agencyKey: 'gia-lai/ubnd',
    unitKey: 'gia-lai/van-phong-ubnd',
    title: 'Quản trị danh bạ tỉnh Gia Lai',
    rights: ['directory'],
  },
]
