import { CASE_SUBJECT } from '../../src/kernel/vault/keyring.ts'
import { unseal } from '../../src/kernel/vault/seal.ts'
import { type Bench, Officer, type Viewer } from '../bench.ts'
import { newId } from '../data/time-id.ts'
import { Bare } from '../load/bare.ts'
import { HttpConnection } from '../load/http.ts'
import { measure, MOST_WRITERS } from '../load/measure.ts'
import { bareCreate, bareReport, type Part } from './bare-commands.ts'
import { newDirective } from './payloads.ts'
import { rowsOf } from './rows.ts'

const RESULT = { text: 'Đã triển khai đến tất cả các đơn vị, chưa phát sinh vướng mắc.', percent: 40, fileIds: [] }

/** On so many parts each side reports, again and again. */
const PARTS = 8 * MOST_WRITERS

/** So many commands are given one after another where their rows are counted. */
const COUNTED = 8

/** Fulfilments in a state, each with an officer who answers for it. */
const partsIn = async (bench: Bench, state: string, most: number): Promise<Part[]> => {
  const { rows } = await bench.system.query(
    `select f.id, f.agency_id, f.case_id, s.version, k.wrapped from fulfilment f join cases c on c.id = f.case_id join stream s on s.id = f.id
     join vault.seal_key k on k.case_id = f.case_id and k.subject_id = '${CASE_SUBJECT}' where f.state = $1 and c.status = 'issued' and f.parent_id is null
     order by f.updated_at desc limit $2`,
    [state, most],
  )
  const parts: Part[] = []
  const byId = new Map(bench.world.agencies.map((one) => [one.id, one]))
  for (const row of rows) {
    const agency = byId.get(row.agency_id)
    if (!agency) continue
    const key = unseal(bench.master, row.wrapped, row.case_id + CASE_SUBJECT)
    parts.push({
      id: row.id,
      caseId: row.case_id,
      agencyId: agency.id,
      officerId: agency.officerId,
      cookie: await bench.cookieOf(agency.officerId),
      version: row.version,
      key,
    })
  }
  return parts
}

/** Opening a directive, over HTTP and as one statement. */
const measureCreate = async (bench: Bench): Promise<void> => {
  const viewer = bench.viewers.find((one) => one.share === 'committee') as Viewer
  const owner = bench.world.agencies.find((one) => one.id === viewer.agencyId)
  if (!owner) throw new Error('the committee is missing')
  const leads = bench.world.provinces[0]?.communes ?? []
  const officer = new Officer(bench, viewer.cookie, MOST_WRITERS)
  const made = (n: number) => newDirective(owner, [leads[n % leads.length], leads[(n + 1) % leads.length]] as typeof leads)
  const open = (lane: number, n: number) => officer.post(lane, '/api/directive', newId(), made(n))
  const figure = await measure(bench, {
    name: 'create a directive',
    show: 'per-second',
    writes: true,
    product: open,
    bare: { role: 'app_write', statements: (n) => bareCreate(bench.master, viewer, owner, made(n), newId()) },
  })
  const product = await rowsOf(bench, async () => {
    const ids: string[] = []
    for (let n = 0; n < COUNTED; n++) ids.push((JSON.parse((await open(0, n)).body.toString()) as { streamId: string }).streamId)
    return ids
  })
  const client = await Bare.open(bench.appUrl, 'app_write', 1)
  const bare = await rowsOf(bench, async () => {
    const ids = Array.from({ length: COUNTED }, newId)
    for (const [n, id] of ids.entries()) await client.run(0, bareCreate(bench.master, viewer, owner, made(n), id))
    return ids
  })
  await client.close()
  figure.rows = { product, bare }
  officer.close()
}

/** Officers of many agencies, each lane with its own parts: a browser keeps its connection. */
class Answering {
  readonly #bench: Bench
  readonly #connections = new Map<string, HttpConnection>()
  constructor(bench: Bench) {
    this.#bench = bench
  }
  async give(lane: number, part: Part, command: string, payload: object): Promise<void> {
    const name = `${lane} ${part.cookie}`
    const connection = this.#connections.get(name) ?? new HttpConnection(this.#bench.server.port, part.cookie)
    this.#connections.set(name, connection)
    const answer = await connection.post(`/api/fulfilment/${part.id}/${command}`, newId(), JSON.stringify(payload))
    if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${answer.body.toString().slice(0, 300)}`)
  }
  close(): void {
    for (const connection of this.#connections.values()) connection.close()
  }
}

/** Takes the parts of a lane in turn. On a busy machine fewer were accepted than there are lanes; then some share one. */
const inTurn = (parts: Part[]) => {
  const turns: number[] = []
  return (lane: number): Part => {
    const turn = (turns[lane] = (turns[lane] ?? -1) + 1)
    const most = Math.max(1, Math.floor((parts.length - 1 - lane) / MOST_WRITERS) + 1)
    return parts[(lane + MOST_WRITERS * (turn % most)) % parts.length] as Part
  }
}

/** Parts to count rows by, each of a case of its own. */
const ofEachCase = (parts: Part[]): Part[] => [...new Map(parts.map((part) => [part.caseId, part])).values()].slice(0, COUNTED)

const measureAnswers = async (bench: Bench): Promise<void> => {
  const waiting = await partsIn(bench, 'assigned', 6000)
  const officers = new Answering(bench)
  let next = 0
  const accept = async (lane: number): Promise<void> => {
    const part = waiting[next++]
    // Where none is left, waiting is not taken for answering.
    await (part ? officers.give(lane, part, 'accept', {}) : new Promise((done) => setTimeout(done, 50)))
  }
  await measure(bench, { name: 'accept', show: 'p95', writes: true, product: accept })
  const enough = Math.min(PARTS, Math.floor(waiting.length / 2))
  await Promise.all(
    Array.from({ length: MOST_WRITERS }, async (_, lane) => {
      while (next < enough) await accept(lane)
    }),
  )
  // As many for the bare side, which reports on what nobody accepted: the server keeps the others in memory.
  const [running, others] = [waiting.slice(0, enough), waiting.slice(-enough)]
  const [ours, theirs] = [inTurn(running), inTurn(others)]
  // Each officer's browser has asked before.
  await Promise.all(
    Array.from({ length: MOST_WRITERS }, async (_, lane) => {
      for (let n = lane; n < running.length; n += MOST_WRITERS) await officers.give(lane, ours(lane), 'report', RESULT)
    }),
  )
  const figure = await measure(bench, {
    name: 'report on a fulfilment',
    show: 'per-second',
    writes: true,
    product: (lane) => officers.give(lane, ours(lane), 'report', RESULT),
    bare: { role: 'app_write', statements: (n) => bareReport(theirs(n % MOST_WRITERS), RESULT) },
  })
  const counted = ofEachCase(running)
  const product = await rowsOf(bench, async () => {
    for (const part of counted) await officers.give(0, part, 'report', RESULT)
    return counted.map((part) => part.caseId)
  })
  const client = await Bare.open(bench.appUrl, 'app_write', 1)
  const bare = await rowsOf(bench, async () => {
    for (const part of ofEachCase(others)) await client.run(0, bareReport(part, RESULT))
    return ofEachCase(others).map((part) => part.caseId)
  })
  await client.close()
  figure.rows = { product, bare }
  officers.close()
}

/** Create, accept and report: commands over HTTP, and beside them the same rows in one statement. */
export const measureCommands = async (bench: Bench): Promise<void> => {
  await measureCreate(bench)
  await measureAnswers(bench)
}
