import { transcode } from 'node:buffer'
import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type Asking, POST_HEADER } from './asking.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A read that a screen repeats: where its answer is the one that the browser holds, nothing but that is sent. */
    repeated?: boolean
  }
}

/** When an answer was counted, at the end of it: two that differ in this alone say the same. */
const COUNTED = /,"at":"[-\d:.TZ]*"\}$/
/** Longer than what COUNTED fits, which then is not looked for in all of an answer. */
const ITS_LENGTH = 60

/** From so many letters on, an answer is made into bytes once for its tag, its length and the wire. Below, memory outside the heap costs more than it saves. */
const LARGE = 2 * 1024
/** Where most answers stand for a moment, before they are bytes. */
const SCRATCH = Buffer.allocUnsafeSlow(64 * 1024)

/** Text as UTF-8. What JSON.stringify() writes is well formed; of all else the long way is taken. */
const utf8 = (text: string): Buffer => {
  try {
    const wide = text.length * 2 <= SCRATCH.length ? SCRATCH.subarray(0, SCRATCH.write(text, 'utf16le')) : Buffer.from(text, 'utf16le')
    return transcode(wide, 'utf16le', 'utf8')
  } catch {
    return Buffer.from(text)
  }
}

/**
 * An answer as it is sent, with its entity tag: of what it says, of the officer to whom, and of the post. Nobody's tag ever fits what somebody else was
 * told. It is a weak one (RFC 9110, 8.8.1), since one answer travels packed in several ways and may differ in the moment at which it was counted.
 */
const tagged = (asker: string, body: string): { sent: string | Buffer; tag: string } => {
  const head = `${asker}\n`
  // As the asker is, the moment is plain ASCII, a byte a letter.
  const counted = COUNTED.exec(body.slice(-ITS_LENGTH))?.[0].length ?? 0
  const tagOf = (told: string | Buffer) => `W/"${hash('sha256', told, 'base64url')}"`
  if (body.length < LARGE) return { sent: body, tag: tagOf(head + body.slice(0, body.length - counted)) }
  const bytes = utf8(head + body)
  return { sent: bytes.subarray(head.length), tag: tagOf(bytes.subarray(0, bytes.length - counted)) }
}

/** Whether one of the tags that If-None-Match lists is this one. `*` asks for something else and fits nothing. */
const holds = (listed: string | undefined, tag: string): boolean =>
  listed !== undefined && listed.split(',').some((one) => `W/${one.trim().replace(/^W\//, '')}` === tag)

/**
 * Lets browsers keep the answers of repeated reads for the session that got them, asking each time whether they still hold: a screen that looks again after
 * every change then costs a slow line a few bytes. The server still answers anew each time, under the policies; what is no longer to be seen is
 * refused as ever.
 */
export const answerOnlyNews = (app: FastifyInstance, asking: Pick<Asking, 'askerOf'>): void => {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.routeOptions.config?.repeated !== true || reply.statusCode !== 200 || typeof payload !== 'string')
      return done(null, payload)
    const asker = asking.askerOf(request)
    if (asker === null) return done(null, payload)
    const { sent, tag } = tagged(asker, payload)
    reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', `cookie, ${POST_HEADER}`)
    if (!holds(request.headers['if-none-match'], tag)) return done(null, sent)
    reply.code(304).removeHeader('content-type').removeHeader('content-length')
    done(null, null)
  })
}
