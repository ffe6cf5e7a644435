import { connect } from 'node:net'
import { type Bench, report } from '../bench.ts'
import { HttpConnection } from '../load/http.ts'
import { timingOf } from '../load/drive.ts'
import { PROGRESS_CASE } from '../data/plan.ts'
import { newId } from '../data/time-id.ts'

type Listener = { close: () => void; heard: (caseId: string) => Promise<number> }

const listen = (port: number, cookie: string): Promise<Listener> =>
  new Promise((resolve, reject) => {
    const waiting = new Map<string, (at: number) => void>()
    const socket = connect({ port, host: '127.0.0.1' })
    let open = false
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      if (!open && text.includes('event: hello')) {
        open = true
        resolve({
          close: () => socket.destroy(),
          heard: (caseId) => new Promise((done) => waiting.set(caseId, done)),
        })
      }
      if (!text.includes('event: change')) return
      for (const [caseId, done] of waiting) {
        if (!text.includes(caseId)) continue
        waiting.delete(caseId)
        done(performance.now())
      }
    })
    socket.write(`GET /api/live HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`)
  })

/** 2,000 officers listen; somebody reports; how long until those concerned hear of it. Every change concerns two agencies with ten listeners each. */
export const measureLive = async (bench: Bench, listeners = 2000): Promise<void> => {
  const agencies = bench.world.agencies
  const { rows } = await bench.system.query(
    // The bare side of the commands reports on what nobody accepted.
    `select id, agency_id, asker_id, case_id from fulfilment where case_id = $1 and state in ('accepted', 'in-progress')
     and exists (select from event e where e.stream_id = fulfilment.id and e.type = 'fulfilment.accepted') order by agency_id limit 40`,
    [PROGRESS_CASE],
  )
  const concerned = rows.map((row) => agencies.find((one) => one.id === row.agency_id)).filter((one) => one !== undefined)
  const others = agencies.slice(0, 400)
  const list: Listener[] = []
  const byAgency = new Map<string, Listener[]>()
  for (let i = 0; i < listeners; i += 50) {
    list.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(50, listeners - i) }, async (_, j) => {
          const agency = i + j < concerned.length * 10 ? concerned[(i + j) % concerned.length] : others[(i + j) % others.length]
          if (!agency) throw new Error('nobody to listen')
          const listener = await listen(bench.server.port, await bench.cookieOf(agency.officerId))
          byAgency.set(agency.id, [...(byAgency.get(agency.id) ?? []), listener])
          return listener
        }),
      )),
    )
  }
  const times: number[] = []
  const begun = performance.now()
  // As many that the slowest of them alone is not the p95.
  const rounds = Math.max(40, Math.min(100, Math.round(bench.seconds * 8)))
  for (let n = 0; n < rounds; n++) {
    const row = rows[n % rows.length]
    const agency = agencies.find((one) => one.id === row.agency_id)
    if (!agency) continue
    const ears = byAgency.get(agency.id) ?? []
    const connection = new HttpConnection(bench.server.port, await bench.cookieOf(agency.officerId))
    const heard = ears.map((ear) => ear.heard(row.case_id))
    const from = performance.now()
    const answer = await connection.post(
      `/api/fulfilment/${row.id}/report`,
      newId(),
      JSON.stringify({ text: 'Đã xong đợt này.', fileIds: [] }),
    )
    if (answer.status !== 200) throw new Error(`report: ${answer.status} ${answer.body.toString().slice(0, 200)}`)
    for (const at of await Promise.all(heard)) times.push(at - from)
    connection.close()
  }
  for (const listener of list) listener.close()
  const latency = timingOf(times, (performance.now() - begun) / 1000, listeners)
  report(bench, { name: `change on another's screen, ${listeners} listeners`, value: latency.p95, unit: 'ms', ratio: null, latency })
}
