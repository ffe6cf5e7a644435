import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { type Bench, Officer, report, type Viewer } from '../bench.ts'
import { newId } from '../data/time-id.ts'
import { drive, type Timing } from '../load/drive.ts'
import { HttpConnection } from '../load/http.ts'
import { startServer } from '../load/server.ts'

type Part = { id: string; cookie: string }

/** Submits one result each over two servers, asks the other one again where one does not answer, and counts what came of it. */
const submitOverTwo = async (
  parts: Part[],
  ports: [number, number],
  onHalf: () => Promise<void>,
): Promise<{ answered: number; retried: number }> => {
  let answered = 0
  let retried = 0
  let half: Promise<void> | null = null
  let next = 0
  const lane = async (index: number) => {
    for (let n = next++; n < parts.length; n = next++) {
      const part = parts[n] as Part
      const key = newId()
      const body = JSON.stringify({ text: 'Đã hoàn thành.', fileIds: [] })
      for (let attempt = 0; ; attempt++) {
        const port = ports[(index + attempt) % 2] as number
        const connection = new HttpConnection(port, part.cookie)
        const status = await connection.post(`/api/fulfilment/${part.id}/submit`, key, body).then(
          (answer) => answer.status,
          () => 0,
        )
        connection.close()
        if (status === 200) break
        if (status !== 0 || attempt > 20) throw new Error(`submit: ${status}`)
        retried++
      }
      answered++
      if (answered >= parts.length / 2) half ??= onHalf()
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, index) => lane(index)))
  await half
  return { answered, retried }
}

const better = (a: Timing | undefined, b: Timing | undefined): Timing => (a && b && a.perSecond > b.perSecond ? a : b) as Timing

/** Twice the processes on one database: throughput, and that nothing is lost or doubled when one is killed in the middle. */
export const measureProcesses = async (bench: Bench): Promise<void> => {
  const urls = {
    ownerUrl: bench.ownerUrl,
    appUrl: bench.appUrl,
    master: bench.master,
    dataDir: join(tmpdir(), `hiepdong-bench-${process.pid}`),
  }
  const viewer = bench.viewers.find((one) => one.share === 'committee') as Viewer
  const first = new Officer(bench, viewer.cookie, 8)
  const paths = ['/api/cases', '/api/desk', '/api/cases?status=issued']
  const second = await startServer(urls)
  const other = new Officer(bench, viewer.cookie, 8, second.port)
  const one = (seconds: number) => drive(8, seconds, (lane, n) => first.get(lane, paths[n % 3] as string))
  const two = (seconds: number) => drive(16, seconds, (lane, n) => (lane % 2 ? first : other).get(lane >> 1, paths[(n >> 1) % 3] as string))
  // A process that has just started plans and compiles.
  await two(bench.seconds * 0.15)
  const turns: Timing[] = []
  for (const turn of [one, two, two, one]) turns.push(await turn(bench.seconds * 0.12))
  const [alone, both] = [better(turns[0], turns[3]), better(turns[1], turns[2])]
  first.close()
  other.close()
  report(bench, {
    name: 'reads with two processes',
    value: both.perSecond,
    unit: '/s',
    ratio: both.perSecond / alone.perSecond,
    more: { alone, both },
  })

  const { rows } = await bench.system.query(
    `select f.id, f.agency_id from fulfilment f join cases c on c.id = f.case_id where f.state in ('accepted', 'in-progress') and c.status = 'issued'
     and f.parent_id is null and exists (select from event e where e.stream_id = f.id and e.type = 'fulfilment.accepted') order by f.updated_at limit 300`,
  )
  const parts: Part[] = []
  for (const row of rows) {
    const agency = bench.world.agencies.find((one) => one.id === row.agency_id)
    if (agency) parts.push({ id: row.id, cookie: await bench.cookieOf(agency.officerId) })
  }
  const { answered, retried } = await submitOverTwo(parts, [bench.server.port, second.port], () => second.kill())
  const ids = parts.map((part) => part.id)
  const count = async (sql: string) => (await bench.system.query(sql, [ids])).rows[0].n as number
  const submitted = await count(
    `select count(*)::int as n from event where stream_id = any($1::uuid[]) and type = 'fulfilment.submitted' and recorded_at > now() - interval '10 minutes'`,
  )
  const told = await count(
    `select count(*)::int as n from notification where stream_id = any($1::uuid[]) and what = 'fulfilment.submitted' and at > now() - interval '10 minutes'`,
  )
  for (
    let waited = 0;
    (await count(`select count(*)::int as n from outbox where done_at is null and stream_id = any($1::uuid[])`)) > 0;
    waited++
  ) {
    if (waited > 100) throw new Error('the outbox of the killed process was not taken up')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  if (submitted !== answered || told !== answered) throw new Error(`answered ${answered}, recorded ${submitted}, told ${told}`)
  report(bench, {
    name: 'results lost or doubled, one of two processes killed',
    value: 0,
    unit: `of ${answered}`,
    ratio: null,
    more: { retried },
  })
}
