import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { demoId } from '../../demo/player.ts'
import { docx, paragraph } from '../../intake/fixtures/docx-builder.ts'
import type { FulfilmentListView } from '../../kernel/http/views.ts'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { payloads } from './contract.ts'
import type { IntakeView, NamesView } from './intake-contract.ts'

let server: RunningServer
let office: Record<string, string>
let market: Record<string, string>
before(async () => {
  server = await startServer()
  office = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
  market = await signedIn(server.url, 'qltt.chuyenvien', DEMO_PASSWORD)
})
after(() => server.stop())

const LINES = [
  'ỦY BAN NHÂN DÂN TỈNH GIA LAI',
  'Số: 88/UBND-KGVX',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Gia Lai, ngày 03 tháng 11 năm 2026',
  'V/v rà soát thuê bao di động',
  'Kính gửi: Sở Khoa học và Công nghệ.',
  'Yêu cầu Sở Thông tin và Truyền thông rà soát các điểm đăng ký thuê bao di động trước ngày 20/12/2026.',
]
const letter = docx(LINES.map((line) => paragraph(line)).join(''))

const sendFile = async (bytes: Uint8Array, name: string, headers: Record<string, string> = office) => {
  const answer = await fetch(`${server.url}/api/intake?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body: Buffer.from(bytes),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const sendJson = async (path: string, body: unknown, headers: Record<string, string> = office) => {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const filesKept = async () => Number((await server.service.pools.system.query('select count(*) as n from file')).rows[0].n)

test('a Word file becomes a payload that create takes; the original is kept', async () => {
  const kept = await filesKept()
  const { status, body } = await sendFile(letter, 'cong van 88.docx')
  assert.equal(status, 200, JSON.stringify(body))
  const view = body as unknown as IntakeView
  assert.deepEqual(payloads.create.parse(view.payload), view.payload)
  assert.equal(view.payload.document.number, '88/UBND-KGVX')
  assert.equal(view.payload.document.date, '2026-11-03')
  assert.ok(view.payload.document.issuerId)
  assert.equal(view.file?.name, 'cong van 88.docx')
  assert.equal(view.payload.document.fileId, view.file?.id)
  assert.equal(await filesKept(), kept + 1)
  const [one] = view.payload.assignments
  assert.equal(one?.deadline?.date, '2026-12-20')
  assert.equal(one?.deadline?.inclusive, false)
  const [lead] = one?.leads ?? []
  assert.equal(lead?.kind, 'agency')
  const reading = view.readings[lead?.as ?? '']
  assert.equal(reading?.note?.vi, 'kế thừa Sở TT&TT từ 01/3/2025')
})

test('what cannot or must not be read is refused in words, and no file is kept', async () => {
  const kept = await filesKept()
  const stamped = docx(['MẬT', ...LINES].map((line) => paragraph(line)).join(''))
  for (const [bytes, name, code] of [
    [stamped, 'a.docx', 'secret-stamp'],
    [new TextEncoder().encode('PK\u0003\u0004 not a docx'), 'b.docx', 'not-a-docx'],
    [new TextEncoder().encode('%PDF-1.7'), 'c.pdf', 'pdf-not-yet'],
    [new TextEncoder().encode('   \n '), 'd.txt', 'empty'],
    [new Uint8Array(20 * 1024 * 1024 + 1), 'e.docx', 'file-too-large'],
    [new Uint8Array(21 * 1024 * 1024), 'f.docx', 'file-too-large'],
  ] as const) {
    const { status, body } = await sendFile(bytes, name)
    assert.equal(body['code'], code, `${name}: ${JSON.stringify(body)}`)
    assert.ok(status >= 400 && status < 500)
    const text = body['text'] as { vi: string; en: string }
    assert.ok(text.vi.length > 10 && text.en.length > 10 && text.vi !== text.en)
  }
  assert.equal(await filesKept(), kept)
  const { status, body } = await sendJson('/api/intake', { words: 'x' })
  assert.deepEqual([status, body['code']], [400, 'bad-input'])
})

test('nobody reads a document in without a session or the right to draft', async () => {
  assert.equal((await sendFile(letter, 'a.docx', { origin: server.url })).body['code'], 'not-signed-in')
  assert.equal((await sendFile(letter, 'a.docx', market)).body['code'], 'no-right')
})

test('pasted text is read too, and names are told to any officer', async () => {
  const { body } = await sendJson('/api/intake', { text: LINES.join('\n') })
  const view = body as unknown as IntakeView
  assert.equal(view.file, null)
  assert.equal(view.payload.assignments.length, 1)
  const names = (
    await sendJson(
      '/api/intake/names',
      { names: ['UBND các xã, phường', 'Tổ 117'], ids: [], issuerId: view.payload.document.issuerId },
      market,
    )
  ).body as unknown as NamesView
  assert.equal(names.readings['UBND các xã, phường']?.count, 135)
  assert.deepEqual(names.readings['Tổ 117']?.targets, [])
})

test('the progress table is a workbook of what the reader may see', async () => {
  const path = `/api/cases/${demoId('letter')}`
  const mine = (await (await fetch(`${server.url}${path}/fulfilments`, { headers: market })).json()) as FulfilmentListView
  const answer = await fetch(`${server.url}${path}/progress.xlsx`, { headers: office })
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-disposition') ?? '', /tien-do-1009-UBND-KGVX\.xlsx/)
  const whole = Buffer.from(await answer.arrayBuffer())
  assert.equal(whole.subarray(0, 2).toString(), 'PK')
  const part = Buffer.from(await (await fetch(`${server.url}${path}/progress.xlsx`, { headers: market })).arrayBuffer())
  assert.ok(mine.rows.length > 0 && part.length < whole.length, 'fewer rows for who sees fewer')
  assert.equal((await fetch(`${server.url}/api/cases/${demoId('no-such')}/progress.xlsx`, { headers: office })).status, 404)
  assert.equal((await fetch(`${server.url}${path}/progress.xlsx`)).status, 401)
})
