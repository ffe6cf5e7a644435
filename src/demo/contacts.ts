import { agencyId } from '../kernel/agencies/agency-record.ts'
import { SYSTEM } from '../kernel/access/system-actor.ts'
import { demoId, type Player } from './player.ts'

/** Contact points around the clock, of posts and not of persons; numbers that nobody has. */
const CONTACTS: { agencyKey: string; title: string; phone: string; email: string }[] = [
  { agencyKey: 'gia-lai/cong-an', title: 'Trực ban Phòng An ninh mạng (PA05)', phone: '0269 000 0101', email: 'truc-pa05@vidu.invalid' },
  {
    agencyKey: 'gia-lai/so-khcn',
    title: 'Đầu mối an toàn hạ tầng viễn thông',
    phone: '0269 000 0102',
    email: 'vienthong-khcn@vidu.invalid',
  },
  { agencyKey: 'gia-lai/vnpt', title: 'Trung tâm điều hành thông tin', phone: '0269 000 0103', email: 'noc-vnpt@vidu.invalid' },
  { agencyKey: 'gia-lai/viettel', title: 'Trực kỹ thuật', phone: '0269 000 0104', email: 'truc-viettel@vidu.invalid' },
  { agencyKey: 'gia-lai/23575/ubnd', title: 'Trực Văn phòng HĐND và UBND phường', phone: '0269 000 0105', email: 'pleiku@vidu.invalid' },
]

export const enterContacts = async (player: Player): Promise<void> => {
  player.chapter('contacts')
  for (const { agencyKey, ...contact } of CONTACTS) {
    await player.give(SYSTEM, 'contact-point', demoId(`contact:${agencyKey}`), 'create', {
      agencyId: agencyId(agencyKey),
      hours: '24/7',
      ...contact,
    })
  }
}
