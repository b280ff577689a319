import 'reflect-metadata'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig, parseEnvironment } from '@linernotes/configuration'
import type { Dj } from '@linernotes/dj'
import type { Database } from '@linernotes/database'
import { createTestDatabase } from '@linernotes/database/testing'
import { openPlatform, type Platform, type PlatformOptions } from '@linernotes/serving'
import type { Speaker } from '@linernotes/speech'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { createContextFactory } from '../context.js'
import { composeDj } from '../dj/compose-dj.js'
import { composeSpeaker } from '../dj/compose-speaker.js'
import { createGatewayServer, type GatewayServerOptions } from '../http/gateway-server.js'
import { mainQuery } from '../http/main-query.js'
import { createReadiness } from '../http/readiness.js'
import { refuseOtherNames } from '../http/refuse-other-names.js'
import { createRoutes } from '../http/routes.js'
import { createMetrics } from '../metrics/create-metrics.js'
import { buildGatewaySchema } from '../schema.js'
import { countStatements } from './count-statements.js'
import { fillTestCatalogue } from './fill-test-catalogue.js'
import { createTestClient, type TestClient } from './test-client.js'

export interface TestGatewayOptions {
  /** Which providers write; left out: those of linernotes.config.ts. */
  readonly config?: PlatformOptions['config']
  readonly server?: Partial<GatewayServerOptions>
  readonly allowPrivateFeeds?: boolean
  /** Called before the platform is used by a request; may replace parts of it. */
  readonly platform?: (platform: Platform) => Platform
  /** Another DJ than the one of the product. */
  readonly dj?: (platform: Platform) => Dj
  /** Another voice than the configured ones. */
  readonly speaker?: Pick<Speaker, 'find' | 'silence'>
}

export interface TestGateway extends AsyncDisposable, TestClient {
  readonly db: Kysely<Database>
  readonly platform: Platform
  /** What the gateway logs. */
  readonly logged: readonly string[]
  /** Statements that `act` sends to the database. */
  countStatements(act: () => Promise<unknown>): Promise<number>
  /** What SIGTERM does first. */
  readonly stopping: AbortController
}

const rootDirectory = path.resolve(import.meta.dirname, '../../../..')

/** The gateway over real HTTP on a database of its own, with a small catalogue. */
export async function createTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  await using opened = new AsyncDisposableStack()
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-gateway-'))
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const { db: plain } = opened.use(await createTestDatabase())
  const counter = countStatements(plain)
  const parsed = parseEnvironment({ LINERNOTES_DATA_DIR: directory }, rootDirectory)
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  const { environment } = parsed
  await fillTestCatalogue(plain, path.join(directory, 'files'), Date.now)
  const stopping = new AbortController()
  const metrics = createMetrics()
  const config = options.config ?? (await loadConfig(environment))
  const real = opened.use(
    await openPlatform({
      database: { db: counter.db, kind: 'embedded', owned: true, guests: () => 0, [Symbol.asyncDispose]: async () => undefined },
      dataDirectory: directory,
      modelsDirectory: environment.modelsDirectory,
      rootDirectory,
      config,
      now: Date.now,
      observer: metrics.observer,
      fetch,
      log: () => undefined,
      signal: new AbortController().signal,
    }),
  )
  const platform = options.platform?.(real) ?? real
  const configured = opened.use(await composeSpeaker({ config, dataDirectory: directory, now: Date.now, fetch, log: () => undefined, signal: stopping.signal }))
  const speaker = options.speaker ?? configured
  const dj = options.dj?.(platform) ?? opened.use(await composeDj(platform, configured))
  const logged: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) })
  const server = opened.use(
    await createGatewayServer({
      schema: await buildGatewaySchema(),
      createContext: createContextFactory({
        platform,
        dj,
        speaker,
        stopping: stopping.signal,
        allowPrivateFeeds: options.allowPrivateFeeds ?? false,
        whereabouts: environment,
      }),
      readiness: createReadiness(platform, () => (stopping.signal.aborted ? 'draining' : null)),
      introspection: true,
      defaultQuery: await mainQuery(),
      routes: [refuseOtherNames(environment), ...createRoutes({ platform, metrics, log, dj, speaker })],
      log,
      ...options.server,
    }),
  )
  opened.defer(() => stopping.abort())
  const { port } = await server.listen(0, '127.0.0.1')
  const whole = opened.move()
  return {
    ...createTestClient(`http://127.0.0.1:${port}`),
    db: plain,
    platform,
    logged,
    stopping,
    countStatements: counter.count,
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}
