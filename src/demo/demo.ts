import type { FastifyInstance } from 'fastify'
import { Problem } from '../kernel/problems/problem.ts'
import type { Service } from '../kernel/http/service.ts'
import { SYSTEM } from '../kernel/access/system-actor.ts'
import { importDirectory } from '../directory-import.ts'
import { playAccess } from './access.ts'
import { agreementOfficers } from './agreement-officers.ts'
import { loadAgreements } from './agreements.ts'
import { enterContacts } from './contacts.ts'
import { playMoreDirectives } from './more-directives.ts'
import { actorOf, communeOfficers, enterOfficers } from './entries.ts'
import { DEMO_PASSWORD, demoOfficers } from './officers.ts'
import { demoId, Player } from './player.ts'
import { playWalk } from './walk.ts'

type Log = { info: (text: string) => void }

/** Where the demo stands: none where the database holds other work, so that a demo never mixes into it. */
const standing = async (service: Service): Promise<'new' | 'begun' | 'done' | 'none'> => {
  const { rows } = await service.pools.system.query(
    `select exists (select 1 from stream) as used, exists (select 1 from command where officer_id = $1 and key like 'demo:begin:%') as begun,
       exists (select 1 from command where officer_id = $1 and key like 'demo:end:%') as done`,
    [SYSTEM.officerId],
  )
  const { used, begun, done } = rows[0]
  return done ? 'done' : begun ? 'begun' : used ? 'none' : 'new'
}

/** Whether the database holds the demo, whole or in part: its passwords are known to everybody. */
export const holdsDemo = async (service: Service): Promise<boolean> => ['begun', 'done'].includes(await standing(service))

/**
 * Loads the demo into a new database through the same commands that officers give. One that was cut off is finished by the next start.
 * Answers whether the database holds the demo; one that holds other work is left alone.
 */
export const loadDemo = async (service: Service, log: Log): Promise<boolean> => {
  const stands = await standing(service)
  if (stands === 'done' || stands === 'none') return stands === 'done'
  log.info('Đang nạp dữ liệu minh hoạ (một lần) … · Loading the demo data (once) …')
  const player = new Player(service)
  // The first thing entered, so that a demo that was cut off later is known for one.
  player.chapter('begin')
  await player.give(SYSTEM, 'officer', demoId('officer:demo-begin'), 'create', { account: 'demo.batdau', name: 'Bắt đầu dữ liệu minh hoạ' })
  await importDirectory(service)
  await service.directory.load()
  await enterOfficers(player, [...demoOfficers, ...communeOfficers('52', 'gia-lai')])
  const accounts = [...demoOfficers, ...agreementOfficers]
  await enterOfficers(player, agreementOfficers, 'agreement-officers')
  await Promise.all(accounts.map((officer) => openAccount(service, officer.account)))
  await enterContacts(player)
  await playWalk(player)
  await playMoreDirectives(player)
  await loadAgreements(player)
  await playAccess(player)
  player.chapter('end')
  await player.give(SYSTEM, 'officer', demoId('officer:demo-end'), 'create', { account: 'demo.ketthuc', name: 'Hết dữ liệu minh hoạ' })
  return true
}

const openAccount = async (service: Service, account: string): Promise<void> => {
  try {
    await service.signIn.createAccount({ account, password: DEMO_PASSWORD, officerId: demoId(`officer:${account}`) })
  } catch (error) {
    // Made by the start before, which was cut off.
    if (!(error instanceof Problem && error.code === 'account-taken')) throw error
  }
}

/** Who may sign in, for the terminal. */
export const demoGreeting = (): string =>
  [
    `Cán bộ minh hoạ, mật khẩu chung "${DEMO_PASSWORD}" · Demo officers, one password:`,
    ...[...demoOfficers, ...agreementOfficers].map(({ account, title }) => `  ${account.padEnd(18)} ${title}`),
  ].join('\n')

/** GET /api/demo/officers: who may sign in, for the sign-in page of the demo. */
export const registerDemoRoutes =
  (service: Service) =>
  (app: FastifyInstance): void => {
    app.get('/api/demo/officers', { schema: { hide: true } }, async () =>
      [...demoOfficers, ...agreementOfficers].map((officer) => ({
        account: officer.account,
        title: officer.title,
        agency: service.directory.ref(actorOf(officer).agencyId).name,
      })),
    )
  }
