import { existsSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problem } from '../problems/catalogue.ts'

/**
 * Sends the built web: files by their path, and its one page for every other address that may be a screen's. Both are looked up when they are
 * asked for, so that a web that is built anew under a running server is the one that is sent from then on.
 */
export const serveWeb = (app: FastifyInstance, webDir: string | null): void => {
  const served = webDir !== null && existsSync(join(webDir, 'index.html')) ? webDir : null
  if (served !== null) {
    app.register(staticFiles, {
      root: served,
      index: false,
      dotfiles: 'ignore',
      // Addresses of screens have no ending.
      allowedPath: (path) => /\.\w+$/.test(path),
      // The build puts a tightly packed copy beside each file.
      preCompressed: true,
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(served, 'assets'))
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  const page = served === null ? null : pageOf(join(served, 'index.html'))
  app.setNotFoundHandler(async (request, reply) => {
    if (page === null || !['GET', 'HEAD'].includes(request.method) || !isScreen(request.url) || !takesPage(request.headers.accept))
      throw problem('not-found')
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await page())
  })
}

/** Whether an address may be a screen's: neither the API's nor that of a file, which has an ending. */
const isScreen = (url: string): boolean => {
  const path = url.split('?', 1)[0] ?? ''
  return !/^\/(api|assets)(\/|$)/.test(path) && !/\.\w+$/.test(path)
}

/** Browsers name HTML; what names nothing, or everything, takes the page too. */
const takesPage = (accept: string | undefined): boolean => !accept || /text\/html|text\/\*|\*\/\*/.test(accept)

/** The page as it is on the disk; the one before where a build has just taken it away. */
const pageOf = (path: string): (() => Promise<Buffer>) => {
  const changedAt = () => statSync(path, { throwIfNoEntry: false })?.mtimeMs
  let kept = { at: changedAt(), bytes: readFileSync(path) }
  return async () => {
    const at = changedAt()
    if (at !== undefined && at !== kept.at)
      kept = await readFile(path).then(
        (bytes) => ({ at, bytes }),
        () => kept,
      )
    return kept.bytes
  }
}
