import type { FastifyInstance } from 'fastify'
import type { Service } from '../kernel/http/service.ts'
import { registerAgreementRoutes } from './agreement/routes.ts'
import { registerDirectiveRoutes } from './directive/routes.ts'

/** Routes that kinds bring beside their commands: reading in, exports. */
export const kindRoutes =
  (service: Service) =>
  (app: FastifyInstance): void => {
    registerDirectiveRoutes(app, service)
    registerAgreementRoutes(app, service)
  }
