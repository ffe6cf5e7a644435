import { agencyId } from '../kernel/agencies/agency-record.ts'
import type { Actor } from '../kernel/access/actor.ts'
import { keepFile } from '../kernel/documents/files.ts'
import { readDocument } from '../intake/read-document.ts'
import type { DirectivePayload } from '../kinds/directive/intake-contract.ts'
import { payloadFromIntake } from '../kinds/directive/from-intake.ts'
import { readName } from '../kinds/directive/read-names.ts'
import { ago, workingDay } from './days.ts'
import { actorOf, communeOfficers } from './entries.ts'
import { LETTER, LIMITS } from './letter.ts'
import { demoOfficers } from './officers.ts'
import { demoId, type Player } from './player.ts'

const who = (account: string): Actor => {
  const officer = demoOfficers.find((one) => one.account === account)
  if (!officer) throw new Error(`no demo officer ${account}`)
  return actorOf(officer)
}

/** The letter as the office reads it in: every assignment checked, limits set where the letter names none. */
const letterPayload = (player: Player): DirectivePayload => {
  const { directory } = player.service
  const draft = readDocument(LETTER)
  let n = 0
  const payload = payloadFromIntake(draft, {
    read: (as) => readName(directory, as, { areaCode: '52', date: draft.date.value }),
    newId: () => demoId(`letter:${n++}`),
    fileId: null,
  })
  // As an officer does at the desk: a sentence that is no order is put aside, the rest is numbered anew.
  payload.assignments = payload.assignments.filter((one) => !one.quote.startsWith('Để ')).map((one, i) => ({ ...one, ordinal: i + 1 }))
  for (const one of payload.assignments) {
    one.confirmed = true
    const limit = LIMITS.find(({ words }) => one.quote.includes(words))
    if (limit) {
      one.deadline = { words: 'do văn phòng đặt khi giao việc', date: workingDay(limit.workingDays), inclusive: true }
      one.shape = 'once'
      one.recurrence = null
    }
  }
  return payload
}

type Part = { id: string; agency_id: string; title: string }

/** The story of one letter: taken in, issued, accepted, handed on, reported, chased, submitted, returned, extended, declined, confirmed. */
export const playWalk = async (player: Player): Promise<void> => {
  const office = who('vpub.chuyenvien')
  const caseId = demoId('letter')
  const payload = letterPayload(player)
  player.chapter('letter')
  await player.give(office, 'directive', caseId, 'create', payload, ago(31))
  await player.give(office, 'directive', caseId, 'issue', {}, ago(30))
  const parts = async (words: string): Promise<Part[]> => {
    const assignment = payload.assignments.find((one) => one.quote.includes(words))
    if (!assignment) throw new Error(`the letter has no assignment with "${words}"`)
    const { rows } = await player.service.pools.system.query<Part>(
      'select id, agency_id, title from fulfilment where case_id = $1 and assignment_id = $2 and parent_id is null order by agency_id',
      [caseId, assignment.id],
    )
    return rows
  }
  await departments(player, parts)
  await communes(player, parts, office)
  await enterprises(player, parts, office)
}

type Parts = (words: string) => Promise<Part[]>

const only = async (parts: Parts, words: string): Promise<string> => ((await parts(words))[0] as Part).id

const departments = async (player: Player, parts: Parts): Promise<void> => {
  player.chapter('departments')
  const office = who('vpub.chuyenvien')
  const science = who('skhcn.chuyenvien')
  const police = who('catinh.lanhdao')
  const cyber = who('pa05.tructban')
  const market = who('qltt.chuyenvien')
  const give = (actor: Actor, id: string, command: string, data: object, days: number, hour = 9) =>
    player.give(actor, 'fulfilment', id, command, data, ago(days, hour))

  const advise = await only(parts, 'tham mưu, hướng dẫn công tác quản lý')
  await give(science, advise, 'accept', {}, 29)
  await give(
    science,
    advise,
    'handOn',
    { officerId: science.officerId, instruction: 'Dự thảo văn bản hướng dẫn, xin ý kiến Công an tỉnh trước khi trình.' },
    28,
  )
  await give(science, advise, 'report', { text: 'Đã xong dự thảo, đang lấy ý kiến các đơn vị.', percent: 60, fileIds: [] }, 6)

  const press = await only(parts, 'thông tin cơ sở tuyên truyền')
  await give(science, press, 'accept', {}, 29)

  const joint = await only(parts, 'thanh tra, kiểm tra và xử lý')
  await give(science, joint, 'accept', {}, 27)
  await give(office, joint, 'chase', { message: 'Đề nghị gửi kế hoạch kiểm tra trong tuần này.' }, 1)

  const guard = await only(parts, 'phát hiện, đấu tranh')
  await give(police, guard, 'accept', {}, 29)
  await give(
    police,
    guard,
    'handOn',
    { unitId: cyber.unitId, instruction: 'PA05 chủ trì triển khai, báo cáo lãnh đạo hằng tháng.' },
    29,
    14,
  )
  await give(cyber, guard, 'report', { text: 'Đã rà soát 21 điểm cung cấp dịch vụ, chưa phát hiện vi phạm nghiêm trọng.', fileIds: [] }, 5)

  const exchange = await only(parts, 'trao đổi thông tin với Sở')
  await give(police, exchange, 'accept', {}, 29)
  await give(police, exchange, 'handOn', { unitId: cyber.unitId, instruction: 'PA05 làm đầu mối trao đổi.' }, 29, 14)

  const subscribers = await only(parts, 'thuê bao di động')
  await give(police, subscribers, 'accept', {}, 28)
  await give(
    police,
    subscribers,
    'handOn',
    { officerId: cyber.officerId, unitId: cyber.unitId, instruction: 'Kiểm tra trước ba doanh nghiệp, báo kết quả trước hạn một ngày.' },
    28,
    10,
  )

  const trade = await only(parts, 'vi phạm về thương mại')
  await give(market, trade, 'accept', {}, 26)
  await give(office, trade, 'chase', { message: 'Nhiệm vụ đã đến hạn.' }, 0)
}

