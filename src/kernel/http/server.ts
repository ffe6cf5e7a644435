import compress from '@fastify/compress'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { refuseForeignOrigin } from '../access/sign-in/same-origin.ts'
import { registerSignIn } from '../access/sign-in/routes.ts'
import { registerAccountRoutes } from '../agencies/account-routes.ts'
import { registerAccessRoutes } from '../access/requests/routes.ts'
import { registerAcknowledgementRoutes } from '../acknowledgements/routes.ts'
import { registerAgencyRoutes } from '../agencies/routes.ts'
import { registerMonitoring } from '../monitoring/routes.ts'
import { registerCaseRoutes } from './case-routes.ts'
import { registerComingRoutes } from './coming-routes.ts'
import { registerCommandRoutes } from './command-routes.ts'
import { registerDeskRoutes } from './desk-routes.ts'
import { registerFileRoutes } from './file-routes.ts'
import { registerLiveRoutes } from './live-routes.ts'
import { answerBrokenRequest, answerOddExpectation, errorHandler } from './problem-json.ts'
import { answerOnlyNews } from './conditional-reads.ts'
import { boundLargeBodies, refuseUnsoundText } from './guards.ts'
import { LargeBodies } from './large-bodies.ts'
import type { Service } from './service.ts'
import { serveWeb } from './web-files.ts'

export type ServerOptions = {
  /** Folder of the built web, or null where only the API is served (tests). */
  webDir: string | null
  /** Routes that kinds and the demo bring. */
  extra: ((app: FastifyInstance) => void)[]
  logLevel: string
  /** Bounds of large bodies, where they are not the usual ones. */
  largeBodies?: LargeBodies
  /** Takes the lines of the log instead of the standard output. */
  logTo?: { write: (line: string) => void } | undefined
  /** Opens GET /metrics to other machines that bring it; this machine needs none. */
  metricsToken?: string | undefined
  /** Addresses and networks of proxies, beside this machine, whose forwarding headers are believed; nobody else's are. */
  trustedProxies?: readonly string[]
}

/** Nothing is loaded from elsewhere; styles are set by the component library at run time. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"

/** The HTTP server over a service: routes, problem+json, OpenAPI, the web. Nothing of a request's body or address is logged. */
export const buildServer = async (service: Service, options: ServerOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: { level: options.logLevel, redact: ['req.headers'], ...(options.logTo ? { stream: options.logTo } : {}) },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: ['loopback', ...(options.trustedProxies ?? [])],
    bodyLimit: 8 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    // A head comes at once; a body of 50 MB has five minutes. Who sends a byte now and then is cut off.
    requestTimeout: 300_000,
    // Who neither sends nor reads for two minutes is cut off; a live stream says something more often.
    connectionTimeout: 120_000,
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    frameworkErrors: errorHandler,
    clientErrorHandler: answerBrokenRequest,
  })
  app.server.on('checkExpectation', answerOddExpectation)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(errorHandler)
  app.addHook('onRequest', refuseForeignOrigin())
  boundLargeBodies(app, service.asking, options.largeBodies ?? new LargeBodies())
  app.addHook('preValidation', refuseUnsoundText)
  answerOnlyNews(app, service.asking)
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin')
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', POLICY)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done(null, payload)
  })
  // Files of the web lie packed already. zstd packs an answer as tightly as brotli here, in a quarter of its time; below 64 kB a stream would cost more.
  await app.register(compress, {
    threshold: 1400,
    syncThreshold: 64 * 1024,
    encodings: ['zstd', 'br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Hiệp Đồng', version: service.version, description: 'API của Hiệp Đồng · The API of Hiệp Đồng' },
    },
    transform: jsonSchemaTransform,
  })
  registerMonitoring(app, service, options.metricsToken || null)
  app.register(async (api) => {
    api.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    registerSignIn(api, service.signIn)
    registerDeskRoutes(api, service)
    registerComingRoutes(api, service)
    registerCaseRoutes(api, service)
    registerFileRoutes(api, service)
    registerLiveRoutes(api, service)
    registerAgencyRoutes(api, service)
    registerAcknowledgementRoutes(api, service)
    registerAccessRoutes(api, service)
    registerAccountRoutes(api, service)
    for (const register of options.extra) register(api)
    registerCommandRoutes(api, service)
  })
  serveWeb(app, options.webDir)
  return app
}
