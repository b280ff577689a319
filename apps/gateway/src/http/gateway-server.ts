import { createServer, type Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type Express, type Request } from 'express'
import type { GraphQLSchema } from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/express'
import type { Logger } from 'pino'
import type { GatewayContext } from '../context.js'
import { createErrorFormatter } from '../errors.js'
import { graphiqlPage } from './graphiql.js'
import { healthRoutes, type Readiness } from './health-routes.js'

export interface GatewayServerOptions {
  readonly schema: GraphQLSchema
  readonly createContext: (request: Request, signal: AbortSignal) => GatewayContext
  readonly readiness: Readiness
  readonly introspection: boolean
  /** The query that GraphiQL opens on. */
  readonly defaultQuery: string
  readonly log: Logger
}

export interface GatewayServer extends AsyncDisposable {
  /** Rejects with the error of `listen`, e.g. EADDRINUSE. */
  listen(port: number, host: string): Promise<{ readonly port: number }>
}

/** The HTTP face: GraphQL, GraphQL over SSE, GraphiQL and health. Disposal drains: no new connections, running requests finish. */
export async function createGatewayServer(options: GatewayServerOptions): Promise<GatewayServer> {
  const app = express()
  const http = createServer(app)
  const apollo = new ApolloServer<GatewayContext>({
    schema: options.schema,
    introspection: options.introspection,
    parseOptions: { maxTokens: 4_000 },
    formatError: createErrorFormatter(options.log),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: { debug: () => {}, info: () => {}, warn: (message: unknown) => options.log.warn(message), error: (message: unknown) => options.log.error(message) },
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 10_000 }), ApolloServerPluginLandingPageDisabled()],
  })
  await apollo.start()
  addRoutes(app, apollo, options)
  return { listen: (port, host) => listen(http, port, host), [Symbol.asyncDispose]: () => apollo.stop() }
}

function addRoutes(app: Express, apollo: ApolloServer<GatewayContext>, options: GatewayServerOptions): void {
  app.disable('x-powered-by')
  app.use(healthRoutes(options.readiness))
  const stream = createHandler<GatewayContext & Record<PropertyKey, unknown>>({
    schema: options.schema,
    context: (request) => ({ ...options.createContext(request.raw, closedSignal(request.raw)) }),
  })
  app.all('/graphql/stream', (request, response, next) => void stream(request, response).catch(next))
  if (options.introspection) {
    const page = graphiqlPage(options.defaultQuery)
    app.get('/graphql', (request, response, next) => (request.accepts(['json', 'html']) === 'html' ? void response.type('html').send(page) : next()))
  }
  app.use(
    '/graphql',
    express.json({ limit: '1mb' }),
    expressMiddleware(apollo, { context: async ({ req }) => options.createContext(req, closedSignal(req)) }),
  )
}

/** Aborts when the client goes away before it has its answer. */
function closedSignal(request: Request): AbortSignal {
  const controller = new AbortController()
  const response = request.res
  response?.once('close', () => {
    if (!response.writableEnded) controller.abort(new DOMException('The client closed the connection.', 'AbortError'))
  })
  return controller.signal
}

function listen(server: Server, port: number, host: string): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve({ port: typeof address === 'object' && address !== null ? address.port : port })
    })
  })
}
