import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HttpConnection } from '../load/http.ts'
import { type Bench, report, type Viewer } from '../bench.ts'

/** Bytes over the wire until the desk stands: page, scripts and styles it names, and the answers it asks for. */
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
  const connection = new HttpConnection(bench.server.port, viewer.cookie)
  let bytes = 0
  for (const path of ['/', ...assets, '/api/me', '/api/desk', '/api/desk/waiting']) {
    const answer = await connection.get(path, 'accept-encoding: br, gzip\r\naccept: text/html,*/*\r\n')
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    bytes += answer.body.length + answer.headers.length
  }
  connection.close()
  report(bench, { name: 'first view of the desk (page, linked assets, data)', value: bytes / 1000, unit: 'kB', ratio: null })
}
