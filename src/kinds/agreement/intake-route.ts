import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IntakeError } from '../../intake/intake-error.ts'
import { MAX_FILE_BYTES } from '../../intake/limits.ts'
import { readDocumentFile } from '../../intake/read-file.ts'
import { readRegulation } from '../../intake/regulation.ts'
import type { RegulationDraft } from '../../intake/regulation-draft.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { areaTitle, provinceOf } from '../../kernel/agencies/areas.ts'
import { resolveName } from '../../kernel/agencies/resolve-name.ts'
import { keepFile } from '../../kernel/documents/files.ts'
import { needRight } from '../../kernel/http/asking.ts'
import { problem } from '../../kernel/problems/catalogue.ts'
import { Problem } from '../../kernel/problems/problem.ts'
import { documentArea, type DocumentArea } from './document-area.ts'
import { type KeptFile, type NameReading, textFromIntake } from './from-intake.ts'
import type { AgreementDeps } from './routes.ts'
import type { AgreementDoubt, AgreementIntakeView } from './views.ts'

const fileQuery = z.object({ name: z.string().min(1).max(300).optional() })
const textBody = z.object({ text: z.string() })

/** Refusals of intake in the words of its own catalogue. */
const told = (error: unknown): unknown => (error instanceof IntakeError ? new Problem(error.code, 422, error.texts) : error)

/** POST /api/agreement/intake: a file as raw bytes (`?name=`) or `{text}`; answers what `create` takes. Needs the right 'draft'. */
export const registerAgreementIntake = (plain: FastifyInstance, deps: AgreementDeps): void => {
  plain.register(async (scope) => {
    const routes = scope.withTypeProvider<ZodTypeProvider>()
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('application/json', { parseAs: 'string' }, routes.getDefaultJsonParser('error', 'error'))
    routes.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES + 1 }, (_request, body, done) => done(null, body))
    // Before the body is read: nobody without the right makes the server hold 20 MB.
    routes.addHook('onRequest', async (request) => needRight(await deps.asking.actorOf(request), 'draft'))
    routes.setErrorHandler((error) => {
      if ((error as { code?: string }).code === 'FST_ERR_CTP_BODY_TOO_LARGE') throw told(new IntakeError('file-too-large'))
      throw told(error)
    })
    routes.post(
      '/api/agreement/intake',
      { bodyLimit: MAX_FILE_BYTES + 1, schema: { tags: ['agreement'], querystring: fileQuery } },
      async (request): Promise<AgreementIntakeView> => {
        const actor = await deps.asking.actorOf(request)
        if (!Buffer.isBuffer(request.body)) {
          const given = textBody.safeParse(request.body)
          if (!given.success) throw problem('bad-input', { path: 'text' })
          return viewOf(deps, actor, readRegulation(given.data.text), null)
        }
        const name = request.query.name ?? 'quy-che'
        const draft = readRegulation((await readDocumentFile(request.body, name)).text)
        const mediaType = request.headers['content-type']?.split(';')[0] ?? 'application/octet-stream'
        return viewOf(deps, actor, draft, await keepFile(deps.files, actor, { name, mediaType, bytes: request.body }))
      },
    )
  })
}

const viewOf = ({ directory }: AgreementDeps, actor: Actor, draft: RegulationDraft, file: KeptFile): AgreementIntakeView => {
  // The text says where it belongs; the officer who takes it in may work elsewhere.
  const own = directory.areaOf(actor.agencyId)
  const named = documentArea(draft.text, [draft.title.value, ...draft.parties.map((party) => party.name)])
  const context = { areaCode: named?.code ?? own ?? 'VN', date: draft.signedOn.value }
  const index = directory.nameIndex()
  const read = (as: string): NameReading => {
    const found = resolveName(index, as, context)
    const [key, ...more] = found.agencies
    const agencyId = key !== undefined && more.length === 0 && !found.ambiguous ? directory.idOf(key) : null
    const written = found.named.length === 1 ? directory.idOf(found.named[0]!) : null
    return { agencyId, formerId: agencyId !== null && written !== agencyId ? written : null, note: found.note }
  }
  const mapped = textFromIntake(draft, { read, newId: randomUUID, ref: (id) => directory.ref(id) })
  return { file, sourceText: draft.text, ...mapped, doubts: [...mapped.doubts, ...doubtsOfArea(named, own)] }
}

/** Said where the text belongs elsewhere, or where nothing in it tells its province, so that the officer looks at who was found. */
const doubtsOfArea = (named: DocumentArea | null, own: string | null): AgreementDoubt[] => {
  const home = own === null ? null : provinceOf(own)
  const told = (vi: string, en: string): AgreementDoubt[] => [{ field: 'parties', text: { vi, en } }]
  if (!named) {
    return home
      ? told(
          `Văn bản không ghi rõ tỉnh; đã tìm cơ quan ở ${areaTitle(home)}`,
          `The text names no province; agencies were sought in ${home.name}`,
        )
      : []
  }
  const place = provinceOf(named.code)
  if (!home || place?.code === home.code) return []
  return told(`Văn bản thuộc ${named.title}, không phải địa bàn của đồng chí`, `The text belongs to ${named.title}, not to your area`)
}
