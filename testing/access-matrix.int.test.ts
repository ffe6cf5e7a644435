import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '../src/demo/officers.ts'
import { noteStreamId } from '../src/kernel/cases/notes.ts'
import { ACCOUNTS, CASE_PATHS, still, UUIDS } from './hostile/access.ts'
import { NOBODY } from './hostile/values.ts'
import { LiveStream } from './live-stream.ts'
import { type RunningServer, signedIn, startServer } from './running-server.ts'

type Officer = {
  account: string
  headers: Record<string, string>
  agencyId: string
  /** What the table of sight grants, asked directly. */
  cases: Map<string, number>
  may: Set<string>
}

let server: RunningServer
const officers: Officer[] = []
/** Ids that only those may read who see what they stand for. */
let guarded: Set<string>
let titles: Map<string, string>
let caseIds: string[]
let streams: { id: string; type: string }[]

before(async () => {
  server = await startServer()
  await makeSomethingInside()
  const sql = server.service.pools.system
  const rows = async (text: string, values: unknown[] = []) => (await sql.query(text, values)).rows
  caseIds = (await rows('select id from cases')).map((row) => row.id)
  titles = new Map((await rows('select id, title from cases')).map((row) => [row.id, row.title]))
  streams = (await rows(`select id, type from stream where case_id in (select id from cases)`)) as typeof streams
  const files = (await rows('select id from file')).map((row) => row.id)
  const evidence = (await rows('select id from evidence')).map((row) => row.id)
  guarded = new Set([...caseIds, ...streams.map((row) => row.id), ...files, ...evidence])
  for (const account of ACCOUNTS) {
    const headers = await signedIn(server.url, account, DEMO_PASSWORD)
    const { officerId, post } = (await (await fetch(`${server.url}/api/me`, { headers })).json()) as {
      officerId: string
      post: { agency: { id: string }; unit: { id: string } }
    }
    const subjects = [officerId, post.agency.id, post.unit.id]
    const sight = `select v.* from visible v where v.subject_id = any($1) and now() >= v.valid_from and now() < v.valid_until`
    const cases = new Map(
      (
        await rows(`select c.id, max(v.level)::int as level from cases c join (${sight}) v on v.stream_id = c.id group by 1`, [subjects])
      ).map((row) => [row.id, row.level]),
    )
    const may = await rows(
      `with v as (${sight})
       select c.id from cases c where exists (select 1 from v where v.stream_id = c.id)
       union select s.id from stream s where exists (select 1 from v where v.stream_id = s.id or (v.stream_id = s.case_id and v.level >= 3 and not s.inner_only))
       union select f.id from file f where (f.stream_id is null and f.officer_id = $2)
         or exists (select 1 from v where (v.stream_id = f.stream_id and v.level >= 2) or (v.stream_id = f.case_id and v.level >= 3 and not f.inner_only))
       union select e.id from evidence e where exists (select 1 from v where (v.stream_id = e.stream_id and v.level >= 2) or (v.stream_id = e.case_id and v.level >= 3))`,
      [subjects, officerId],
    )
    officers.push({ account, headers, agencyId: post.agency.id, cases, may: new Set(may.map((row) => row.id)) })
  }
})
after(async () => {
  server.app.server.closeAllConnections()
  await server.stop()
})

/** A note and a draft that only one agency may know of. */
const makeSomethingInside = async () => {
  const headers = { ...(await signedIn(server.url, 'skhcn.chuyenvien', DEMO_PASSWORD)), 'content-type': 'application/json' }
  const { rows } = (await (await fetch(`${server.url}/api/cases`, { headers })).json()) as { rows: [{ id: string }] }
  const noted = await fetch(`${server.url}/api/cases/${rows[0].id}/notes`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ text: 'Ghi chú kín của Sở KHCN' }),
  })
  assert.equal(noted.status, 200)
}

const get = async (officer: Officer, path: string): Promise<{ status: number; body: string }> => {
  const answer = await fetch(`${server.url}${path}`, { headers: officer.headers })
  return { status: answer.status, body: await answer.text() }
}

