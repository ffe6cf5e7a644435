import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readAs } from '../../kernel/access/reader.ts'
import { listFulfilments, readProgress } from '../../kernel/assignments/fulfilment-reads.ts'
import { readCase } from '../../kernel/cases/reads/case-view.ts'
import { aside } from '../../kernel/documents/aside.ts'
import type { FulfilmentView } from '../../kernel/http/views.ts'
import { problem } from '../../kernel/problems/catalogue.ts'
import { type ProgressTable, progressFileName } from './progress-workbook.ts'
import type { DirectiveDeps } from './routes.ts'

/** GET /api/cases/:id/progress.xlsx: the progress table of all that the reader may see, as a workbook. */
export const registerExportRoute = (plain: FastifyInstance, deps: DirectiveDeps): void => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/cases/:id/progress.xlsx',
    { schema: { tags: ['directive'], params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const actor = await deps.asking.actorOf(request)
      const { id } = request.params
      const table = await readAs(deps.pools.read, actor, async (db): Promise<ProgressTable> => {
        const view = await readCase(db, deps.kernel, actor, deps.directory, id)
        if (view.kind !== 'directive') throw problem('not-found')
        const rows: FulfilmentView[] = []
        let after: string | undefined
        do {
          const page = await listFulfilments(db, actor, deps.directory, id, { after })
          rows.push(...page.rows)
          after = page.next ?? undefined
        } while (after)
        const { number, title, documentDate } = view
        return { view: { number, title, documentDate }, rows, progress: await readProgress(db, deps.directory, id) }
      })
      const bytes = Buffer.from(await aside<Uint8Array>(new URL('./progress-workbook.ts', import.meta.url), 'progressWorkbook', table))
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(progressFileName(table.view.number))}`)
        .send(bytes)
    },
  )
}
