import { randomUUID } from 'node:crypto'
import { SYSTEM } from '../../src/kernel/access/system-actor.ts'
import { agencyId } from '../../src/kernel/agencies/agency-record.ts'
import { execute } from '../../src/kernel/streams/execute.ts'
import type { RunningService } from '../../src/service.ts'

type Given = { agencyKey?: string; password?: string }

/** An officer on the first day, at an agency that nobody has asked anything yet unless told; answers the password. */
export const enterNewcomer = async (service: RunningService, account: string, given: Given = {}): Promise<string> => {
  const { agencyKey = 'gia-lai/so-tai-chinh', password = `hiep-dong ${randomUUID()}` } = given
  const [officerId, postId] = [randomUUID(), randomUUID()]
  const agency = agencyId(agencyKey)
  const give = (streamType: string, streamId: string, payload: object) =>
    execute(service.kernel, { actor: SYSTEM, streamType, streamId, command: 'create', payload, key: randomUUID() })
  const title = 'Chuyên viên mới'
  await give('officer', officerId, { account, name: title, agencyId: agency })
  await give('post', postId, { agencyId: agency, unitId: agency, title, rights: ['draft', 'issue', 'answer'], officerId })
  await service.signIn.createAccount({ account, password, officerId })
  return password
}
