import type { Right } from '../kernel/access/actor.ts'
import type { DemoOfficer } from './officers.ts'

const ALL: Right[] = ['draft', 'issue', 'answer']
const WORK: Right[] = ['draft', 'answer']

const leader = (account: string, agencyKey: string, title: string): DemoOfficer => ({ account, agencyKey, title, rights: ALL })

/** Officers of the parties of the demo's agreements who may sign in. People appear by position. */
export const agreementOfficers: DemoOfficer[] = [
  leader('cahatinh.lanhdao', 'ha-tinh/cong-an', 'Phó Giám đốc Công an tỉnh Hà Tĩnh'),
  {
    account: 'cahatinh.pa05',
    agencyKey: 'ha-tinh/cong-an',
    unitKey: 'ha-tinh/cong-an/pa05',
    title: 'Cán bộ Phòng An ninh mạng (PA05), đầu mối quy chế',
    rights: WORK,
  },
  leader('skhcnhatinh.lanhdao', 'ha-tinh/so-khcn', 'Phó Giám đốc Sở Khoa học và Công nghệ Hà Tĩnh'),
  {
    account: 'skhcnhatinh.cds',
    agencyKey: 'ha-tinh/so-khcn',
    title: 'Chuyên viên chuyển đổi số, đầu mối quy chế',
    rights: WORK,
  },
  leader('calaocai.lanhdao', 'lao-cai/cong-an', 'Phó Giám đốc Công an tỉnh Lào Cai'),
  leader('skhcnlaocai.lanhdao', 'lao-cai/so-khcn', 'Phó Giám đốc Sở Khoa học và Công nghệ Lào Cai'),
  leader('viettel.giamdoc', 'gia-lai/viettel', 'Giám đốc Viettel Gia Lai'),
  leader('cadanang.lanhdao', 'da-nang/cong-an', 'Phó Giám đốc Công an thành phố Đà Nẵng'),
  leader('skhcndanang.lanhdao', 'da-nang/so-khcn', 'Phó Giám đốc Sở Khoa học và Công nghệ Đà Nẵng'),
]

/** Officers of Hà Tĩnh without accounts, so that there is somebody to read: their posts alone tell the demo's counts. */
export const readers: DemoOfficer[] = [
  ...Array.from({ length: 14 }, (_, i): DemoOfficer => ({
    account: `cahatinh.pa05.${i + 1}`,
    agencyKey: 'ha-tinh/cong-an',
    unitKey: 'ha-tinh/cong-an/pa05',
    title: `Cán bộ Phòng An ninh mạng số ${i + 1}`,
    rights: ['answer'],
  })),
  ...Array.from({ length: 10 }, (_, i): DemoOfficer => ({
    account: `cahatinh.vp.${i + 1}`,
    agencyKey: 'ha-tinh/cong-an',
    title: `Cán bộ tham mưu Công an tỉnh số ${i + 1}`,
    rights: ['answer'],
  })),
  ...Array.from({ length: 12 }, (_, i): DemoOfficer => ({
    account: `skhcnhatinh.cb.${i + 1}`,
    agencyKey: 'ha-tinh/so-khcn',
    title: `Công chức Sở Khoa học và Công nghệ số ${i + 1}`,
    rights: ['answer'],
  })),
]
