import { setTimeout as sleep } from 'node:timers/promises'
import type { Brief } from '../brief.js'
import type { Editorial } from '../editorial.js'
import type { Narrative, NarrativeDeclined, NarrativeResult } from '../narrative.js'
import type { NarrateOptions } from '../narrator.js'
import { BudgetExhausted } from './budget.js'
import { Flights } from './flights.js'
import type { GenerationLeases } from './generation-leases.js'
import { NarrativeJob } from './narrative-job.js'
import type { CachedText, CachePlace, NarrativeCache } from './narrative-cache.js'
import type { NarrativeKeeper } from './narrative-keeper.js'
import { repeatedTexts } from './repeated-texts.js'
import { runJob, type JobContext } from './run-job.js'
import { saidBeside } from './said-beside.js'
import type { Servings } from './servings.js'
import { toFailure } from './to-narrative.js'
import { Writing } from './writing.js'

interface Entry {
  readonly brief: Brief
  readonly chain: readonly string[]
}

export interface ListOptions extends NarrateOptions {
  /** false: written for whoever comes, so that what this listener was shown does not matter. Default: true. */
  readonly remember?: boolean
  /** Somebody reads along. */
  readonly publish?: ((text: string) => void) | undefined
}

export interface ListResult {
  readonly results: readonly NarrativeResult[]
  /** Something old was served: another text should be written. */
  readonly stale: readonly string[]
}

interface BoardOptions extends Omit<ListOptions, 'avoid'> {
  /** Flights that this process may begin. */
  readonly ours: ReadonlySet<string>
  readonly avoid: () => readonly string[]
  /** Hears of the job as soon as it begins. */
  readonly began: (job: NarrativeJob) => void
  readonly startedAt: number
}

/** How often a text is looked for that another process writes. */
const pollMs = 150

function declined(message: string, missing: readonly string[]): NarrativeDeclined {
  return { type: 'declined', code: 'INSUFFICIENT_EVIDENCE', message, missing }
}

/** The policy of narrating, for a list of any length: cache, models side by side, rules in order, ledger. */
export class NarrateList {
  readonly #flights = new Flights<NarrativeJob>()

  constructor(
    private readonly order: { readonly track: readonly string[]; readonly episode: readonly string[] },
    private readonly cache: NarrativeCache,
    private readonly keeper: NarrativeKeeper,
    private readonly servings: Servings,
    private readonly leases: GenerationLeases,
    private readonly editorial: Editorial | null,
    private readonly context: JobContext,
  ) {}

