import type { FastifyInstance } from 'fastify'
import type { Service } from '../kernel/http/service.ts'

/** The routes that the kinds of a service bring beside their commands. */
export const kindRoutes =
  (service: Service) =>
  (app: FastifyInstance): void => {
    app.register(async (scope) => {
      for (const { routes } of service.kinds) (await routes?.())?.(scope, service)
    })
  }
