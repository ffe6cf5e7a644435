import { randomBytes, randomUUID } from 'node:crypto'
import { SYSTEM } from '../src/kernel/access/system-actor.ts'
import { agencyId } from '../src/kernel/agencies/agency-record.ts'
import { provinceAgencies } from '../src/kernel/agencies/province-template.ts'
import { addDays } from '../src/kernel/clocks/dates.ts'
import { localDate } from '../src/kernel/clocks/zone.ts'
import type { ReceiptView } from '../src/kernel/http/views.ts'
import { execute, type Receipt } from '../src/kernel/streams/execute.ts'
import { type RunningService, startService } from '../src/service.ts'
import { directiveAssignment, directiveDocument, directiveDraft, to } from './builders/directive.ts'
import { emptyTestDatabase } from './database.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

export const PASSWORD = 'hai may chu, mot so cai'
export const [OFFICE, POLICE] = [agencyId('gia-lai/ubnd'), agencyId('gia-lai/cong-an')]

/** Two servers as an operator runs them, over one database that was empty when both were started at once; a third stands in this process. */
export type TwoServers = {
  first: ServerProcess
  second: ServerProcess
  here: RunningService
  /** Gives a command as the system, in this process. */
  give: (streamType: string, streamId: string, command: string, payload: object) => Promise<Receipt>
  /** A new officer of an agency, who may sign in with this account; answers their ids. */
  officer: (account: string, agency: string) => Promise<{ officerId: string; postId: string }>
  stop: () => Promise<void>
}

/** With the directory of one province, `vp.ubnd` in its office and `tb.cat` at its police. */
export const twoServers = async (): Promise<TwoServers> => {
  const db = await emptyTestDatabase()
  const key = randomBytes(32)
  const settings = { DATABASE_URL: db.appUrl, HIEPDONG_OWNER_URL: db.ownerUrl, HIEPDONG_KEY: key.toString('hex') }
  const [first, second] = await Promise.all([startServerProcess(settings), startServerProcess(settings)])
  const here = await startService({ appUrl: db.appUrl, masterKey: key, demo: false })
  const give: TwoServers['give'] = (streamType, streamId, command, payload) =>
    execute(here.kernel, { actor: SYSTEM, streamType, streamId, command, payload, key: randomUUID() })
  const officer: TwoServers['officer'] = async (account, agency) => {
    const [officerId, postId] = [randomUUID(), randomUUID()]
    await give('officer', officerId, 'create', { account, name: account, agencyId: agency })
    const rights = ['draft', 'issue', 'answer']
    await give('post', postId, 'create', { agencyId: agency, unitId: agency, title: 'Trực ban', rights, officerId })
    await here.signIn.createAccount({ account, password: PASSWORD, officerId })
    return { officerId, postId }
  }
  await give('directory', randomUUID(), 'import', { source: 'test', agencies: provinceAgencies('52'), mandates: [] })
  await officer('vp.ubnd', OFFICE)
  await officer('tb.cat', POLICE)
  return {
    first,
    second,
    here,
    give,
    officer,
    stop: async () => {
      await here.stop()
      await Promise.all([first.kill('SIGTERM'), second.kill('SIGTERM')])
      await db.drop()
    },
  }
}

export type Given = { at: ServerProcess; path: string; body: object; by: Record<string, string>; key?: string }
export type Told<T> = { status: number; body: T & { code?: string } }

export const post = async ({ at, path, body, by, key = randomUUID() }: Given): Promise<Told<ReceiptView>> => {
  const headers = { ...by, origin: at.url, 'content-type': 'application/json', 'idempotency-key': key }
  const answer = await fetch(`${at.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: (await answer.json()) as ReceiptView & { code?: string } }
}

export const ask = async <T>(at: ServerProcess, path: string, by: Record<string, string>): Promise<Told<T>> => {
  const answer = await fetch(`${at.url}/api${path}`, { headers: by })
  return { status: answer.status, body: (await answer.json()) as T & { code?: string } }
}

export const get = async <T>(at: ServerProcess, path: string, by: Record<string, string>): Promise<T> => (await ask<T>(at, path, by)).body

/** A letter of today to the police; the days follow the clock, which no test moves. */
export const letter = (subject: string) => {
  const today = localDate(new Date().toISOString())
  return directiveDraft({
    document: directiveDocument({ issuerId: OFFICE, date: today, subject, number: `${subject}/UBND` }),
    assignments: [directiveAssignment({ leads: [to(POLICE)], deadline: { words: '', date: addDays(today, 30), inclusive: true } })],
  })
}