const checkIds = (officer: Officer, path: string, body: string, more: ReadonlySet<string> = new Set()) => {
  for (const id of new Set(body.match(UUIDS) ?? [])) {
    if (guarded.has(id) && !more.has(id))
      assert.ok(
        officer.may.has(id),
        `${officer.account} learnt of ${streams.find((one) => one.id === id)?.type ?? 'something'} ${id} at ${path}`,
      )
  }
  for (const [id, title] of titles) {
    if (!officer.cases.has(id) && ![...officer.cases.keys()].some((seen) => titles.get(seen) === title))
      assert.ok(!body.includes(title), `${officer.account} read the title of a case not theirs at ${path}`)
  }
}

test('the demo has something to hide from everybody', () => {
  for (const officer of officers) assert.ok(guarded.size > officer.may.size, officer.account)
  assert.equal(
    officers.find(({ account }) => account === 'gialai.quantri')!.may.size,
    officers[0]!.may.size,
    'the keeper of the directory sees what the agency sees, no more',
  )
  assert.ok(new Set(officers.map(({ may }) => [...may].toSorted().join())).size > 5, 'they see different things')
})

test('a case that may not be seen answers as one that is not there, on every path', async () => {
  for (const officer of officers) {
    for (const path of CASE_PATHS) {
      const nothing = still(await get(officer, `/api/cases/${NOBODY}${path}`))
      for (const id of caseIds.filter((one) => !officer.cases.has(one)))
        assert.equal(still(await get(officer, `/api/cases/${id}${path}`)), nothing, `${officer.account} ${path}`)
    }
  }
})

test('what may be seen names nothing that may not', async () => {
  for (const officer of officers) {
    for (const [id, level] of officer.cases) {
      for (const path of CASE_PATHS.filter((one) => !one.includes('xlsx'))) {
        const url = `/api/cases/${id}${path}`
        const { status, body } = await get(officer, url)
        assert.ok(status < 500)
        checkIds(officer, url, body)
        if (level < 2 && path === '') assert.equal(JSON.parse(body).state, null)
      }
    }
  }
})

test('lists, desk, search and notifications name nothing that may not be seen', async () => {
  const words = ['quy', 'an', 'su co', 'gia lai', 'ha tinh', 'da nang', 'lao cai', 'ma doc', 'so', '2026']
  const paths = [
    '/api/cases',
    '/api/desk?scope=mine',
    '/api/desk?scope=unit',
    '/api/desk?scope=agency',
    '/api/desk/waiting',
    '/api/notifications',
    ...words.map((word) => `/api/search?q=${encodeURIComponent(word)}`),
  ]
  for (const officer of officers) {
    for (const path of paths) {
      for (let next: string | null = ''; next !== null;) {
        const url: string = path + (next ? `${path.includes('?') ? '&' : '?'}after=${next}` : '')
        const { status, body } = await get(officer, url)
        assert.equal(status, 200, url)
        checkIds(officer, url, body)
        next = JSON.parse(body).next ?? null
      }
    }
  }
})

test('a fulfilment or file that may not be seen answers as one that is not there', async () => {
  const fulfilments = streams.filter((one) => one.type === 'fulfilment').map((one) => one.id)
  const { rows } = await server.service.pools.system.query('select id from file')
  for (const officer of officers) {
    for (const [path, all] of [
      ['/api/fulfilments/', sample(fulfilments, officer)],
      ['/api/files/', rows.map((row) => row.id as string)],
    ] as const) {
      const nothing = still(await get(officer, path + NOBODY))
      for (const id of all) {
        const answer = await get(officer, path + id)
        if (officer.may.has(id)) {
          assert.equal(answer.status, 200)
          if (path.includes('fulfilments')) checkIds(officer, path, answer.body, new Set([JSON.parse(answer.body).parentId]))
        } else assert.equal(still(answer), nothing, `${officer.account} ${path}`)
      }
    }
  }
})

/** Some that may be seen and some that may not: the demo has hundreds of communes. */
const sample = (ids: string[], officer: Officer): string[] => [
  ...ids.filter((id) => officer.may.has(id)).slice(0, 25),
  ...ids.filter((id) => !officer.may.has(id)).slice(0, 25),
]

