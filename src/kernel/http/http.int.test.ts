import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { demoId } from '../../demo/player.ts'
import { LiveStream } from '../../../testing/live-stream.ts'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'

let server: RunningServer
let office: Record<string, string>
let police: Record<string, string>
let market: Record<string, string>
before(async () => {
  server = await startServer()
  office = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
  police = await signedIn(server.url, 'catinh.lanhdao', DEMO_PASSWORD)
  market = await signedIn(server.url, 'qltt.chuyenvien', DEMO_PASSWORD)
})
after(() => server.stop())

const letter = demoId('letter')
const get = async (path: string, headers: Record<string, string> = office) => {
  const answer = await fetch(server.url + path, { headers })
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: (await answer.json()) as Record<string, unknown> }
}
const post = async (path: string, body: unknown, headers: Record<string, string> = office, more: Record<string, string> = {}) => {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers, ...more },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: (await answer.json()) as Record<string, unknown> }
}
const isProblem = (answer: { status: number; type: string; body: Record<string, unknown> }, status: number, code: string) => {
  assert.equal(answer.body.code, code, JSON.stringify(answer.body))
  assert.equal(answer.status, status)
  assert.match(answer.type, /application\/problem\+json/)
  const text = answer.body.text as { vi: string; en: string }
  assert.ok(text.vi.length > 5 && text.en.length > 5)
  assert.notEqual(text.vi, text.en)
  assert.doesNotMatch(JSON.stringify(answer.body), /\/src\/|node_modules|select |insert /i)
}

test('health answers once the server can serve', async () => {
  const { status, body } = await get('/api/health', {})
  assert.equal(status, 200)
  assert.equal(body.status, 'ok')
  assert.match(String(body.version), /^\d+\.\d+\.\d+/)
})

test('the API describes itself', async () => {
  const { body } = await get('/api/openapi.json', {})
  assert.equal(body.openapi, '3.1.0')
  const paths = Object.keys(body.paths as object)
  assert.ok(
    paths.includes('/api/fulfilment/{id}/submit') && paths.includes('/api/directive') && paths.includes('/api/desk'),
    paths.join(' '),
  )
})

test('without a session nothing is told', async () => {
  for (const path of [
    '/api/me',
    '/api/desk',
    '/api/cases',
    `/api/cases/${letter}`,
    '/api/search?q=a',
    '/api/notifications',
    '/api/agencies',
    '/api/live',
  ]) {
    isProblem(await get(path, {}), 401, 'not-signed-in')
  }
  isProblem(await post('/api/directive', {}, { origin: server.url }), 401, 'not-signed-in')
})

test('a page of another origin cannot act with an officer’s cookie', async () => {
  isProblem(await post('/api/directive', {}, { ...office, origin: 'https://xau.example' }), 403, 'foreign-origin')
})

test('broken requests are answered in words, and nothing is written', async () => {
  const before = await server.service.pools.system.query('select count(*) as n from event')
  isProblem(await get('/api/cases/khong-phai-id'), 400, 'bad-input')
  isProblem(await get('/api/cases?after=xyz'), 400, 'bad-input')
  isProblem(await get('/api/cases?from=31/12/2026'), 400, 'bad-input')
  isProblem(await get(`/api/cases/${randomUUID()}`), 404, 'not-found')
  isProblem(await get('/api/khong-co'), 404, 'not-found')
  isProblem(await post(`/api/directive/${letter}/xoa-het`, {}), 404, 'unknown-command')
  isProblem(await post('/api/khong-co-loai/x/y', {}), 404, 'unknown-command')
  isProblem(await post('/api/directive', '{"document":'), 400, 'bad-input')
  isProblem(await post('/api/directive', { document: 1 }), 400, 'bad-input')
  isProblem(await post(`/api/directive/${letter}/close`, { summary: 'x' }, office, { 'if-match': 'abc' }), 400, 'bad-input')
  isProblem(await post(`/api/directive/${letter}/close`, { summary: 'x' }, office, { 'idempotency-key': '' }), 400, 'bad-input')
  isProblem(await post(`/api/directive/${letter}/close`, { summary: 'x' }, office, { 'if-match': '"1"' }), 412, 'stale-version')
  isProblem(
    await post(`/api/directive/${letter}/close`, { summary: 'x' }, office, { 'effective-at': '2099-01-01T00:00:00Z' }),
    422,
    'future-effective',
  )
  isProblem(await post('/api/directive', 'x'.repeat(9 * 1024 * 1024)), 413, 'too-large')
  const after = await server.service.pools.system.query('select count(*) as n from event')
  assert.deepEqual(after.rows, before.rows)
})

test('an outsider gets the same answer for a case that is there and one that is not', async () => {
  const outsider = await signedIn(server.url, 'gialai.quantri', DEMO_PASSWORD)
  const mine = await get(`/api/cases/${letter}`, outsider)
  assert.equal(mine.status, 200, 'the administrator’s post is of the same agency')
  const { rows } = await server.service.pools.system.query(`select id, agency_id from fulfilment where case_id = $1`, [letter])
  const notMarket = rows.find((row) => server.service.directory.ref(row.agency_id).typeId === 'commune-peoples-committee')
  const hidden = await get(`/api/fulfilments/${notMarket.id}`, market)
  const missing = await get(`/api/fulfilments/${randomUUID()}`, market)
  assert.deepEqual(hidden, missing)
  isProblem(hidden, 404, 'not-found')
  isProblem(await post(`/api/fulfilment/${notMarket.id}/accept`, {}, market), 404, 'not-found')
})

