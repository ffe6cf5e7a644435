import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { importDirectory } from '../directory-import.ts'
import { agencyId } from '../kernel/agencies/agency-record.ts'
import { Problem } from '../kernel/problems/problem.ts'
import { execute } from '../kernel/streams/execute.ts'
import { SYSTEM } from '../kernel/access/system-actor.ts'
import { open } from '../open.ts'

const log = {
  info: (text: string) => console.error(text),
  warn: (text: string) => console.error(text),
  error: (text: string) => console.error(text),
}

/**
 * Prepares a real installation: imports the directory of the 34 provinces where it is not there yet, and opens the first administrator's post
 * and account in an agency. The password comes from HIEPDONG_PASSWORD, so that it stands in no shell history.
 */
export const setup = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { agency: { type: 'string' }, unit: { type: 'string' }, account: { type: 'string' } },
  })
  const { agency, unit, account } = values
  const password = process.env.HIEPDONG_PASSWORD
  if (!agency || !account || !password) {
    log.error(
      'Cần --agency (ví dụ gia-lai/ubnd), --account và biến HIEPDONG_PASSWORD · --agency, --account and HIEPDONG_PASSWORD are needed',
    )
    return 2
  }
  const { service, stop } = await open(readConfig(process.env), log, false)
  try {
    const give = (streamType: string, streamId: string, command: string, payload: unknown, key: string = randomUUID()) =>
      execute(service.kernel, { actor: SYSTEM, streamType, streamId, command, payload, key })
    await importDirectory(service)
    await service.directory.load()
    const agencyRef = service.directory.get(agencyId(agency))
    const unitRef = service.directory.get(agencyId(unit ?? agency))
    if (!agencyRef || !unitRef) {
      log.error(`Danh bạ không có "${agencyRef ? unit : agency}" · The directory holds no such key`)
      return 2
    }
    const officerId = randomUUID()
    await give('officer', officerId, 'create', { account, name: account, agencyId: agencyRef.id })
    await give('post', randomUUID(), 'create', {
      agencyId: agencyRef.id,
      unitId: unitRef.id,
      title: 'Quản trị danh bạ',
      rights: ['directory'],
      officerId,
    })
    await service.signIn.createAccount({ account, password, officerId })
    log.info(`Xong: ${account}, ${agencyRef.name} · Done`)
    return 0
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    log.error(`${error.text.vi}\n${error.text.en}`)
    return 1
  } finally {
    await stop()
  }
}
