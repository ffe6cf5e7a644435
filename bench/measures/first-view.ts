import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Bench, report, type Viewer } from '../bench.ts'
import { drive } from '../load/drive.ts'
import { HttpConnection, PACKED } from '../load/http.ts'

/** Bytes and time over the wire until the desk stands: page, scripts and styles it names, and the answers it asks for, one after another. What a browser makes of them is not in it. */
export const measureFirstView = async (bench: Bench): Promise<void> => {
  const viewer = bench.viewers.find((one) => one.share === 'committee') as Viewer
  const page = join(import.meta.dirname, '../../dist/web/index.html')
  let html: string
  try {
    html = readFileSync(page, 'utf8')
  } catch {
    console.log('first view of the desk: - bytes, ratio - (the web is not built)')
    return
  }
  const assets = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] as string)
  const open = async (): Promise<number> => {
    const connection = new HttpConnection(bench.server.port, viewer.cookie)
    let bytes = 0
    for (const path of ['/', ...assets, '/api/me', '/api/desk', '/api/desk/waiting']) {
      const answer = await connection.get(path, `${PACKED}accept: text/html,*/*\r\n`)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      bytes += answer.body.length + answer.headers.length
    }
    connection.close()
    return bytes
  }
  report(bench, { name: 'first view of the desk (page, linked assets, data)', value: (await open()) / 1000, unit: 'kB', ratio: null })
  const latency = await drive(1, bench.seconds * 0.07, open)
  report(bench, { name: 'first view of the desk, until its data are there', value: latency.p95, unit: 'ms', ratio: null, latency })
}
