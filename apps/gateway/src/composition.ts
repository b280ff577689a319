import { loadConfig, type Environment } from '@linernotes/configuration'
import { openPlatform, type Platform } from '@linernotes/serving'
import type { Logger } from 'pino'
import { createContextFactory } from './context.js'
import { createGatewayServer, type GatewayServer } from './http/gateway-server.js'
import { mainQuery } from './http/main-query.js'
import { createReadiness, type Hindrance } from './http/readiness.js'
import { createRoutes } from './http/routes.js'
import { createMetrics } from './metrics/create-metrics.js'
import { buildGatewaySchema } from './schema.js'

export interface Gateway extends AsyncDisposable {
  readonly platform: Platform
  readonly server: GatewayServer
}

/** The one place where the gateway is wired. Disposal drains the server first, then closes what it used. */
export async function composeGateway(environment: Environment, log: Logger, hindrance: Hindrance): Promise<Gateway> {
  await using opened = new AsyncDisposableStack()
  const closing = new AbortController()
  const metrics = createMetrics()
  const platform = opened.use(
    await openPlatform({
      databaseUrl: environment.databaseUrl,
      dataDirectory: environment.dataDirectory,
      modelsDirectory: environment.modelsDirectory,
      rootDirectory: environment.rootDirectory,
      signingKey: environment.signingKey,
      config: await loadConfig(environment),
      now: Date.now,
      observer: metrics.observer,
      fetch,
      // What failed and was served in spite of it is an operator's business.
      log: (event, data) => (event.endsWith('-failed') ? log.warn(data ?? {}, event) : log.debug(data ?? {}, event)),
      signal: closing.signal,
    }),
  )
  // Between the server, whose requests may still need the platform, and the platform, which need not finish what nobody waits for.
  opened.defer(() => closing.abort(new DOMException('The gateway is stopping.', 'AbortError')))
  const server = opened.use(
    await createGatewayServer({
      schema: await buildGatewaySchema(),
      createContext: createContextFactory(platform, environment),
      readiness: createReadiness(platform, hindrance),
      introspection: platform.database.kind === 'embedded',
      defaultQuery: await mainQuery(),
      routes: createRoutes({ platform, metrics, log }),
      log,
    }),
  )
  const whole = opened.move()
  return { platform, server, [Symbol.asyncDispose]: () => whole.disposeAsync() }
}
