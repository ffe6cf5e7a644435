import { accessId, requestsId } from '../kernel/access/requests/ids.ts'
import { deliverAll } from '../kernel/access/requests/delivery.ts'
import { derivedId } from '../kernel/streams/derived-id.ts'
import { addDays } from '../kernel/clocks/dates.ts'
import { agreementOfficers } from './agreement-officers.ts'
import { today } from './days.ts'
import { actorOf } from './entries.ts'
import { demoId, type Player } from './player.ts'

const who = (account: string) => actorOf(agreementOfficers.find((officer) => officer.account === account)!)

/** The record of Quảng Nam's handover, which other provinces know by number alone. */
const CASE = demoId('agreement:quang-nam')

/**
 * Requests for access by number: one granted for two months, one that waits on the desk of the agency that runs the case, one that no case answers to.
 * The days are those of the first start, since a request is counted from when it comes in.
 */
export const playAccess = async (player: Player): Promise<void> => {
  player.chapter('access')
  const { kernel, pools } = player.service
  const [laoCai, haTinh, police] = [who('skhcnlaocai.lanhdao'), who('skhcnhatinh.lanhdao'), who('cadanang.lanhdao')]
  const number = (await pools.system.query('select number from cases where id = $1', [CASE])).rows[0].number as string
  const send = (actor: typeof laoCai, typed: string, reason: string) =>
    player.give(actor, 'access-request', requestsId(actor.agencyId), 'send', { number: typed, reason })
  await send(laoCai, number, 'Tham khảo cách bàn giao nhiệm vụ để xây dựng biên bản của tỉnh')
  await send(laoCai, '214/KH-UBND', 'Theo dẫn chiếu tại báo cáo sơ kết của Bộ')
  await send(haTinh, number, 'Đối chiếu danh mục trang thiết bị khi bàn giao')
  await deliverAll(kernel, pools.system)
  const requestId = derivedId(`${requestsId(laoCai.agencyId)}/1`)
  const until = addDays(today(), 60)
  await player.give(police, 'access', accessId(CASE, requestId), 'grant', { until, note: 'Chỉ để tham khảo trong nội bộ Sở' })
}
