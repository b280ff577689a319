import path from 'node:path'
import { openDatabase, type DatabaseHandle } from '@linernotes/database'
import { openModelFiles } from '@linernotes/model-files'
import { createNarrator, type Narrator } from '@linernotes/narratives'
import type { LinerNotesConfig } from '@linernotes/narratives/config'
import { openModel, type RecommendationModel } from '@linernotes/recommendations'

export interface PlatformOptions {
  /** PostgreSQL server; undefined: embedded. */
  readonly databaseUrl: string | undefined
  readonly dataDirectory: string
  readonly modelsDirectory: string
  /** 'own': be the one process that opens the embedded database; 'share': use it through whoever does. */
  readonly mode: 'own' | 'share'
  readonly config: LinerNotesConfig
  readonly now: () => number
  readonly fetch: typeof fetch
  readonly log: (event: string, data?: object) => void
  readonly signal: AbortSignal
}

/** What the use cases need, opened together and closed together. */
export interface Platform extends AsyncDisposable {
  readonly database: DatabaseHandle
  readonly narrator: Narrator
  /** The recommendation model; loaded on first use, refreshed when the data have changed. */
  model(): Promise<RecommendationModel>
  readonly now: () => number
  readonly log: PlatformOptions['log']
}

/** Opens database, model files and providers. Disposal closes them in reverse. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { dataDirectory, config, now, log, signal } = options
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await openDatabase({ url: options.databaseUrl, dataDirectory, mode: options.mode, signal }))
  const models = openModelFiles({ directory: options.modelsDirectory, fetch: options.fetch, now })
  const narrator = opened.use(
    await createNarrator({
      db: database.db,
      config,
      host: { fetch: options.fetch, now, log, stateDirectory: path.join(dataDirectory, 'plugins'), modelFile: (id) => models.path(id) },
    }),
  )
  let model: Promise<RecommendationModel> | null = null
  const whole = opened.move()
  return {
    database,
    narrator,
    now,
    log,
    async model() {
      model ??= openModel(database.db, { signal }).catch((error: unknown) => {
        model = null
        throw error
      })
      return await model
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}
