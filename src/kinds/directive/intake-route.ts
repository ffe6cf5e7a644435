import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Actor } from '../../kernel/access/actor.ts'
import type { NameContext } from '../../kernel/agencies/resolve-name.ts'
import { localDay } from '../../kernel/clocks/given-times.ts'
import { keepFile } from '../../kernel/documents/files.ts'
import { needRight } from '../../kernel/http/asking.ts'
import { problem } from '../../kernel/problems/catalogue.ts'
import { Problem } from '../../kernel/problems/problem.ts'
import type { IntakeDraft } from '../../intake/draft.ts'
import { IntakeError } from '../../intake/intake-error.ts'
import { MAX_FILE_BYTES } from '../../intake/limits.ts'
import { readDocument } from '../../intake/read-document.ts'
import { readDocumentFile } from '../../intake/read-file.ts'
import { doubtsOf, payloadFromIntake } from './from-intake.ts'
import type { IntakeView, NameReading, NamesView } from './intake-contract.ts'
import { readName } from './read-names.ts'
import type { DirectiveDeps } from './routes.ts'

const fileQuery = z.object({ name: z.string().min(1).max(300).optional() })
const textBody = z.object({ text: z.string() })
const namesBody = z.object({
  names: z.array(z.string().min(1).max(500)).max(2_000),
  ids: z.array(z.uuid()).max(10_000).default([]),
  issuerId: z.uuid().nullable().default(null),
  date: localDay.nullable().default(null),
})

/** Refusals of intake in the words of its own catalogue. */
const told = (error: unknown): unknown => (error instanceof IntakeError ? new Problem(error.code, 422, error.texts) : error)

/**
 * POST /api/intake: a file as raw bytes (`?name=`) or `{text}`; answers an IntakeView. The original is kept only when it could be read.
 * Needs the right 'draft'. POST /api/intake/names: what names and ids stand for, for any officer.
 */
export const registerIntakeRoutes = (plain: FastifyInstance, deps: DirectiveDeps): void => {
  plain.register(async (scope) => {
    const routes = scope.withTypeProvider<ZodTypeProvider>()
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('application/json', { parseAs: 'string' }, routes.getDefaultJsonParser('error', 'error'))
    routes.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES + 1 }, (_request, body, done) => done(null, body))
    // Before the body is read: nobody without the right makes the server hold 20 MB.
    routes.addHook('onRequest', async (request) => {
      const actor = await deps.asking.actorOf(request)
      if (request.routeOptions.url === '/api/intake') needRight(actor, 'draft')
    })
    routes.setErrorHandler((error) => {
      if ((error as { code?: string }).code === 'FST_ERR_CTP_BODY_TOO_LARGE') throw told(new IntakeError('file-too-large'))
      throw told(error)
    })

    routes.post(
      '/api/intake',
      { bodyLimit: MAX_FILE_BYTES + 1, schema: { tags: ['directive'], querystring: fileQuery } },
      async (request): Promise<IntakeView> => {
        const actor = await deps.asking.actorOf(request)
        const name = request.query.name ?? 'van-ban'
        if (!Buffer.isBuffer(request.body)) return intakeView(deps, actor, readDocument(textOf(request.body)), null)
        const bytes = request.body
        const draft = readDocument((await readDocumentFile(bytes, name)).text)
        const mediaType = request.headers['content-type']?.split(';')[0] ?? 'application/octet-stream'
        return intakeView(deps, actor, draft, await keepFile(deps.files, actor, { name, mediaType, bytes }))
      },
    )

    routes.post(
      '/api/intake/names',
      { config: { reading: true }, schema: { tags: ['directive'], body: namesBody } },
      async (request): Promise<NamesView> => {
        const actor = await deps.asking.actorOf(request)
        const { names, ids, issuerId, date } = request.body
        const read = reader(deps, contextOf(deps, actor, issuerId, date))
        return { readings: Object.fromEntries(names.map((name) => [name, read(name)])), agencies: ids.map((id) => deps.directory.ref(id)) }
      },
    )
  })
}

const textOf = (body: unknown): string => {
  const given = textBody.safeParse(body)
  if (!given.success) throw problem('bad-input', { path: 'text' })
  return given.data.text
}

/** Names are read as the issuer wrote them; where the issuer is not known, as the reader's own agency would. */
const contextOf = (deps: DirectiveDeps, actor: Actor, issuerId: string | null, date: string | null): NameContext => ({
  areaCode: (issuerId && deps.directory.areaOf(issuerId)) ?? deps.directory.areaOf(actor.agencyId) ?? 'VN',
  date,
})

const reader = (deps: DirectiveDeps, context: NameContext): ((as: string) => NameReading) => {
  const known = new Map<string, NameReading>()
  return (as) => {
    const reading = known.get(as) ?? readName(deps.directory, as, context)
    known.set(as, reading)
    return reading
  }
}

const intakeView = (deps: DirectiveDeps, actor: Actor, draft: IntakeDraft, file: IntakeView['file']): IntakeView => {
  const date = draft.date.value
  const issuer = draft.issuer.value
    ? readName(deps.directory, draft.issuer.value, contextOf(deps, actor, null, date)).targets[0]
    : undefined
  const issuerId = issuer?.kind === 'agency' ? issuer.agencyId : null
  const read = reader(deps, contextOf(deps, actor, issuerId, date))
  const payload = payloadFromIntake(draft, { read, newId: randomUUID, fileId: file?.id ?? null })
  const names = payload.assignments.flatMap((one) => [...one.leads, ...one.coordinating].map((target) => target.as))
  return {
    file,
    genre: draft.genre,
    payload,
    doubts: doubtsOf(draft),
    readings: Object.fromEntries(names.map((name) => [name, read(name)])),
  }
}
