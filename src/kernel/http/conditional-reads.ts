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
const COUNTED = /,"at":"[^"]*"\}$/

/**
 * The entity tag of an answer: of what it says, of the officer to whom, and of the post. Nobody's tag ever fits what somebody else was told. It is a
 * weak one (RFC 9110, 8.8.1), since one answer travels packed in several ways and may differ in the moment at which it was counted.
 */
const tagOf = (asker: string, body: string): string => `W/"${hash('sha256', `${asker}\n${body.replace(COUNTED, '')}`, 'base64url')}"`

/** Whether one of the tags that If-None-Match lists is this one. `*` asks for something else and fits nothing. */
const holds = (listed: string | undefined, tag: string): boolean =>
  listed !== undefined && listed.split(',').some((one) => `W/${one.trim().replace(/^W\//, '')}` === tag)

/**
 * Lets browsers keep the answers of repeated reads for the session that got them, asking each time whether they still hold: a screen that looks again after
 * every change then costs a slow line a few bytes. The server still answers anew each time, under the policies; what is no longer to be seen is
 * refused as ever.
 */
export const answerOnlyNews = (app: FastifyInstance, asking: Pick<Asking, 'askerOf'>): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.routeOptions.config?.repeated !== true || reply.statusCode !== 200 || typeof payload !== 'string') return payload
    const asker = asking.askerOf(request)
    if (asker === null) return payload
    const tag = tagOf(asker, payload)
    reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', `cookie, ${POST_HEADER}`)
    if (!holds(request.headers['if-none-match'], tag)) return payload
    reply.code(304).removeHeader('content-type').removeHeader('content-length')
    return null
  })
}