/** Of the communes most have answered; one asks for more time, one declines, one result was returned, the last have not begun. */
const communes = async (player: Player, parts: Parts, office: Actor): Promise<void> => {
  player.chapter('communes')
  const give = (actor: Actor, id: string, command: string, data: object, days: number, hour = 9) =>
    player.give(actor, 'fulfilment', id, command, data, ago(days, hour))
  const officers = new Map(
    [...demoOfficers, ...communeOfficers('52', 'gia-lai')].map((officer) => [agencyId(officer.agencyKey), actorOf(officer)]),
  )
  const mountain = who('phutuc.chutich').agencyId
  const ward = who('pleiku.vanphong').agencyId
  const all = await parts('trạm viễn thông tại địa phương')
  for (const [i, part] of all.entries()) {
    const actor = officers.get(part.agency_id)
    if (!actor) continue
    if (part.agency_id === mountain) {
      await give(actor, part.id, 'accept', {}, 25)
      await give(
        actor,
        part.id,
        'askExtension',
        { until: workingDay(7), reason: 'Mưa lũ chia cắt hai thôn, chưa đến được ba trạm thu phát sóng.' },
        1,
      )
    } else if (part.agency_id === ward) {
      await give(actor, part.id, 'accept', {}, 27)
      await give(actor, part.id, 'submit', { text: 'Đã kiểm tra 14 điểm phục vụ, nhắc nhở 2 điểm.', fileIds: [] }, 6)
      await give(office, part.id, 'return', { reason: 'Bổ sung biên bản của hai điểm bị nhắc nhở.' }, 3)
    } else if (i === 40) {
      await give(actor, part.id, 'decline', { reason: 'Địa bàn không có điểm phục vụ bưu chính và trạm viễn thông.' }, 20)
    } else if (i % 9 !== 8) {
      await give(actor, part.id, 'accept', {}, 27 - (i % 5))
      await give(
        actor,
        part.id,
        'submit',
        { text: `Đã kiểm tra ${3 + (i % 11)} điểm phục vụ, không có vi phạm.`, fileIds: [] },
        12 - (i % 8),
      )
      if (i % 4 !== 3) await give(office, part.id, 'confirm', {}, 2)
    } else if (i % 2 === 0) await give(actor, part.id, 'accept', {}, 20)
  }
}

const enterprises = async (player: Player, parts: Parts, office: Actor): Promise<void> => {
  player.chapter('enterprises')
  const give = (actor: Actor, id: string, command: string, data: object, days: number, hour = 9) =>
    player.give(actor, 'fulfilment', id, command, data, ago(days, hour))
  const of = async (words: string, actor: Actor) => (await parts(words)).find((part) => part.agency_id === actor.agencyId)?.id
  for (const account of ['vnpt.daumoi', 'viettel.daumoi']) {
    const actor = who(account)
    const strict = await of('quy trình kỹ thuật', actor)
    const training = await of('nhân viên giao dịch', actor)
    if (strict) await give(actor, strict, 'accept', {}, 27)
    if (!training) continue
    await give(actor, training, 'accept', {}, 26)
    if (account !== 'vnpt.daumoi') continue
    const list = await keepOnce(player, actor, training)
    await give(actor, training, 'submit', { text: 'Đã tập huấn 64 nhân viên giao dịch tại 9 điểm.', fileIds: list }, 1)
  }
  const post = (await parts('nhân viên giao dịch')).filter(
    (part) => ![who('vnpt.daumoi').agencyId, who('viettel.daumoi').agencyId].includes(part.agency_id),
  )
  if (post.length) await give(office, (post[0] as Part).id, 'chase', { message: 'Chưa thấy đơn vị tiếp nhận.' }, 1)
}

/** A file is kept before the command that names it; a demo that goes on after a cut keeps no second one. */
const keepOnce = async (player: Player, actor: Actor, fulfilmentId: string): Promise<string[]> => {
  const { rows } = await player.service.pools.system.query('select id from file where officer_id = $1 limit 1', [actor.officerId])
  if (rows[0]) return [rows[0].id]
  const bytes = Buffer.from(`Danh sách lớp tập huấn an toàn mạng lưới\nSố lớp: 9, số người: 64\nNhiệm vụ: ${fulfilmentId}\n`)
  return [(await keepFile(player.service.files, actor, { name: 'Danh sách lớp tập huấn.txt', mediaType: 'text/plain', bytes })).id]
}
