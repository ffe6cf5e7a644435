import type { Actor } from '../kernel/access/actor.ts'
import { fulfilmentId } from '../kernel/assignments/fulfilment-id.ts'
import { acknowledgementId, readingId } from '../kernel/acknowledgements/ids.ts'
import { addDays } from '../kernel/clocks/dates.ts'
import { periodOf } from '../kernel/clocks/periods.ts'
import { clausesOf } from '../kinds/agreement/standing.ts'
import type { AgreementText, Payload } from '../kinds/agreement/contract.ts'
import { agreementOfficers, readers } from './agreement-officers.ts'
import { clauseId, giaLai, haTinh, laoCai, quangNam, REASONS } from './agreement-texts.ts'
import { workingDay, today } from './days.ts'
import { actorOf, enterOfficers } from './entries.ts'
import { demoOfficers } from './officers.ts'
import { demoId, type Player } from './player.ts'

const who = (account: string): Actor => {
  const officer = [...agreementOfficers, ...demoOfficers].find((one) => one.account === account)
  if (!officer) throw new Error(`no demo officer ${account}`)
  return actorOf(officer)
}

/** A moment of a day in Viet Nam, never later than now. */
const at = (day: string, hour = 9): Date => {
  const moment = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`)
  return moment.getTime() < Date.now() ? moment : new Date()
}

const period = () => periodOf('six-monthly', today())

/** A day so long ago, as far as it lies in the present half-year. */
const lately = (days: number): string => {
  const day = addDays(today(), -days)
  return day < period().from ? period().from : day
}

/**
 * The four agreements of the demo, as an office enters them on its first day: recorded today, each fact on the day it took effect, by the
 * agencies that answer now in place of those that signed.
 */
export const loadAgreements = async (player: Player): Promise<void> => {
  await enterOfficers(player, [...agreementOfficers, ...readers], 'agreement-officers')
  await playHaTinh(player)
  await playLaoCai(player)
  await playGiaLai(player)
  await playQuangNam(player)
}

type Signer = { actor: Actor; position: string }

/** From draft to force: sent and agreed before, signed on its day. The first signer drafts it. */
const bringIntoForce = async (
  player: Player,
  name: keyof typeof REASONS,
  text: AgreementText,
  day: string,
  signers: readonly Signer[],
): Promise<string> => {
  player.chapter(`agreement-${name}`)
  const id = demoId(`agreement:${name}`)
  const give = (actor: Actor, command: string, payload: object, on: string, hour = 9) =>
    player.give(actor, 'agreement', id, command, payload, at(on, hour))
  const drafter = signers[0]!.actor
  await give(drafter, 'create', { text }, addDays(day, -18))
  await give(drafter, 'send', { note: REASONS[name] }, addDays(day, -17))
  for (const { actor } of signers) await give(actor, 'agree', { version: 1 }, addDays(day, -2))
  for (const { actor, position } of signers) await give(actor, 'sign', { version: 1, position, on: day }, day)
  return id
}

const playHaTinh = async (player: Player): Promise<void> => {
  const [police, cyber] = [who('cahatinh.lanhdao'), who('cahatinh.pa05')]
  const [science, digital] = [who('skhcnhatinh.lanhdao'), who('skhcnhatinh.cds')]
  const text = haTinh()
  const id = await bringIntoForce(player, 'ha-tinh', text, '2021-11-19', [
    { actor: police, position: 'Phó Giám đốc Công an tỉnh' },
    { actor: science, position: 'Phó Giám đốc phụ trách Sở Thông tin và Truyền thông' },
  ])
  player.chapter('agreement-ha-tinh-work')
  const clause = (n: number) => clauseId('ha-tinh', 1, n)
  const done = (actor: Actor, n: number, on: string, title: string, text = '') =>
    player.give(actor, 'agreement', id, 'addEvidence', { clauseId: clause(n), title, text, on }, at(on, 15))

  await done(cyber, 1, lately(31), 'Trao đổi bốn vụ việc trong lĩnh vực bưu chính')
  await done(digital, 1, lately(98), 'Rà soát giấy phép bản tin và xuất bản phẩm')
  await done(digital, 3, lately(24), '69 xã, phường phát bản tin truyền thanh về lừa đảo trực tuyến')
  await done(cyber, 3, lately(77), 'Hội nghị phổ biến pháp luật cho 212 cán bộ cơ sở')
  await done(digital, 3, lately(83), 'In và cấp phát 4.000 tờ gấp cho các điểm phục vụ bưu chính')
  await done(cyber, 3, lately(101), 'Nói chuyện chuyên đề tại sáu trường trung học phổ thông')
  await done(cyber, 5, lately(52), 'Chuyển ba hồ sơ vi phạm, đã có quyết định xử phạt')
  await done(cyber, 5, lately(88), 'Xác minh bốn điểm cung cấp SIM đã kích hoạt sẵn')
  await done(digital, 6, lately(12), 'Phổ biến lại nội dung quy chế trong họp giao ban cơ quan')
  // The half-year before: what the present one is compared with. The seventh and eighth clause have nothing since.
  const before = period().from
  await done(cyber, 1, addDays(before, -40), 'Trao đổi hai vụ việc về trang thông tin giả mạo')
  await done(digital, 2, addDays(before, -61), 'Kiểm tra biển quảng cáo điện tử tại sáu phường')
  await done(digital, 7, addDays(before, -26), 'Tờ trình nâng cấp hệ thống thông tin dùng chung của tỉnh')
  await done(cyber, 8, addDays(periodOf('six-monthly', addDays(before, -1)).from, -4), 'Kịch bản ứng phó tấn công mã hoá dữ liệu')

  await playHaTinhWork(player, id, { police, cyber, science, digital })
  await playReading(player, id, text, { police, science })
}

type HaTinh = { police: Actor; cyber: Actor; science: Actor; digital: Actor }

/** Work that clauses gave rise to: checks of both, one every half-year, and an exchange that never ends. */
const playHaTinhWork = async (player: Player, id: string, { police, cyber, science, digital }: HaTinh): Promise<void> => {
  player.chapter('agreement-ha-tinh-assignments')
  const both = [police.agencyId, science.agencyId]
  const assign = async (actor: Actor, n: number, name: string, on: string, given: Partial<Payload<'assign'>['assignment']>) => {
    const assignmentId = demoId(`ha-tinh:assignment:${name}`)
    const assignment = { id: assignmentId, verb: 'de-nghi', coordinatingIds: [], shape: 'once', recurrence: null, deadline: null, ...given }
    await player.give(actor, 'agreement', id, 'assign', { clauseId: clauseId('ha-tinh', 1, n), assignment }, at(on, 8))
    return (by: Actor, command: string, payload: object, day: string, hour: number) =>
      player.give(
        by,
        'fulfilment',
        fulfilmentId(id, assignmentId, by === science || by === digital ? science.agencyId : police.agencyId),
        command,
        payload,
        at(day, hour),
      )
  }
  const check = await assign(science, 2, 'check', lately(60), {
    content: 'Kiểm tra hạ tầng cáp ngoại vi và trạm thu phát sóng trên địa bàn',
    leadIds: both,
  })
  await check(cyber, 'accept', {}, lately(59), 9)
  await check(digital, 'accept', {}, lately(59), 10)
  await check(cyber, 'submit', { text: 'Kiểm tra 14 vị trí hạ tầng cáp và trạm, nhắc nhở hai vị trí.', fileIds: [] }, lately(19), 10)
  await check(digital, 'submit', { text: 'Cùng kiểm tra 14 vị trí, lập biên bản kỹ thuật từng vị trí.', fileIds: [] }, lately(18), 10)

  const systems = await assign(science, 4, 'systems', lately(120), {
    content: 'Kiểm tra an toàn các hệ thống thông tin dùng chung mỗi sáu tháng',
    leadIds: [police.agencyId],
    shape: 'recurring',
    recurrence: 'six-monthly',
  })
  await systems(cyber, 'accept', {}, lately(118), 9)
  await systems(cyber, 'submit', { text: 'Kiểm tra sáu hệ thống dùng chung, hai khuyến nghị.', fileIds: [] }, lately(9), 10)
  const part = fulfilmentId(id, demoId('ha-tinh:assignment:systems'), police.agencyId)
  await player.give(science, 'fulfilment', part, 'confirm', { note: 'Đã nhận khuyến nghị.' }, at(lately(5), 14))

  const exchange = await assign(police, 1, 'exchange', lately(90), {
    content: 'Trao đổi thông tin về hoạt động báo chí, xuất bản, viễn thông khi phát hiện dấu hiệu vi phạm',
    leadIds: [science.agencyId],
    shape: 'on-event',
  })
  await exchange(digital, 'accept', {}, lately(89), 9)

  await assign(police, 8, 'scenario', lately(3), {
    content: 'Cùng xây dựng kịch bản ứng phó sự cố hệ thống dùng chung của tỉnh',
    leadIds: [science.agencyId],
    deadline: { words: '', date: workingDay(15), inclusive: true },
  })
}

/** Both leaders ask all to read; most of the police and half of the department have confirmed. */
const playReading = async (
  player: Player,
  id: string,
  text: AgreementText,
  { police, science }: Pick<HaTinh, 'police' | 'science'>,
): Promise<void> => {
  player.chapter('agreement-ha-tinh-reading')
  const clauseIds = clausesOf(text).map((clause) => clause.id)
  for (const leader of [police, science]) {
    const payload = { all: true, dueOn: workingDay(10) }
    await player.give(leader, 'acknowledgement', acknowledgementId(id, leader.agencyId), 'require', payload, undefined, id)
  }
  for (const [i, officer] of readers.entries()) {
    const actor = actorOf(officer)
    if (actor.agencyId === police.agencyId ? i % 5 === 4 : i % 2 === 1) continue
    const stream = readingId(id, actor.officerId)
    await player.give(actor, 'reading', stream, 'read', { version: 1, clauseIds }, undefined, id)
    await player.give(actor, 'reading', stream, 'confirm', { version: 1 }, undefined, id)
  }
}

/** In force since a 3 April; an amendment is being negotiated, with one comment that waits for an answer. */
const playLaoCai = async (player: Player): Promise<void> => {
  const [science, police] = [who('skhcnlaocai.lanhdao'), who('calaocai.lanhdao')]
  const text = laoCai()
  // The report names no year; the one taken here waits to be checked, as the reason that goes with the draft says.
  const id = await bringIntoForce(player, 'lao-cai', text, '2018-04-03', [
    { actor: science, position: 'Lãnh đạo Sở Thông tin và Truyền thông' },
    { actor: police, position: 'Lãnh đạo Công an tỉnh' },
  ])
  player.chapter('agreement-lao-cai-work')
  const done = (actor: Actor, article: number, n: number, on: string, title: string) =>
    player.give(actor, 'agreement', id, 'addEvidence', { clauseId: clauseId('lao-cai', article, n), title, on }, at(on, 15))
  await done(police, 1, 2, lately(20), 'Trao đổi về ba trang thông tin có nội dung xấu độc')
  await done(science, 1, 3, lately(44), 'Kiểm tra liên ngành năm đại lý Internet')
  await done(science, 2, 1, addDays(period().from, -8), 'Hội nghị giao ban sáu tháng đầu năm do Sở chủ trì')
  const amended: AgreementText = {
    ...text,
    articles: text.articles.map((article, i) =>
      i === 0
        ? {
            ...article,
            clauses: article.clauses.map((clause, n) =>
              n === 1
                ? { ...clause, text: 'Trao đổi thông tin giữa hai cơ quan, trả lời trong ba ngày làm việc; việc khẩn trả lời ngay.' }
                : clause,
            ),
          }
        : article,
    ),
    exchange: [
      {
        id: demoId('lao-cai:exchange:1'),
        content: 'Dấu hiệu vi phạm về thông tin và truyền thông',
        fromId: science.agencyId,
        toId: police.agencyId,
        channel: 'Văn bản, trục liên thông',
        replyTime: { amount: 3, unit: 'working-day' },
      },
    ],
  }
  const payload = { text: amended, note: 'Thêm thời hạn trả lời', answerBy: workingDay(8) }
  await player.give(science, 'agreement', id, 'propose', payload, at(lately(6), 9))
  const comment = { version: 2, clauseId: clauseId('lao-cai', 1, 2), text: 'Đề nghị ghi rõ việc khẩn trả lời trong 24 giờ.' }
  await player.give(police, 'agreement', id, 'comment', comment, at(lately(2), 10))
}

/** The enterprise signs as a party; the letter of the demo is tied to the clause it fulfils. */
const playGiaLai = async (player: Player): Promise<void> => {
  const [police, viettel] = [who('catinh.lanhdao'), who('viettel.giamdoc')]
  const id = await bringIntoForce(player, 'gia-lai', giaLai(), '2021-12-13', [
    { actor: police, position: 'Giám đốc Công an tỉnh' },
    { actor: viettel, position: 'Giám đốc Viettel Gia Lai' },
  ])
  player.chapter('agreement-gia-lai-work')
  const done = (actor: Actor, n: number, on: string, title: string) =>
    player.give(actor, 'agreement', id, 'addEvidence', { clauseId: clauseId('gia-lai', 1, n), title, on }, at(on, 15))
  await done(police, 1, lately(35), 'Tuần tra bảo vệ hai tuyến cáp trục')
  await done(viettel, 2, lately(50), 'Họp với bốn xã về mặt bằng dựng trạm')
  await done(viettel, 4, lately(14), 'Thông báo thủ đoạn giả mạo nhân viên nhà mạng')
  await done(police, 3, addDays(period().from, -30), 'Ra mắt mô hình tự quản tại ba thôn')
  // The exchange never ends: each half-year wants an answer from both.
  const assignment = {
    id: demoId('gia-lai:assignment:exchange'),
    verb: 'de-nghi',
    content: 'Thường xuyên trao đổi về phương thức, thủ đoạn lợi dụng mạng viễn thông',
    leadIds: [police.agencyId, viettel.agencyId],
    coordinatingIds: [],
    shape: 'continuous',
    recurrence: 'six-monthly',
    deadline: null,
  }
  await player.give(police, 'agreement', id, 'assign', { clauseId: clauseId('gia-lai', 1, 4), assignment }, at(lately(110), 8))
  const part = fulfilmentId(id, assignment.id, viettel.agencyId)
  await player.give(viettel, 'fulfilment', part, 'accept', {}, at(lately(109), 9))
  await player.give(
    viettel,
    'fulfilment',
    part,
    'submit',
    { text: 'Trao đổi bốn lần về tin nhắn giả mạo thương hiệu.', fileIds: [] },
    at(lately(28), 10),
  )
  const tie = { clauseId: clauseId('gia-lai', 1, 4), caseId: demoId('letter'), note: 'Kiểm tra thuê bao theo văn bản của Uỷ ban' }
  await player.give(police, 'agreement', id, 'tie', tie, at(lately(13), 9))
}

/** The record of a handover: the police took the duty over, the former holder advises. The directory has the mandates of that day. */
const playQuangNam = async (player: Player): Promise<void> => {
  const [police, science] = [who('cadanang.lanhdao'), who('skhcndanang.lanhdao')]
  const id = await bringIntoForce(player, 'quang-nam', quangNam(), '2025-02-19', [
    { actor: police, position: 'Phó Giám đốc Công an tỉnh Quảng Nam' },
    { actor: science, position: 'Lãnh đạo Sở Thông tin và Truyền thông' },
  ])
  player.chapter('agreement-quang-nam-work')
  const done = (actor: Actor, article: number, n: number, on: string, title: string) =>
    player.give(actor, 'agreement', id, 'addEvidence', { clauseId: clauseId('quang-nam', article, n), title, on }, at(on, 15))
  await done(police, 1, 1, '2025-02-19', 'Ký biên bản tiếp nhận nhiệm vụ')
  await done(police, 1, 2, '2025-02-26', 'Nhận trang thiết bị theo danh mục kèm biên bản')
  await done(science, 2, 1, lately(40), 'Tư vấn hồ sơ đề xuất cấp độ của hai hệ thống')
}
