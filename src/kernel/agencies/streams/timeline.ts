import type { Sentence } from '../../cases/reads/timeline.ts'
import type { LoggedEvent } from '../../streams/decider.ts'
import { officialDate } from '../../clocks/official-date.ts'
import type { AgencyEvent } from './agency-contract.ts'
import type { ContactPointEvent } from './contact-point.ts'
import type { DirectoryEvent } from './import-contract.ts'
import type { MandateEvent } from './mandate-contract.ts'
import type { OfficerEvent } from './officer.ts'
import type { PostEvent } from './post-contract.ts'

type Told = AgencyEvent | OfficerEvent | PostEvent | MandateEvent | ContactPointEvent | DirectoryEvent

const say = (
  vi: string,
  en: string,
  params: Record<string, string | number> = {},
  agencyParams: Record<string, string> = {},
): Sentence => ({
  text: { vi, en },
  params,
  agencyParams,
})

/** One sentence for each event of the directory's streams; never a person's name, telephone or address. */
export const directoryTimeline = (event: LoggedEvent): Sentence | null => {
  const told = event as LoggedEvent<Told>
  switch (told.type) {
    case 'agency.created':
      return say('{agency} thêm {name} vào danh bạ', '{agency} added {name} to the directory', { name: told.data.name })
    case 'agency.renamed':
      return say('Đổi tên thành {name} từ {day}', 'Renamed {name} as of {day}', { name: told.data.name, day: officialDate(told.data.on) })
    case 'agency.moved': {
      const { parentId, on } = told.data
      if (parentId === null) return say('Không còn trực thuộc từ {day}', 'Has no superior as of {day}', { day: officialDate(on) })
      return say('Trực thuộc {to} từ {day}', 'Under {to} as of {day}', { day: officialDate(on) }, { to: parentId })
    }
    case 'agency.ended': {
      const { on, successorIds } = told.data
      const day = officialDate(on)
      const [to] = successorIds
      if (to === undefined) return say('Kết thúc hoạt động ngày {day}', 'Ended on {day}', { day })
      if (successorIds.length === 1)
        return say('Kết thúc hoạt động ngày {day}, {to} kế thừa', 'Ended on {day}; {to} took over', { day }, { to })
      const more = { day, count: successorIds.length - 1 }
      return say(
        'Kết thúc hoạt động ngày {day}, {to} và {count} đơn vị khác kế thừa',
        'Ended on {day}; {to} and {count} others took over',
        more,
        { to },
      )
    }
    case 'agency.identified':
      return say('Sửa mã định danh, tên gọi khác', 'Code and other names set')
    case 'officer.created':
      return say('{agency} thêm cán bộ {account}', '{agency} added the officer {account}', { account: told.data.account })
    case 'officer.renamed':
      return say('Sửa họ tên cán bộ', 'The officer’s name was corrected')
    case 'officer.erased':
      return say('Xoá dữ liệu cá nhân của một cán bộ', 'Erased the personal data of an officer')
    case 'officer.deactivated':
      return say('Cán bộ thôi hoạt động trong hệ thống', 'The officer was deactivated')
    case 'post.created':
      return say('Thêm chức vụ {title}', 'Added the post {title}', { title: told.data.title })
    case 'post.assigned':
      return say('Giao chức vụ cho cán bộ khác từ {day}', 'Another officer holds the post as of {day}', { day: officialDate(told.data.on) })
    case 'post.vacated':
      return say('Chức vụ trống từ {day}', 'The post is vacant as of {day}', { day: officialDate(told.data.on) })
    case 'post.ended':
      return say('Chức vụ kết thúc ngày {day}', 'The post ended on {day}', { day: officialDate(told.data.on) })
    case 'mandate.created':
      return say('{to} quản lý từ {day}', '{to} holds it as of {day}', { day: officialDate(told.data.from) }, { to: told.data.agencyId })
    case 'mandate.transferred':
      return say(
        'Chuyển giao cho {to}, đơn vị cũ quản lý đến hết {day}',
        'Handed over to {to}; held until {day}',
        { day: officialDate(told.data.until) },
        { to: told.data.toAgencyId },
      )
    case 'mandate.ended':
      return say('Nhiệm vụ quản lý kết thúc ngày {day}', 'The mandate ended on {day}', { day: officialDate(told.data.until) })
    case 'contact-point.created':
      return say('Thêm đầu mối {title}', 'Added the contact point {title}', { title: told.data.title })
    case 'contact-point.changed':
      return say('Sửa đầu mối {title}', 'Changed the contact point {title}', { title: told.data.title })
    case 'contact-point.ended':
      return say('Đầu mối thôi trực ngày {day}', 'The contact point ended on {day}', { day: officialDate(told.data.on) })
    case 'directory.imported':
      return say(
        'Nhập {agencies} cơ quan, {mandates} nhiệm vụ từ {source}',
        'Imported {agencies} agencies and {mandates} mandates from {source}',
        told.data,
      )
    default:
      told satisfies never
      return null
  }
}
