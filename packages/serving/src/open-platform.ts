import type { KeyObject } from 'node:crypto'
import path from 'node:path'
import { openDatabase, type DatabaseHandle } from '@linernotes/database'
import { rememberTastes } from '@linernotes/listening'
import { openModelFiles } from '@linernotes/model-files'
import { createNarrator, type NarrativeDelta, type NarrativeObserver, type Narrator } from '@linernotes/narratives'
import type { LinerNotesConfig } from '@linernotes/narratives/config'
import {
  openModel,
  trainRecommender,
  verifyReceipt,
  type ClaimedReceipt,
  type Reason,
  type ReceiptVerdict,
  type RecommendationModel,
  type RecommendContext,
  type RecommendInput,
  type TrainReport,
  type TrainRequest,
} from '@linernotes/recommendations'
import { worthOf, type ReasonWorth } from './explain-recommendation.js'
import { Foreground } from './foreground.js'
import {
  compareProviders,
  narrateItem,
  narrateSubjects,
  streamItem,
  streamSubject,
  type NarrateContext,
  type NarrateOutcome,
  type NarrativeRequestOptions,
  type SpokenOptions,
} from './narrate-items.js'
import { openSigningKey } from './open-signing-key.js'
import type { Recommendation } from './recommendation.js'
import { recommendSettings } from './recommend-settings.js'
import { rankItems, recommendItems, type RankedItems, type RecommendationList, type RecommendRequest } from './recommend-items.js'
import { narrateAhead, type AheadOptions } from './ahead/narrate-ahead.js'
import { recallAndRegenerate, type RecallRequest, type RecallReport } from './ahead/recall.js'
import type { RunProgress, RunSpec } from './ahead/run.js'
import { workForOthers } from './ahead/work-jobs.js'
import { openRecommenderStore } from './open-recommender-store.js'
import type { BriefSubject } from './write-briefs.js'

export interface PlatformOptions {
  /** An open database, which stays open at disposal; left out: it is opened here, and closed. */
  readonly database?: DatabaseHandle
  /** PostgreSQL server; undefined: embedded. */
  readonly databaseUrl?: string | undefined
  readonly dataDirectory: string
  readonly modelsDirectory: string
  /** What relative paths of the model manifest start from. */
  readonly rootDirectory: string
  /** 'own': be the one process that opens the embedded database; 'share': use it through whoever does. Default: 'own'. */
  readonly mode?: 'own' | 'share'
  readonly config: LinerNotesConfig
  /** Signs receipts; undefined: the key in the data directory, which is made where there is none. */
  readonly signingKey?: KeyObject | undefined
  readonly now: () => number
  readonly fetch: typeof fetch
  readonly log: (event: string, data?: object) => void
  /** Whoever counts narratives; left out: nobody. */
  readonly observer?: NarrativeObserver | undefined
  readonly signal: AbortSignal
}

/** What the use cases need, opened together and closed together. */
export interface Platform extends AsyncDisposable {
  readonly database: DatabaseHandle
  readonly narrator: Narrator
  /** Whoever asks for lists and texts below is in it while they wait; `rank` and `streamSubject` are for work that may stand back. */
  readonly foreground: Foreground
  /** The recommendation model; loaded on first use, refreshed when the data have changed. */
  model(): Promise<RecommendationModel>
  readonly now: () => number
  readonly log: PlatformOptions['log']
  /** Trains a recommender on what everybody played, in a thread of its own, and puts it in force: for every process that uses this data directory. */
  train(request: TrainRequest, onProgress: (share: number) => void, signal: AbortSignal): Promise<TrainReport>
  recommend(request: RecommendRequest, signal: AbortSignal): Promise<RecommendationList>
  /** Ranks without keeping anything; what is then issued of it is kept. */
  rank(request: RecommendInput, signal: AbortSignal): Promise<RankedItems>
  /** What lists are ranked with, for those who measure them. */
  ranking(signal: AbortSignal): Promise<RecommendContext>
  /** What a reason of a recommendation was worth. */
  worthOf(recommendation: Recommendation, reason: Pick<Reason, 'basis'>, signal: AbortSignal): ReasonWorth
  /** Checks a receipt: its signature, and that the item ranks there because of what it says. */
  verifyReceipt(claimed: ClaimedReceipt, signal: AbortSignal): Promise<ReceiptVerdict>
  narrate(subjects: readonly BriefSubject[], options: NarrativeRequestOptions, signal: AbortSignal): Promise<readonly NarrateOutcome[]>
  narrateItem(itemId: string, listenerId: string | null, options: NarrativeRequestOptions, signal: AbortSignal): Promise<NarrateOutcome>
  compareProviders(
    itemId: string,
    listenerId: string | null,
    providers: readonly string[],
    options: NarrativeRequestOptions,
    signal: AbortSignal,
  ): Promise<readonly NarrateOutcome[]>
  streamItem(itemId: string, listenerId: string | null, options: NarrativeRequestOptions, signal: AbortSignal): AsyncGenerator<NarrateOutcome | NarrativeDelta>
  /** Narrates what a subject says of an item and nothing else, sentence by sentence as they pass verification. */
  streamSubject(subject: BriefSubject, options: SpokenOptions, signal: AbortSignal): AsyncGenerator<NarrateOutcome | NarrativeDelta>
  /** Writes narratives ahead; see `narrateAhead`. */
  narrateAhead(spec: RunSpec, options: AheadOptions, signal: AbortSignal): Promise<RunProgress>
  /** Writes lists of runs that other processes began, so many side by side, until the signal ends. */
  work(workers: number, onList: () => void, signal: AbortSignal): Promise<void>
  /** Withdraws texts at once, then writes others in their place. */
  recall(request: RecallRequest, signal: AbortSignal): Promise<RecallReport>
}

