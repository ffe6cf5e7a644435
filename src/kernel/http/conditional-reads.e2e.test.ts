import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newDesk } from '../../../testing/browser.ts'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { demoId } from '../../demo/player.ts'

let server: RunningServer
let browser: Browser
before(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

const letter = demoId('letter')
/** What a case page asks for again after every change. */
const PATHS = ['', '/timeline', '/fulfilments', '/progress'].map((part) => `/api/cases/${letter}${part}`)

const cookiesOf = async (account: string) => {
  const { cookie } = await signedIn(server.url, account, DEMO_PASSWORD)
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url }
  })
}

/** Asks for all of it as the page does, and answers what each body held and how many bytes came over the line for it. */
const look = async (page: Page): Promise<{ bodies: string[]; bytes: number[] }> => {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  const asked = new Map<string, string>()
  const came = new Map<string, number>()
  client.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, new URL(request.url).pathname))
  const all = new Promise<void>((resolve) =>
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      came.set(asked.get(requestId) ?? '', encodedDataLength)
      if (PATHS.every((path) => came.has(path))) resolve()
    }),
  )
  const bodies = await page.evaluate((paths) => Promise.all(paths.map(async (path) => (await fetch(path)).text())), PATHS)
  await all
  await client.detach()
  return { bodies, bytes: PATHS.map((path) => came.get(path) ?? 0) }
}

test('a browser that looks at a case again is sent next to nothing, and shows the same', async () => {
  const { context, page, errors } = await newDesk(browser)
  await context.addCookies(await cookiesOf('vpub.chuyenvien'))
  await page.goto(`${server.url}/api/health`)
  const first = await look(page)
  const again = await look(page)
  assert.deepEqual(again.bodies, first.bodies)
  for (const [i, bytes] of again.bytes.entries()) assert.ok(bytes < 900, `${PATHS[i]}: ${bytes} of ${first.bytes[i]}`)
  assert.ok(first.bytes.some((bytes) => bytes > 3000))

  // Another officer at the same machine is told what they may see, not what lies in the browser.
  await context.clearCookies()
  await context.addCookies(await cookiesOf('catinh.lanhdao'))
  const others = await look(page)
  const told = await Promise.all(
    PATHS.map(async (path) =>
      (await fetch(server.url + path, { headers: await signedIn(server.url, 'catinh.lanhdao', DEMO_PASSWORD) })).text(),
    ),
  )
  const settled = (text: string) => text.replaceAll(/"(at|lastSeenAt)":("[^"]*"|null)/g, '')
  assert.deepEqual(others.bodies.map(settled), told.map(settled))
  assert.deepEqual(errors, [])
  await context.close()
})