test('a command on what may not be seen answers as on what is not there', async () => {
  const commands: Record<string, [string, object]> = {
    fulfilment: ['accept', {}],
    directive: ['issue', {}],
    agreement: ['send', { note: null }],
  }
  for (const officer of officers) {
    const post = async (type: string, id: string) => {
      const [command, payload] = commands[type]!
      const answer = await fetch(`${server.url}/api/${type}/${id}/${command}`, {
        method: 'POST',
        headers: { ...officer.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify(payload),
      })
      return still({ status: answer.status, body: await answer.text() })
    }
    for (const type of Object.keys(commands)) {
      const nothing = await post(type, NOBODY)
      const hidden = streams.filter((one) => one.type === type && !officer.may.has(one.id)).slice(0, 6)
      for (const { id } of hidden) assert.equal(await post(type, id), nothing, `${officer.account} ${type}`)
    }
    const hidden = caseIds.find((id) => !officer.cases.has(id))!
    const note = async (id: string) => {
      const answer = await fetch(`${server.url}/api/cases/${id}/notes`, {
        method: 'POST',
        headers: { ...officer.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: '{"text":"x"}',
      })
      return still({ status: answer.status, body: await answer.text() })
    }
    assert.equal(await note(hidden), await note(NOBODY))
  }
})

test('a note is read by the own agency alone', async () => {
  const owner = officers.find(({ account }) => account === 'skhcn.chuyenvien')
  const { rows } = await server.service.pools.system.query(`select id, case_id from stream where type = 'note'`)
  const own = rows.find((row) => row.id === noteStreamId(row.case_id, owner!.agencyId))
  assert.match((await get(owner!, `/api/cases/${own.case_id}/notes`)).body, /Ghi chú kín/)
  for (const officer of officers.filter((one) => one.agencyId !== owner!.agencyId)) {
    for (const path of ['/notes', '/timeline', ''])
      assert.doesNotMatch((await get(officer, `/api/cases/${own.case_id}${path}`)).body, /Ghi chú kín/)
    assert.doesNotMatch((await get(officer, `/api/cases/${own.case_id}/timeline?stream=${own.id}`)).body, /note|ghi chú/i)
  }
})

test('a live stream names only cases that its listener may see, even where the notice names the agency', { timeout: 120_000 }, async () => {
  // A notice names agencies; what an officer alone may see is no part of it.
  const { rows } = await server.service.pools.system.query<{ agency: string; id: string }>(
    `select v.subject_id as agency, c.id from cases c join visible v on v.case_id = c.id
     where v.subject_id = any($1::uuid[]) and now() >= v.valid_from and now() < v.valid_until`,
    [officers.map((one) => one.agencyId)],
  )
  const streams = await Promise.all(officers.map((officer) => LiveStream.open(server.url, officer.headers)))
  try {
    await server.service.pools.write.query(
      `insert into outbox (case_id, stream_id, agencies) select c.id, c.id, $1::uuid[] from unnest($2::uuid[]) c(id)`,
      [officers.map((one) => one.agencyId), caseIds],
    )
    for (const [n, officer] of officers.entries()) {
      const awaited = new Set(rows.filter(({ agency }) => agency === officer.agencyId).map(({ id }) => id))
      do {
        for (const id of (await streams[n]!.change()).cases) {
          assert.ok(officer.cases.has(id), `${officer.account} heard of a case not theirs`)
          awaited.delete(id)
        }
      } while (awaited.size > 0)
    }
  } finally {
    await Promise.all(streams.map((stream) => stream.close()))
  }
})

test('who listens and does not read is cut off, and the server goes on', { timeout: 120_000 }, async () => {
  const { hostname, port } = new URL(server.url)
  while (server.service.live.size > 0) await new Promise((resolve) => setImmediate(resolve))
  const socket = connect(Number(port), hostname)
  socket.pause()
  socket.on('error', () => {})
  socket.write(`GET /api/live HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${officers[0]!.headers.cookie}\r\n\r\n`)
  while (server.service.live.size === 0) await new Promise((resolve) => setImmediate(resolve))
  // Far more than the buffers of both ends hold.
  for (let n = 0; n < 400_000 && server.service.live.size > 0; n++) {
    server.service.live.gap()
    if (n % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  assert.equal(server.service.live.size, 0)
  socket.destroy()
  assert.equal((await get(officers[0]!, '/api/health')).status, 200)
})
