import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { OFFICERS } from '../../../testing/stock.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { demoId } from '../../demo/player.ts'
import { SYSTEM } from '../access/system-actor.ts'
import { execute } from '../streams/execute.ts'
import { agencyId } from './agency-record.ts'

let server: RunningServer
before(async () => {
  server = await startServer({ stock: OFFICERS })
})
after(() => server.stop())

const COMMUNE = 'phutuc.chutich'
const CHIEF = demoId('officer:catinh.lanhdao')

const ask = async (headers: Record<string, string>, method: string, path: string, body: object) => {
  const answer = await fetch(server.url + path, {
    method,
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  })
  return { status: answer.status, code: ((await answer.json()) as { code?: string }).code }
}

const system = (streamType: string, command: string, payload: object) =>
  execute(server.service.kernel, { actor: SYSTEM, streamType, streamId: randomUUID(), command, payload, key: randomUUID() })

test('who keeps a commune’s directory cannot make the police’s officer theirs to sign in as', async () => {
  const commune = agencyId('gia-lai/24076/ubnd')
  await system('post', 'create', { agencyId: commune, title: 'Quản trị', rights: ['directory'], officerId: demoId(`officer:${COMMUNE}`) })
  const { posts } = (await (
    await fetch(`${server.url}/api/me`, { headers: await signedIn(server.url, COMMUNE, DEMO_PASSWORD) })
  ).json()) as {
    posts: { id: string; rights: string[] }[]
  }
  const keeper = {
    ...(await signedIn(server.url, COMMUNE, DEMO_PASSWORD)),
    'hiepdong-post': posts.find((post) => post.rights.includes('directory'))?.id ?? '',
  }
  const appoint = { agencyId: commune, title: 'Bẫy', rights: [], officerId: CHIEF, from: '2025-07-01' }
  assert.deepEqual(await ask(keeper, 'POST', '/api/post', appoint), { status: 422, code: 'officer-elsewhere' })
  // Even where such a post stands, the other agency's officer stays its own.
  await system('post', 'create', appoint)
  for (const [method, body] of [
    ['POST', { password: 'mat-khau-cua-ke-khac' }],
    ['DELETE', {}],
  ] as const)
    assert.equal((await ask(keeper, method, `/api/officers/${CHIEF}/account`, body)).status, 404)
  await signedIn(server.url, 'catinh.lanhdao', DEMO_PASSWORD)
})

test('names to sign in with are told to who keeps a directory alone', async () => {
  const named = async (account: string) => {
    const answer = await fetch(`${server.url}/api/officers?agencyId=${agencyId('gia-lai/cong-an')}`, {
      headers: await signedIn(server.url, account, DEMO_PASSWORD),
    })
    return ((await answer.json()) as { rows: { account: string | null }[] }).rows.map((row) => row.account)
  }
  assert.ok((await named('gialai.quantri')).includes('catinh.lanhdao'))
  assert.deepEqual([...new Set(await named('vnpt.daumoi'))], [null])
})

test('a password that is refused leaves the sign-in as it was', async () => {
  const keeper = await signedIn(server.url, 'gialai.quantri', DEMO_PASSWORD)
  const officer = demoId('officer:qltt.chuyenvien')
  for (const password of ['ngan', 'd'.repeat(129)])
    assert.deepEqual(await ask(keeper, 'POST', `/api/officers/${officer}/account`, { password }), { status: 422, code: 'password-form' })
  await signedIn(server.url, 'qltt.chuyenvien', DEMO_PASSWORD)
  assert.equal((await ask(keeper, 'POST', `/api/officers/${officer}/account`, { password: 'mat-khau-moi-2026' })).status, 200)
  await signedIn(server.url, 'qltt.chuyenvien', 'mat-khau-moi-2026')
})
