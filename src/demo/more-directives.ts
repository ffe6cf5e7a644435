import type { Actor } from '../kernel/access/actor.ts'
import { agencyId } from '../kernel/agencies/agency-record.ts'
import { fulfilmentId } from '../kernel/assignments/fulfilment-id.ts'
import type { DirectiveAssignment, Payload, Target } from '../kinds/directive/contract.ts'
import { ago, workingDay } from './days.ts'
import { actorOf } from './entries.ts'
import { demoOfficers } from './officers.ts'
import { demoId, type Player } from './player.ts'

const who = (account: string): Actor => {
  const officer = demoOfficers.find((one) => one.account === account)
  if (!officer) throw new Error(`no demo officer ${account}`)
  return actorOf(officer)
}

const to = (key: string, as: string): Target => ({ kind: 'agency', agencyId: agencyId(key), as })

type Order = {
  content: string
  leads: Target[]
  coordinating?: Target[]
  due?: string
  verb?: DirectiveAssignment['verb']
  shape?: DirectiveAssignment['shape']
}

const directive = (
  name: string,
  number: string,
  date: string,
  issuer: [key: string, name: string],
  subject: string,
  orders: Order[],
): Payload<'create'> => ({
  document: {
    type: 'cong-van',
    number,
    date,
    dateWords: null,
    place: 'Gia Lai',
    issuerId: agencyId(issuer[0]),
    issuerName: issuer[1],
    subject,
    urgency: 'normal',
    signer: null,
    legalBases: [],
    fileId: null,
    sourceText: null,
  },
  recipients: [],
  assignments: orders.map(({ content, leads, coordinating = [], due, verb = 'yeu-cau', shape = 'once' }, i) => ({
    id: demoId(`${name}:${i}`),
    ordinal: i + 1,
    verb,
    content,
    leads,
    coordinating,
    span: null,
    quote: content,
    deadline: due ? { words: `trước hết ngày ${due.split('-').toReversed().join('/')}`, date: due, inclusive: true } : null,
    shape,
    recurrence: null,
    confirmed: true,
    unsure: [],
  })),
})

const dayAgo = (days: number): string => new Date(ago(days).getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

/** Three more: one by the police to enterprises that is running, one that is over, and a draft that waits on the office's desk. */
export const playMoreDirectives = async (player: Player): Promise<void> => {
  player.chapter('more-directives')
  const police = who('catinh.lanhdao')
  const office = who('vpub.chuyenvien')
  const [vnpt, viettel] = [who('vnpt.daumoi'), who('viettel.daumoi')]
  const companies = [to('gia-lai/vnpt', 'VNPT Gia Lai'), to('gia-lai/viettel', 'Viettel Gia Lai')]
  const part = (caseId: string, name: string, i: number, actor: Actor) => fulfilmentId(caseId, demoId(`${name}:${i}`), actor.agencyId)
  const give = (actor: Actor, type: string, id: string, command: string, payload: object, days: number) =>
    player.give(actor, type, id, command, payload, ago(days))

  const domains = demoId('directive:domains')
  const police2 = directive(
    'domains',
    '2114/CAT-PA05',
    dayAgo(6),
    ['gia-lai/cong-an', 'Công an tỉnh Gia Lai'],
    'Phối hợp ngăn chặn tên miền giả mạo cổng dịch vụ công của tỉnh',
    [
      { content: 'Rà soát, chặn hai tên miền giả mạo nêu trong danh sách kèm theo', leads: companies, due: workingDay(0), verb: 'de-nghi' },
      { content: 'Cung cấp kịp thời thông tin khi phát hiện tên miền giả mạo mới', leads: companies, verb: 'de-nghi', shape: 'on-event' },
      {
        content: 'Thông báo đến người dân dấu hiệu nhận biết trang giả mạo',
        leads: [to('gia-lai/bao-ptth', 'Báo và Phát thanh, Truyền hình Gia Lai')],
        coordinating: [to('gia-lai/so-khcn', 'Sở Khoa học và Công nghệ')],
        due: workingDay(5),
        verb: 'de-nghi',
      },
    ],
  )
  await give(police, 'directive', domains, 'create', police2, 6)
  await give(police, 'directive', domains, 'issue', {}, 6)
  await give(vnpt, 'fulfilment', part(domains, 'domains', 0, vnpt), 'accept', {}, 5)
  await give(
    vnpt,
    'fulfilment',
    part(domains, 'domains', 0, vnpt),
    'submit',
    { text: 'Đã chặn hai tên miền trên toàn mạng lúc 10:20.', fileIds: [] },
    2,
  )
  await give(viettel, 'fulfilment', part(domains, 'domains', 0, viettel), 'accept', {}, 5)
  await give(viettel, 'fulfilment', part(domains, 'domains', 1, viettel), 'accept', {}, 5)

  const season = demoId('directive:season')
  const closed = directive(
    'season',
    '455/UBND-KGVX',
    dayAgo(80),
    ['gia-lai/ubnd', 'Ủy ban nhân dân tỉnh Gia Lai'],
    'Bảo đảm thông tin liên lạc mùa mưa bão',
    [{ content: 'Kiểm tra nguồn dự phòng của các trạm thu phát sóng vùng sâu', leads: companies, due: dayAgo(50) }],
  )
  await give(office, 'directive', season, 'create', closed, 80)
  await give(office, 'directive', season, 'issue', {}, 79)
  for (const [i, actor] of [vnpt, viettel].entries()) {
    const id = part(season, 'season', 0, actor)
    await give(actor, 'fulfilment', id, 'accept', {}, 75)
    await give(
      actor,
      'fulfilment',
      id,
      'submit',
      { text: `Đã kiểm tra ${i ? 61 : 48} trạm, thay ${i ? 9 : 5} bộ nguồn.`, fileIds: [] },
      i ? 46 : 55,
    )
    await give(office, 'fulfilment', id, 'confirm', {}, 44)
  }
  await give(
    office,
    'directive',
    season,
    'close',
    { summary: 'Các doanh nghiệp đã kiểm tra xong, không trạm nào mất liên lạc trong hai đợt mưa.' },
    43,
  )

  const draft = directive(
    'draft',
    '',
    dayAgo(1),
    ['gia-lai/ubnd', 'Ủy ban nhân dân tỉnh Gia Lai'],
    'Tăng cường bảo vệ dữ liệu tại bộ phận một cửa',
    [
      {
        content: 'Hướng dẫn các xã, phường rà soát quyền truy cập hệ thống một cửa',
        leads: [to('gia-lai/so-khcn', 'Sở Khoa học và Công nghệ')],
        coordinating: [to('gia-lai/cong-an', 'Công an tỉnh')],
      },
    ],
  )
  await give(office, 'directive', demoId('directive:draft'), 'create', draft, 1)
}