  async run(briefs: readonly Brief[], options: ListOptions): Promise<ListResult> {
    const { signal, provider } = options
    const policy = options.cache ?? 'prefer'
    signal.throwIfAborted()
    if (typeof provider === 'string' && this.context.registry.plugin(provider) === null)
      return { results: briefs.map(() => this.#unknown(provider)), stale: [] }
    const entries = briefs.map((brief): Entry => ({ brief, chain: this.#chain(brief, provider ?? null) }))
    const looked = this.#flights.look()
    const writings: (Writing | null)[] = []
    let due: readonly string[] = []
    try {
      const askedAt = performance.now()
      const places = await this.cache.places(entries, signal)
      // Providers that are slow to start use up the deadline.
      const startingMs = performance.now() - askedAt
      const cached = await this.cache.find(places, policy)
      signal.throwIfAborted()
      const repeated = repeatedTexts(cached.map((text) => text.narrative?.text ?? null))
      const results = entries.map(({ brief }, index): NarrativeResult | null => {
        if (brief.evidence.length + brief.passages.length === 0)
          return declined('Nothing is known that a narrative could rest on.', ['any evidence about the item'])
        const known = cached[index]?.narrative ?? null
        // Written for other lists, where nothing like it stood beside it.
        if (known !== null && (policy === 'only' || !repeated.has(index))) return { ...known, listenerId: brief.listenerId }
        return policy === 'only' ? declined('No narrative of this brief is in the cache.', ['a cached narrative']) : null
      })
      const open = entries.flatMap(({ brief }, index) => (results[index] === null ? [brief.listenerId] : []))
      const memory = options.remember === false ? new Map<string, readonly string[]>() : await this.servings.recall(open)
      due = places.flatMap(({ flight }, index) => (results[index] === null && flight !== null && policy !== 'bypass' ? [flight] : []))
      const ours = await this.leases.take(due)
      const texts = results.map((result) => (result?.type === 'narrative' ? result.text : null))
      // What stands of texts in the making counts, too: the next one begins before the last one has landed.
      const jobs: (NarrativeJob | undefined)[] = []
      const textOf = (index: number): string => texts[index] ?? jobs[index]?.draft.text ?? ''
      const avoid = saidBeside({ briefs, textOf, avoid: options.avoid ?? [], memory })
      const startedAt = performance.now() - startingMs
      for (const [index, entry] of entries.entries())
        writings.push(
          results[index] === null
            ? this.#board(entry, places[index] as CachePlace, cached[index], {
                ...options,
                ours,
                startedAt,
                avoid: () => avoid(index),
                began: (job) => void (jobs[index] = job),
              })
            : null,
        )
      looked()
      await this.#write(writings, texts, avoid, options)
      const written = await this.keeper.keep(writings)
      const stored = new Set(writings.flatMap((writing) => (writing?.isByModels === true ? [writing.place.flight] : [])))
      const taken = due
      due = []
      await this.leases.giveBack(
        taken.filter((flight) => stored.has(flight)),
        taken.filter((flight) => !stored.has(flight)),
      )
      const exhausted = writings.find((writing) => writing?.exhausted != null)?.exhausted
      if (exhausted != null && options.budget) throw new BudgetExhausted(exhausted)
      const stale = cached.flatMap((text, index) => (text.stale ? [places[index]?.own?.briefKey ?? ''] : []))
      return { results: results.map((result, index) => result ?? written[index] ?? toFailure((writings[index] as Writing).job)), stale }
    } finally {
      looked()
      for (const writing of writings) writing?.leave()
      // Broken off: others need not wait for it.
      await this.leases.giveBack([], due)
    }
  }

  #unknown(provider: string): NarrativeResult {
    const message = `There is no provider ${JSON.stringify(provider)}; there are ${this.context.registry.keys.join(', ')}`
    return { type: 'failure', code: 'NOT_FOUND', message, provider, tried: [], retryAfterMs: null }
  }

  #chain(brief: Brief, provider: string | null): readonly string[] {
    const order = this.order[brief.kind]
    return provider === null ? order : [provider, ...order.filter((key) => key !== provider)]
  }

  /** Joins whoever writes it already, or becomes the one whom others join. */
  #board({ brief, chain }: Entry, place: CachePlace, cached: CachedText | undefined, options: BoardOptions): Writing {
    const jobOptions = { withdrawn: cached?.withdrawn ?? [], editorial: this.editorial, startedAt: options.startedAt }
    const publish = options.publish ?? null
    const { flight } = place
    if (flight === null) return new Writing(brief, place, null, new NarrativeJob(brief, chain, { ...jobOptions, publish }), publish)
    const write = async (signal: AbortSignal, hub: (text: string) => void): Promise<NarrativeJob> => {
      const job = new NarrativeJob(brief, chain, { ...jobOptions, publish: publish === null ? null : hub })
      options.began(job)
      if (options.cache !== 'bypass' && !options.ours.has(flight)) job.found = await this.#await(place, flight, job, signal)
      await runJob(
        job,
        { stopAtRules: true, avoid: options.avoid, signal, budget: options.budget ?? null, hurry: options.hurry, deadlineMs: options.deadlineMs },
        this.context,
      )
      return job
    }
    return new Writing(brief, place, this.#flights.board(`${options.cache === 'bypass' ? 'anew ' : ''}${flight}`, write, publish), null, publish)
  }

  /** Another process writes it: waits for the text, for its failure, or for as long as there is time. null: it is ours to write. */
  async #await(place: CachePlace, flight: string, job: NarrativeJob, signal: AbortSignal): Promise<Narrative | null> {
    while (job.elapsedMs < this.context.policies.deadlineMs / 2) {
      const [text] = await this.cache.find([place], 'fresh')
      if (text?.narrative) return text.narrative
      if ((await this.leases.take([flight], true)).has(flight)) return null
      await sleep(pollMs, undefined, { signal })
    }
    return null
  }

  /** Models side by side; then, from the top, those by rules, each told what the list says already and what the listener was shown lately. */
  async #write(
    writings: readonly (Writing | null)[],
    texts: (string | null)[],
    avoid: (index: number) => readonly string[],
    { signal, budget: limit, hurry, deadlineMs }: ListOptions,
  ): Promise<void> {
    const budget = limit ?? null
    await Promise.all(
      writings.map(async (writing, index) => {
        const job = await writing?.land(signal)
        texts[index] ??= job?.text ?? null
      }),
    )
    for (const index of repeatedTexts(texts)) if (writings[index]?.tellAnew() === true) texts[index] = null
    for (const [index, writing] of writings.entries()) {
      if (writing === null || writing.job.current === null || (budget !== null && writing.exhausted !== null)) continue
      await runJob(writing.job, { stopAtRules: false, avoid: () => avoid(index), signal, budget, hurry, deadlineMs }, this.context)
      texts[index] = writing.job.text
    }
  }
}
