import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readAs } from '../../kernel/access/reader.ts'
import { readCase } from '../../kernel/cases/reads/case-view.ts'
import { localDay } from '../../kernel/clocks/given-times.ts'
import { localDate } from '../../kernel/clocks/zone.ts'
import { aside } from '../../kernel/documents/aside.ts'
import { workbookName } from '../../kernel/documents/workbook-cells.ts'
import type { Service } from '../../kernel/http/service.ts'
import { problem } from '../../kernel/problems/catalogue.ts'
import { agreementClock } from './agreement-clock.ts'
import { compareTexts } from './compare.ts'
import type { EvidenceTable } from './evidence-workbook.ts'
import { readAgreement, readEvidence, readEvidenceTable } from './evidence.ts'
import { registerAgreementIntake } from './intake-route.ts'
import { versionOf } from './standing.ts'

export type AgreementDeps = Pick<Service, 'kernel' | 'pools' | 'directory' | 'asking' | 'files'>

const params = z.object({ id: z.uuid() })
const period = z.object({ from: localDay.optional(), until: localDay.optional() })
const today = (): string => localDate(new Date().toISOString())

/** Reads of agreements beside those of every case: evidence by clause and period, its workbook, two versions compared. */
export const registerAgreementRoutes = (plain: FastifyInstance, deps: AgreementDeps): void => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const { kernel, pools, directory, asking } = deps
  const tags = ['agreement']
  registerAgreementIntake(plain, deps)

  app.get('/api/cases/:id/evidence', { schema: { tags, params, querystring: period } }, async (request) => {
    const actor = await asking.actorOf(request)
    const asked = { caseId: request.params.id, ...request.query, today: today() }
    return readAs(pools.read, actor, (db) => readEvidence(db, kernel, directory, asked))
  })

  app.get('/api/cases/:id/evidence/table', { schema: { tags, params } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => readEvidenceTable(db, kernel, request.params.id, today()))
  })

  app.get('/api/cases/:id/agreement-clock', { schema: { tags, params } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, async (db) => agreementClock(await readAgreement(db, kernel, request.params.id), directory, today()))
  })

  app.get('/api/cases/:id/evidence.xlsx', { schema: { tags, params, querystring: period } }, async (request, reply) => {
    const actor = await asking.actorOf(request)
    const { id } = request.params
    const table = await readAs(pools.read, actor, async (db): Promise<EvidenceTable> => {
      const { number, title } = await readCase(db, kernel, actor, directory, id)
      const evidence = await readEvidence(db, kernel, directory, { caseId: id, ...request.query, today: today() })
      return { number, title, evidence, table: await readEvidenceTable(db, kernel, id, today()) }
    })
    const bytes = Buffer.from(await aside<Uint8Array>(new URL('./evidence-workbook.ts', import.meta.url), 'evidenceWorkbook', table))
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(workbookName('minh-chung', table.number))}`)
      .send(bytes)
  })

  const pair = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) })
  app.get('/api/cases/:id/versions/compare', { schema: { tags, params, querystring: pair } }, async (request) => {
    const actor = await asking.actorOf(request)
    const state = await readAs(pools.read, actor, (db) => readAgreement(db, kernel, request.params.id))
    const [before, after] = [versionOf(state, request.query.from), versionOf(state, request.query.to)]
    if (!before || !after) throw problem('not-found')
    return compareTexts(before, after, (id) => directory.ref(id).shortName)
  })
}