/** Opens database, model files and providers. Disposal closes them in reverse. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { dataDirectory, config, now, log, signal } = options
  await using opened = new AsyncDisposableStack()
  const database = options.database ?? opened.use(await openDatabase({ url: options.databaseUrl, dataDirectory, mode: options.mode ?? 'own', signal }))
  const models = openModelFiles({ directory: options.modelsDirectory, baseDirectory: options.rootDirectory, fetch: options.fetch, now })
  const narrator = opened.use(
    await createNarrator({
      db: database.db,
      config,
      observer: options.observer,
      host: { fetch: options.fetch, now, log, stateDirectory: path.join(dataDirectory, 'plugins'), modelFile: (id) => models.path(id) },
    }),
  )
  const signingKey = await openSigningKey(dataDirectory, options.signingKey)
  const store = openRecommenderStore(dataDirectory, now, signingKey)
  const watching = opened.use(new DisposableStack())
  const onRefreshFailed = (error: unknown): void => log('model.refresh-failed', { error: String(error) })
  const model = loadOnce(async () => watching.use(await openModel(database.db, { signal, store, onRefreshFailed })))
  const ranked = { db: database.db, now, readTaste: rememberTastes(), settings: recommendSettings(config.recommendations), boosts: config.boosts ?? [] }
  const within = (requestSignal: AbortSignal): NarrateContext => ({ ...ranked, narrator, model, signal: requestSignal })
  const ranking = async (requestSignal: AbortSignal): Promise<RecommendContext> => ({ ...ranked, model: await model(), signal: requestSignal })
  const foreground = new Foreground()
  const whole = opened.move()
  return {
    database,
    narrator,
    foreground,
    now,
    log,
    model,
    train: (request, onProgress, requestSignal) => trainRecommender({ db: database.db, store, now, signal: requestSignal, onProgress }, request),
    recommend: (request, requestSignal) => foreground.attend(async () => await recommendItems({ ...(await ranking(requestSignal)), signingKey }, request)),
    rank: async (request, requestSignal) => await rankItems({ ...(await ranking(requestSignal)), signingKey }, request),
    ranking,
    worthOf: (recommendation, reason, requestSignal) => worthOf(() => ranking(requestSignal), recommendation, reason),
    verifyReceipt: async (claimed, requestSignal) => await verifyReceipt({ ...(await ranking(requestSignal)), store }, signingKey, claimed),
    narrate: (subjects, request, requestSignal) => foreground.attend(() => narrateSubjects(within(requestSignal), subjects, request)),
    narrateItem: (itemId, listenerId, request, requestSignal) => foreground.attend(() => narrateItem(within(requestSignal), itemId, listenerId, request)),
    compareProviders: (itemId, listenerId, providers, request, requestSignal) =>
      foreground.attend(() => compareProviders(within(requestSignal), itemId, listenerId, providers, request)),
    streamItem: (itemId, listenerId, request, requestSignal) => streamItem(within(requestSignal), itemId, listenerId, request),
    streamSubject: (subject, request, requestSignal) => streamSubject(within(requestSignal), subject, request),
    narrateAhead: (spec, ahead, requestSignal) => narrateAhead({ ...within(requestSignal), log }, spec, ahead),
    work: (workers, onList, requestSignal) => workForOthers({ ...within(requestSignal), log }, workers, onList),
    recall: (request, requestSignal) => recallAndRegenerate(within(requestSignal), request),
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}

/** Loads at the first call; a failure is forgotten, so that the next call tries again. */
function loadOnce<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | null = null
  return async () => {
    loading ??= load().catch((error: unknown) => {
      loading = null
      throw error
    })
    return await loading
  }
}
