import { createHash } from 'node:crypto'
import { agencyTypeById } from '../../src/kernel/agencies/agency-types.ts'
import { agencyId } from '../../src/kernel/agencies/agency-record.ts'
import { provinces } from '../../src/kernel/agencies/areas.ts'
import { nationAgencies } from '../../src/kernel/agencies/nation-template.ts'
import { provinceAgencies } from '../../src/kernel/agencies/province-template.ts'
import { today } from '../../src/demo/days.ts'

export type BenchAgency = { id: string; name: string; officerId: string; postId: string }
type Province = { committee: BenchAgency; bodies: BenchAgency[]; communes: BenchAgency[] }
/** Who takes part in the made-up cases. `all` is told of every case, `tenth` of one in ten. */
export type World = { provinces: Province[]; all: BenchAgency; tenth: BenchAgency; agencies: BenchAgency[] }

/** The same name gives the same id on every run. */
export const benchId = (name: string): string => {
  const h = createHash('sha256').update(`hiepdong bench:${name}`).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-9${h.slice(17, 20)}-${h.slice(20, 32)}`
}

/** The officer who acts for an agency; further ones are numbered. */
export const officerOf = (agency: string, n = 0): { officerId: string; postId: string } => ({
  officerId: benchId(`officer:${agency}:${n}`),
  postId: benchId(`post:${agency}:${n}`),
})

/** All living agencies of the directory that may answer for themselves, by province. */
export const buildWorld = (): World => {
  const day = today()
  const living = (one: { validFrom: string; validUntil: string | null }) =>
    one.validFrom <= day && (one.validUntil === null || one.validUntil >= day)
  const answers = (one: { typeId: string }) => agencyTypeById(one.typeId)?.answersThrough !== 'parent'
  const agency = (one: { key: string; shortName: string }): BenchAgency => {
    const id = agencyId(one.key)
    return { id, name: one.shortName.replaceAll('"', ''), ...officerOf(id) }
  }
  const nation = nationAgencies().filter(living).filter(answers).map(agency)
  const list = provinces().map(({ code }): Province => {
    const records = provinceAgencies(code).filter(living).filter(answers)
    const communes = records.filter((one) => one.typeId === 'commune-committee' || /\/\d{5}\/ubnd$/.test(one.key))
    const bodies = records.filter((one) => !/\/\d{5}\//.test(one.key))
    const committee = bodies.find((one) => one.key.endsWith('/ubnd')) ?? bodies[0]
    if (!committee) throw new Error(`no committee in ${code}`)
    return { committee: agency(committee), bodies: bodies.filter((one) => one !== committee).map(agency), communes: communes.map(agency) }
  })
  const [all, tenth] = nation
  if (!all || !tenth) throw new Error('the nation has too few bodies')
  return { provinces: list, all, tenth, agencies: [...nation, ...list.flatMap((one) => [one.committee, ...one.bodies, ...one.communes])] }
}
