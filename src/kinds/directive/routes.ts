import type { FastifyInstance } from 'fastify'
import type { NameIndex } from '../../kernel/agencies/resolve-name.ts'
import type { AgencyNames } from '../../kernel/agencies/names.ts'
import type { Service } from '../../kernel/http/service.ts'
import { registerExportRoute } from './export-route.ts'
import { registerIntakeRoutes } from './intake-route.ts'

/** What the routes need of the directory that stands in memory. */
export type DirectiveDirectory = AgencyNames & {
  nameIndex: () => NameIndex
  /** Id of the agency with this key. */
  idOf: (key: string) => string
  /** Official code of the area an agency works in; null where it has none. */
  areaOf: (agencyId: string) => string | null
}

export type DirectiveDeps = Pick<Service, 'asking' | 'pools' | 'files' | 'kernel'> & { directory: DirectiveDirectory }

/** Routes that only directives have: reading a document in, and the progress table as a workbook. */
export const registerDirectiveRoutes = (app: FastifyInstance, deps: DirectiveDeps): void => {
  registerIntakeRoutes(app, deps)
  registerExportRoute(app, deps)
}
