import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { FILE_LIMIT, keepFile, openFile } from '../documents/files.ts'
import { problem } from '../problems/catalogue.ts'
import type { Service } from './service.ts'

/** Keeping and opening files. Bodies are raw bytes. */
export const registerFileRoutes = (plain: FastifyInstance, service: Service): void => {
  plain.register(async (scope) => {
    const app = scope.withTypeProvider<ZodTypeProvider>()
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FILE_LIMIT + 1 }, (_request, body, done) => done(null, body))

    app.post(
      '/api/files',
      {
        bodyLimit: FILE_LIMIT + 1,
        schema: { tags: ['file'], querystring: z.object({ name: z.string().min(1).max(300), caseId: z.uuid().optional() }) },
      },
      async (request) => {
        const actor = await service.asking.actorOf(request)
        if (!Buffer.isBuffer(request.body)) throw problem('empty-file')
        const mediaType = request.headers['content-type']?.split(';')[0] ?? 'application/octet-stream'
        return keepFile(service.files, actor, { name: request.query.name, mediaType, bytes: request.body })
      },
    )

    app.get('/api/files/:id', { schema: { tags: ['file'], params: z.object({ id: z.uuid() }) } }, async (request, reply) => {
      const actor = await service.asking.actorOf(request)
      const { ref, bytes } = await openFile(service.files, actor, request.params.id)
      // Always a download and never sniffed: a file from outside must not run as a page of this origin.
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(ref.name)}`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('digest', `sha-256=${Buffer.from(ref.sha256, 'hex').toString('base64')}`)
        .send(bytes)
    })
  })
}
