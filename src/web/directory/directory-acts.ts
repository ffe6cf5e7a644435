import type { AgencyView } from '../../kernel/http/views.ts'
import { messages, type Text } from '../shell/i18n.ts'

export type DirectoryField = {
  name: string
  kind: 'line' | 'day' | 'agency' | 'agencies' | 'rights' | 'officer' | 'unit' | 'domain' | 'area' | 'type' | 'secret'
  label: Text
  required?: boolean
  help?: Text
}
export type DirectoryAct = {
  streamType: string
  /** It opens a stream. */
  opens: boolean
  label: Text
  /** In the page's menu, or beside the entry it changes. */
  place: 'page' | 'entry'
  fields: DirectoryField[]
  /** What the payload holds beside the fields. */
  also?: (view: AgencyView) => Record<string, unknown>
  /** Said before the fields. */
  lead?: Text
  /** Not a command on a stream but a route of its own, from the values. */
  path?: (values: Record<string, unknown>) => string
}
export type DirectoryDoing = { command: string; streamId: string | null; values: Record<string, unknown> }
export type Edit = (command: string, streamId?: string | null, values?: Record<string, unknown>) => void

const words = messages({
  name: { vi: 'Tên đầy đủ', en: 'Full name' },
  shortName: { vi: 'Tên viết tắt', en: 'Short name' },
  on: { vi: 'Từ ngày', en: 'From' },
  lastDay: { vi: 'Ngày cuối', en: 'Last day' },
  title: { vi: 'Tên chức vụ, đầu mối', en: 'Title' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  hours: { vi: 'Giờ trực', en: 'Hours' },
  rights: { vi: 'Được làm', en: 'May' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  unit: { vi: 'Thuộc phòng', en: 'In the division' },
  parent: { vi: 'Cơ quan cấp trên', en: 'Under' },
  successors: { vi: 'Cơ quan kế thừa', en: 'Successors' },
  domain: { vi: 'Lĩnh vực', en: 'Domain' },
  area: { vi: 'Địa bàn', en: 'Area' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  type: { vi: 'Loại', en: 'Type' },
  to: { vi: 'Chuyển cho', en: 'Hand over to' },
  account: { vi: 'Tên tài khoản', en: 'Account name' },
  fullName: { vi: 'Họ tên', en: 'Name' },
  password: { vi: 'Mật khẩu ban đầu', en: 'First password' },
})

const field = (name: string, kind: DirectoryField['kind'], label: Text, required = false): DirectoryField => ({
  name,
  kind,
  label,
  required,
})
const on = field('on', 'day', words.on, true)
const lastDay = field('on', 'day', words.lastDay, true)
const reach = [
  field('title', 'line', words.title, true),
  field('phone', 'line', words.phone),
  field('email', 'line', words.email),
  field('hours', 'line', words.hours),
]

/** How the directory is changed by administrators, by `stream.command`. */
export const agencyActs: Record<string, DirectoryAct> = {
  'agency.rename': {
    streamType: 'agency',
    opens: false,
    place: 'page',
    label: { vi: 'Đổi tên cơ quan', en: 'Rename the agency' },
    fields: [field('name', 'line', words.name, true), field('shortName', 'line', words.shortName, true), on],
  },
  'agency.move': {
    streamType: 'agency',
    opens: false,
    place: 'page',
    label: { vi: 'Chuyển cơ quan cấp trên', en: 'Move the agency' },
    fields: [field('parentId', 'agency', words.parent, true), on],
  },
  'agency.end': {
    streamType: 'agency',
    opens: false,
    place: 'page',
    label: { vi: 'Kết thúc hoạt động', en: 'End the agency' },
    fields: [lastDay, field('successorIds', 'agencies', words.successors)],
  },
  'agency.create': {
    streamType: 'agency',
    opens: true,
    place: 'page',
    label: { vi: 'Thêm phòng, đơn vị trực thuộc', en: 'Add a subordinate body' },
    fields: [
      field('typeId', 'type', words.type, true),
      field('name', 'line', words.name, true),
      field('shortName', 'line', words.shortName, true),
      field('from', 'day', words.on),
    ],
    also: (view) => ({ parentId: view.id, areaCode: view.areaCode }),
  },
  'contact-point.create': {
    streamType: 'contact-point',
    opens: true,
    place: 'page',
    label: { vi: 'Thêm đầu mối', en: 'Add a contact point' },
    fields: reach,
    also: (view) => ({ agencyId: view.id }),
  },
  'contact-point.change': {
    streamType: 'contact-point',
    opens: false,
    place: 'entry',
    label: { vi: 'Sửa đầu mối', en: 'Change the contact point' },
    fields: reach,
  },
  'contact-point.end': {
    streamType: 'contact-point',
    opens: false,
    place: 'entry',
    label: { vi: 'Thôi trực', en: 'End the contact point' },
    fields: [lastDay],
  },
  'post.create': {
    streamType: 'post',
    opens: true,
    place: 'page',
    label: { vi: 'Thêm chức vụ', en: 'Add a post' },
    fields: [
      field('title', 'line', words.title, true),
      field('unitId', 'unit', words.unit),
      field('rights', 'rights', words.rights, true),
      field('officerId', 'officer', words.officer),
    ],
    also: (view) => ({ agencyId: view.id }),
  },
  'post.assign': {
    streamType: 'post',
    opens: false,
    place: 'entry',
    label: { vi: 'Bổ nhiệm', en: 'Assign an officer' },
    fields: [field('officerId', 'officer', words.officer, true), field('on', 'day', words.on)],
  },
  'post.vacate': {
    streamType: 'post',
    opens: false,
    place: 'entry',
    label: { vi: 'Để trống chức vụ', en: 'Vacate the post' },
    fields: [field('on', 'day', words.on)],
  },
  'officer.create': {
    streamType: 'officer',
    opens: true,
    place: 'page',
    label: { vi: 'Thêm cán bộ', en: 'Add an officer' },
    lead: {
      vi: 'Tên tài khoản dạng donvi.chucdanh, chữ thường, không dấu.',
      en: 'The account name like unit.post, small letters, no marks.',
    },
    fields: [field('account', 'line', words.account, true), field('name', 'line', words.fullName, true)],
    also: (view) => ({ agencyId: view.id }),
  },
  'officer.account': {
    streamType: 'officer',
    opens: false,
    place: 'page',
    label: { vi: 'Mở tài khoản, đặt lại mật khẩu', en: 'Open an account, set a new password' },
    lead: {
      vi: 'Cán bộ đăng nhập được ngay. Nếu đang đăng nhập ở đâu thì bị thoát.',
      en: 'The officer may sign in at once. Any session that runs is ended.',
    },
    fields: [field('officerId', 'officer', words.officer, true), field('password', 'secret', words.password, true)],
    path: (values) => `/officers/${String(values['officerId'])}/account`,
  },
  'mandate.create': {
    streamType: 'mandate',
    opens: true,
    place: 'page',
    label: { vi: 'Giao nhiệm vụ quản lý', en: 'Give a mandate' },
    fields: [
      field('domain', 'domain', words.domain, true),
      field('areaCode', 'area', words.area, true),
      field('from', 'day', words.on, true),
      field('basis', 'line', words.basis),
    ],
    also: (view) => ({ agencyId: view.id }),
  },
  'mandate.transfer': {
    streamType: 'mandate',
    opens: false,
    place: 'entry',
    label: { vi: 'Chuyển giao nhiệm vụ quản lý', en: 'Hand the mandate over' },
    fields: [field('toAgencyId', 'agency', words.to, true), on, field('basis', 'line', words.basis)],
  },
}