test('each party sees its own part and the counts of what it may see; the issuer sees all', async () => {
  const all = (await get(`/api/cases/${letter}/progress`)).body as { agencies: unknown[]; assignments: { total: number }[] }
  const own = (await get(`/api/cases/${letter}/progress`, market)).body as { agencies: unknown[] }
  assert.ok(all.agencies.length > 80)
  assert.ok(own.agencies.length < all.agencies.length)
  const timeline = (await get(`/api/cases/${letter}/timeline`, market)).body as { rows: { text: { vi: string } }[] }
  assert.ok(timeline.rows.length > 0)
  assert.ok(timeline.rows.every((row) => !/Phú Túc/.test(row.text.vi)))
})

test('whom an agency charges inside stays inside: the issuer sees the work, not its hands', async () => {
  const rowsFor = async (headers: Record<string, string>) =>
    (
      (await get(`/api/cases/${letter}/fulfilments`, headers)).body as {
        rows: { id: string; agency: { typeId: string }; unit: unknown; officer: unknown }[]
      }
    ).rows.filter((row) => row.agency.typeId === 'provincial-police')
  assert.ok(
    (await rowsFor(police)).some((row) => row.unit !== null),
    'the police see their own division',
  )
  const seen = await rowsFor(office)
  assert.ok(seen.length > 0 && seen.every((row) => row.unit === null && row.officer === null))
  const detail = (await get(`/api/fulfilments/${(seen[0] as { id: string }).id}`)).body as { detail: { handedOn: unknown } }
  assert.equal(detail.detail.handedOn, null)
  const tells = async (headers: Record<string, string>) => {
    let told = ''
    for (let next: string | null = ''; next !== null;) {
      const page = (await get(`/api/cases/${letter}/timeline${next ? `?before=${next}` : ''}`, headers)).body as {
        rows: { text: { vi: string } }[]
        next: string | null
      }
      told += page.rows.map((row) => row.text.vi).join('\n')
      next = page.next
    }
    return told
  }
  assert.match(await tells(police), /giao xử lý nhiệm vụ \d+ trong đơn vị/)
  assert.doesNotMatch((await tells(office)).replace(/.*UBND tỉnh giao xử lý.*/g, ''), /Công an tỉnh giao xử lý|Sở KH&CN giao xử lý/)
})

test('what the page offers is what the server allows', async () => {
  const list = (await get(`/api/cases/${letter}/fulfilments`, police)).body as { rows: { id: string; agency: { typeId: string } }[] }
  const own = list.rows.filter((row) => row.agency.typeId === 'provincial-police')
  assert.ok(own.length > 0)
  for (const { id } of own) {
    const detail = (await get(`/api/fulfilments/${id}`, police)).body as {
      actions: { command: string; allowed: boolean; reason: { code: string } | null }[]
      version: number
    }
    for (const action of detail.actions.filter((a) => !a.allowed)) {
      const payload = {
        reason: 'x',
        text: 'x',
        until: '2027-01-05',
        dueOn: '2027-01-05',
        note: 'x',
        to: [{ agencyId: randomUUID() }],
        officerId: randomUUID(),
        instruction: 'x',
        dueAt: '2027-01-05T00:00:00Z',
        lastDay: '2027-01-05',
        periodKey: null,
        fileIds: [],
        periodKeys: [],
      }
      const answer = await post(`/api/fulfilment/${id}/${action.command}`, payload, police)
      assert.ok(answer.status >= 400, `${action.command} is refused`)
    }
  }
})

test('the search finds without diacritics, and only what one may see', async () => {
  const found = (await get('/api/search?q=an%20toan%20co%20so%20ha%20tang')).body as { cases: { caseId: string }[] }
  assert.ok(found.cases.some((hit) => hit.caseId === letter))
  const none = (await get('/api/search?q=khongcotunay')).body as { cases: unknown[] }
  assert.deepEqual(none.cases, [])
})

test('files: kept, opened by parties, refused with a secrecy stamp or over the limit', async () => {
  const send = (name: string, bytes: Buffer, headers = police) =>
    fetch(`${server.url}/api/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    })
  const kept = await send('Biên bản.txt', Buffer.from('Nội dung'))
  assert.equal(kept.status, 200)
  const ref = (await kept.json()) as { id: string; name: string; sha256: string }
  assert.equal(ref.name, 'Biên bản.txt')
  const opened = await fetch(`${server.url}/api/files/${ref.id}`, { headers: police })
  assert.equal(await opened.text(), 'Nội dung')
  assert.match(opened.headers.get('content-disposition') ?? '', /^attachment/)
  assert.equal((await fetch(`${server.url}/api/files/${ref.id}`, { headers: market })).status, 404)
  const stamped = await send(
    'van-ban.txt',
    Buffer.from('ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nTỐI MẬT\nSố: 01/UBND-NC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nNội dung.'),
  )
  assert.equal(stamped.status, 422)
  assert.equal(((await stamped.json()) as { code: string }).code, 'secret-stamp')
  assert.equal((await send('rong.txt', Buffer.alloc(0))).status, 400)
})

test('another screen hears of a change without asking', async () => {
  const stream = await LiveStream.open(server.url, office)
  const heard = stream.changeOf(letter)
  const list = (await get(`/api/cases/${letter}/fulfilments`, market)).body as { rows: { id: string }[] }
  const { id } = list.rows[0] as { id: string }
  assert.equal((await post(`/api/fulfilment/${id}/report`, { text: 'Đang làm', fileIds: [] }, market)).status, 200)
  assert.equal((await heard).desk, true)
  await stream.close()
})
