import type { Actor } from '../kernel/access/actor.ts'
import { communesOf } from '../kernel/agencies/areas.ts'
import { agencyId } from '../kernel/agencies/agency-record.ts'
import { demoOfficers, type DemoOfficer } from './officers.ts'
import { SYSTEM } from '../kernel/access/system-actor.ts'
import { demoId, type Player } from './player.ts'

/** The actor of an officer. */
export const actorOf = ({ account, agencyKey, unitKey, rights }: DemoOfficer): Actor => ({
  officerId: demoId(`officer:${account}`),
  postId: demoId(`post:${account}`),
  agencyId: agencyId(agencyKey),
  unitId: agencyId(unitKey ?? agencyKey),
  rights,
})

/** One officer for each commune of a province, so that every one of them can answer; only those listed by name have an account. */
export const communeOfficers = (provinceCode: string, slug: string): DemoOfficer[] =>
  communesOf(provinceCode)
    .map((area): DemoOfficer => ({
      account: `xa${area.code}.vanphong`,
      agencyKey: `${slug}/${area.code}/ubnd`,
      title: `Văn phòng HĐND và UBND ${area.kind} ${area.name}`,
      rights: ['draft', 'issue', 'answer'],
    }))
    .filter((officer) => !demoOfficers.some((named) => named.agencyKey === officer.agencyKey))

/** Enters officers and their posts. */
export const enterOfficers = async (player: Player, officers: DemoOfficer[], chapter = 'officers'): Promise<void> => {
  player.chapter(chapter)
  for (const officer of officers) {
    const actor = actorOf(officer)
    await player.give(SYSTEM, 'officer', actor.officerId, 'create', {
      account: officer.account,
      name: officer.title.slice(0, 100),
      agencyId: actor.agencyId,
    })
    await player.give(SYSTEM, 'post', actor.postId, 'create', {
      agencyId: actor.agencyId,
      unitId: actor.unitId,
      title: officer.title,
      rights: officer.rights,
      officerId: actor.officerId,
    })
  }
}
