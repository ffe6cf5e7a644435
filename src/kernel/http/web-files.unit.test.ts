import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import Fastify, { type FastifyInstance } from 'fastify'
import { errorHandler } from './problem-json.ts'
import { serveWeb } from './web-files.ts'

const dir = mkdtempSync(join(tmpdir(), 'web-files-'))
after(() => rmSync(dir, { recursive: true }))

let built = 0
const build = (name: string): void => {
  mkdirSync(join(dir, 'assets'), { recursive: true })
  writeFileSync(join(dir, `assets/${name}.js`), name)
  writeFileSync(join(dir, 'index.html'), `<script src="/assets/${name}.js">`)
  utimesSync(join(dir, 'index.html'), ++built, built)
}
const server = (webDir: string | null): FastifyInstance => {
  const app = Fastify()
  app.setErrorHandler(errorHandler)
  serveWeb(app, webDir)
  return app
}
const get = (app: FastifyInstance, url: string, accept = 'text/html') => app.inject({ url, headers: { accept } })

test('a web that is built anew under a running server is sent from then on; one that is gone for a moment stays', async () => {
  build('one')
  writeFileSync(join(dir, '.built-from.json'), '{}')
  const app = server(dir)
  assert.match((await get(app, '/case/5')).body, /one\.js/)
  build('two')
  assert.match((await get(app, '/')).body, /two\.js/)
  const asset = await get(app, '/assets/two.js', '*/*')
  assert.deepEqual([asset.statusCode, asset.body], [200, 'two'])
  assert.match(String(asset.headers['cache-control']), /immutable/)
  rmSync(join(dir, 'index.html'))
  assert.match((await get(app, '/')).body, /two\.js/)
})

test('nothing but the web is sent: no page for the API or for a missing file, no notes of the build', async () => {
  build('one')
  const app = server(dir)
  for (const url of ['/api/khong-co', '/.built-from.json', '/../package.json', '/%2e%2e/package.json']) {
    assert.doesNotMatch((await get(app, url, 'application/json')).body, /script|hiepdong"|\{\}/, url)
  }
  assert.equal((await get(app, '/api/khong-co')).statusCode, 404)
  assert.equal((await get(app, '/assets/gone.js', '*/*')).statusCode, 404)
  assert.equal((await get(server(null), '/')).statusCode, 404)
})

test('who names no form, or takes any, gets the page of a screen; never for the API, for a file, or where another form is named', async () => {
  build('one')
  const app = server(dir)
  const sent = async (url: string, headers: Record<string, string>, method: 'GET' | 'HEAD' | 'POST' = 'GET') => {
    const { statusCode, headers: told } = await app.inject({ url, headers, method })
    return `${statusCode} ${String(told['content-type']).split(';', 1)[0]}`
  }
  const page = '200 text/html'
  const problem = '404 application/problem+json'
  for (const headers of [{}, { accept: '*/*' }, { accept: 'text/html,application/xhtml+xml;q=0.9' }] as Record<string, string>[]) {
    for (const url of ['/', '/?lang=en', '/cases/5', '/search?q=a.b', '/apiary', '/khong-co'])
      assert.equal(await sent(url, headers), page, url)
    for (const url of ['/api', '/api?x', '/api/khong-co', '/assets/gone.js', '/assets/gone', '/favicon.png?v=2', '/.built-from.json'])
      assert.equal(await sent(url, headers), problem, url)
    assert.equal(await sent('/', headers, 'HEAD'), page)
    assert.equal(await sent('/', headers, 'POST'), problem)
  }
  assert.equal(await sent('/', { accept: 'application/json' }), problem)
})
