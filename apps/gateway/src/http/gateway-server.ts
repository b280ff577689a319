import { createServer, type Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type Express, type Request, type Router } from 'express'
import { NoSchemaIntrospectionCustomRule, specifiedRules, type GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { GatewayContext } from '../context.js'
import { createErrorFormatter } from '../errors.js'
import { limitDocument } from '../limits/limit-document.js'
import { limitOperationPlugin } from '../limits/limit-operation.js'
import { answerError } from './answer-error.js'
import { closedSignal } from './closed-signal.js'
import { compressAnswers } from './compress-answers.js'
import { graphiqlPage } from './graphiql.js'
import { healthRoutes, type Readiness } from './health-routes.js'
import { createStreamHandler } from './stream-handler.js'

export interface GatewayServerOptions {
  readonly schema: GraphQLSchema
  readonly createContext: (request: Request, signal: AbortSignal) => GatewayContext
  readonly readiness: Readiness
  readonly introspection: boolean
  /** The query that GraphiQL opens on. */
  readonly defaultQuery: string
  /** What is answered beside GraphQL: pages, the widget, media. */
  readonly routes: readonly Router[]
  readonly log: Logger
}

export interface GatewayServer extends AsyncDisposable {
  /** Rejects with the error of `listen`, e.g. EADDRINUSE. */
  listen(port: number, host: string): Promise<{ readonly port: number }>
}

const MOST_TOKENS = 4_000
const LARGEST_BODY = '1mb'

/** The HTTP face: GraphQL, GraphQL over SSE, GraphiQL and health. Disposal drains: no new connections, running requests finish. */
export async function createGatewayServer(options: GatewayServerOptions): Promise<GatewayServer> {
  const app = express()
  const http = createServer(app)
  const apollo = new ApolloServer<GatewayContext>({
    schema: options.schema,
    introspection: options.introspection,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [limitDocument],
    hideSchemaDetailsFromClientErrors: !options.introspection,
    formatError: createErrorFormatter(options.log, { hideSchema: !options.introspection }),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: { debug: () => {}, info: () => {}, warn: (message: unknown) => options.log.warn(message), error: (message: unknown) => options.log.error(message) },
    plugins: [
      limitOperationPlugin,
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 10_000 }),
      ApolloServerPluginLandingPageDisabled(),
    ],
  })
  await apollo.start()
  addRoutes(app, apollo, options)
  return { listen: (port, host) => listen(http, port, host), [Symbol.asyncDispose]: () => apollo.stop() }
}

function addRoutes(app: Express, apollo: ApolloServer<GatewayContext>, options: GatewayServerOptions): void {
  app.disable('x-powered-by')
  app.use(compressAnswers())
  for (const router of options.routes) app.use(router)
  app.use(healthRoutes(options.readiness))
  const { schema, createContext, introspection, log } = options
  const rules = [...specifiedRules, limitDocument, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])]
  const stream = createStreamHandler({
    schema,
    createContext,
    rules,
    maxTokens: MOST_TOKENS,
    formatError: createErrorFormatter(log, { hideSchema: !introspection }),
  })
  app.all('/graphql/stream', express.json({ limit: LARGEST_BODY }), stream)
  if (introspection) {
    const page = graphiqlPage(options.defaultQuery)
    app.get('/graphql', (request, response, next) => (request.accepts(['json', 'html']) === 'html' ? void response.type('html').send(page) : next()))
  }
  app.use('/graphql', express.json({ limit: LARGEST_BODY }), expressMiddleware(apollo, { context: async ({ req }) => createContext(req, closedSignal(req)) }))
  app.use(answerError(log))
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
