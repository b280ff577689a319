import { loadConfig, type Environment } from '@linernotes/configuration'
import { openPlatform, type Platform } from '@linernotes/serving'
import type { Logger } from 'pino'
import { createContextFactory } from './context.js'
import { composeDj } from './dj/compose-dj.js'
import { composeSpeaker } from './dj/compose-speaker.js'
import { createGatewayServer, type GatewayServer } from './http/gateway-server.js'
import { mainQuery } from './http/main-query.js'
import { createReadiness, type Hindrance } from './http/readiness.js'
import { refuseOtherNames } from './http/refuse-other-names.js'
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
  const config = await loadConfig(environment)
  // What failed and was served in spite of it is an operator's business.
  const note = (event: string, data?: object): void => (event.endsWith('-failed') ? log.warn(data ?? {}, event) : log.debug(data ?? {}, event))
  const platform = opened.use(
    await openPlatform({
      databaseUrl: environment.databaseUrl,
      dataDirectory: environment.dataDirectory,
      modelsDirectory: environment.modelsDirectory,
      rootDirectory: environment.rootDirectory,
      signingKey: environment.signingKey,
      config,
      now: Date.now,
      observer: metrics.observer,
      fetch,
      log: note,
      signal: closing.signal,
    }),
  )
  // Between the server, whose requests may still need the platform, and the platform, which need not finish what nobody waits for.
  opened.defer(() => closing.abort(new DOMException('The gateway is stopping.', 'AbortError')))
  const speaker = opened.use(
    await composeSpeaker({ config, dataDirectory: environment.dataDirectory, now: Date.now, fetch, log: note, signal: closing.signal }),
  )
  const dj = opened.use(await composeDj(platform, speaker))
  const stopping = new AbortController()
  const server = opened.use(
    await createGatewayServer({
      schema: await buildGatewaySchema(),
      createContext: createContextFactory({
        platform,
        dj,
        speaker,
        stopping: stopping.signal,
        allowPrivateFeeds: environment.allowPrivateFeeds,
        whereabouts: environment,
      }),
      readiness: createReadiness(platform, hindrance),
      introspection: platform.database.kind === 'embedded',
      defaultQuery: await mainQuery(),
      routes: [refuseOtherNames(environment), ...createRoutes({ platform, metrics, log, dj, speaker })],
      log,
    }),
  )
  // First of all: who follows a session would hold the server up until its patience ends.
  opened.defer(() => stopping.abort(new DOMException('The gateway is stopping.', 'AbortError')))
  const whole = opened.move()
  return { platform, server, [Symbol.asyncDispose]: () => whole.disposeAsync() }
}
