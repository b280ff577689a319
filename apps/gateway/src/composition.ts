import { loadConfig, type Environment } from '@linernotes/configuration'
import { openPlatform, type Platform } from '@linernotes/serving'
import type { Logger } from 'pino'
import { createContextFactory } from './context.js'
import { createGatewayServer, type GatewayServer } from './http/gateway-server.js'
import { mainQuery } from './http/main-query.js'
import { createReadiness } from './http/readiness.js'
import { buildGatewaySchema } from './schema.js'

export interface Gateway extends AsyncDisposable {
  readonly platform: Platform
  readonly server: GatewayServer
}

/** The one place where the gateway is wired. Disposal drains the server first, then closes what it used. */
export async function composeGateway(environment: Environment, log: Logger, signal: AbortSignal): Promise<Gateway> {
  await using opened = new AsyncDisposableStack()
  const platform = opened.use(
    await openPlatform({
      databaseUrl: environment.databaseUrl,
      dataDirectory: environment.dataDirectory,
      modelsDirectory: environment.modelsDirectory,
      rootDirectory: environment.rootDirectory,
      mode: 'own',
      config: await loadConfig(environment),
      now: Date.now,
      fetch,
      log: (event, data) => log.debug(data ?? {}, event),
      signal,
    }),
  )
  const server = opened.use(
    await createGatewayServer({
      schema: await buildGatewaySchema(),
      createContext: createContextFactory(platform, environment),
      readiness: createReadiness(platform, signal),
      introspection: platform.database.kind === 'embedded',
      defaultQuery: await mainQuery(),
      log,
    }),
  )
  const whole = opened.move()
  return { platform, server, [Symbol.asyncDispose]: () => whole.disposeAsync() }
}
