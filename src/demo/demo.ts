import type { FastifyInstance } from 'fastify'
import { Problem } from '../kernel/problems/problem.ts'
import type { Service } from '../kernel/http/service.ts'
import { SYSTEM_OFFICER } from '../kernel/access/actor.ts'
import { actorOf, communeOfficers, enterOfficers, importDirectory } from './entries.ts'
import { DEMO_PASSWORD, demoOfficers } from './officers.ts'
import { demoId, Player, SYSTEM } from './player.ts'
import { playWalk } from './walk.ts'

type Log = { info: (text: string) => void }

/** Where the demo stands: none where the database holds other work, so that a demo never mixes into it. */
const standing = async (service: Service): Promise<'new' | 'begun' | 'done' | 'none'> => {
  const { rows } = await service.pools.system.query(
    `select exists (select 1 from stream) as used, exists (select 1 from command where officer_id = $1 and key = 'demo:directory:0:import') as begun,
       exists (select 1 from command where officer_id = $1 and key like 'demo:end:%') as done`,
    [SYSTEM_OFFICER],
  )
  const { used, begun, done } = rows[0]
  return done ? 'done' : begun ? 'begun' : used ? 'none' : 'new'
}

/** Loads the demo into a new database through the same commands that officers give. One that was cut off is finished by the next start. */
export const loadDemo = async (service: Service, log: Log): Promise<void> => {
  const stands = await standing(service)
  if (stands === 'done' || stands === 'none') return
  log.info('Đang nạp dữ liệu minh hoạ (một lần) … · Loading the demo data (once) …')
  const player = new Player(service)
  await importDirectory(player)
  await service.directory.load()
  await enterOfficers(player, [...demoOfficers, ...communeOfficers('52', 'gia-lai')])
  await Promise.all(demoOfficers.map((officer) => openAccount(service, officer.account)))
  await playWalk(player)
  player.chapter('end')
  await player.give(SYSTEM, 'officer', demoId('officer:demo-end'), 'create', { account: 'demo.ketthuc', name: 'Hết dữ liệu minh hoạ' })
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
    ...demoOfficers.map(({ account, title }) => `  ${account.padEnd(18)} ${title}`),
  ].join('\n')

/** GET /api/demo/officers: who may sign in, for the sign-in page of the demo. */
export const registerDemoRoutes =
  (service: Service) =>
  (app: FastifyInstance): void => {
    app.get('/api/demo/officers', { schema: { hide: true } }, async () => ({
      password: DEMO_PASSWORD,
      officers: demoOfficers.map((officer) => ({ account: officer.account, title: officer.title, agency: service.directory.ref(actorOf(officer).agencyId).name })),
    }))
  }
