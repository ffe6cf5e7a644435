import type { AgencyView } from '../../kernel/http/views.ts'
import { messages, type Text } from '../shell/i18n.ts'

export type DirectoryField = {
  name: string
  kind: 'line' | 'day' | 'agency' | 'agencies' | 'rights' | 'officer' | 'unit' | 'domain' | 'area' | 'type'
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
