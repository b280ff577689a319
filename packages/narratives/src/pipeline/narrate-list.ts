import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Brief } from '../brief.js'
import type { Narrative, NarrativeDeclined, NarrativeResult } from '../narrative.js'
import type { NarrateOptions } from '../narrator.js'
import { NarrativeJob } from './narrative-job.js'
import type { CachePlace, NarrativeCache } from './narrative-cache.js'
import { recordAttempts, saveNarratives } from './narrative.queries.js'
import { runJob, type JobContext } from './run-job.js'
import { toFailure, toNarrative } from './to-narrative.js'

interface Entry {
  readonly brief: Brief
  readonly chain: readonly string[]
}

function declined(message: string, missing: readonly string[]): NarrativeDeclined {
  return { type: 'declined', code: 'INSUFFICIENT_EVIDENCE', message, missing }
}

/** The policy of narrating, for a list of any length: cache, models side by side, rules in order, ledger. */
export class NarrateList {
  constructor(
    private readonly db: Kysely<Database>,
    private readonly order: { readonly track: readonly string[]; readonly episode: readonly string[] },
    private readonly cache: NarrativeCache,
    private readonly context: JobContext,
    private readonly now: () => number,
  ) {}

  async run(briefs: readonly Brief[], options: NarrateOptions, publish?: (text: string) => void): Promise<readonly NarrativeResult[]> {
    const { signal, provider } = options
    const policy = options.cache ?? 'prefer'
    signal.throwIfAborted()
    if (typeof provider === 'string' && this.context.registry.plugin(provider) === null) {
      const known = this.context.registry.keys.join(', ')
      return briefs.map(() => ({
        type: 'failure',
        code: 'NOT_FOUND',
        message: `There is no provider ${JSON.stringify(provider)}; there are ${known}`,
        provider,
        tried: [],
        retryAfterMs: null,
      }))
    }
    const entries = briefs.map((brief): Entry => ({ brief, chain: this.#chain(brief, provider ?? null) }))
    const places = await this.cache.places(entries, signal)
    const cached = await this.cache.find(places, policy)
    signal.throwIfAborted()
    const results: (NarrativeResult | null)[] = entries.map(({ brief }, index) => {
      const known = cached[index]
      if (brief.evidence.length + brief.passages.length === 0)
        return declined('Nothing is known that a narrative could rest on.', ['any evidence about the item'])
      if (known !== null && known !== undefined) return { ...known, listenerId: brief.listenerId }
      return policy === 'only' ? declined('No narrative of this brief is in the cache.', ['a cached narrative']) : null
    })
    const jobs = entries.map((entry, index) => (results[index] === null ? new NarrativeJob(entry.brief, entry.chain, publish) : null))
    await this.#write(jobs, results, signal)
    await this.#keep(jobs, places, results)
    return results.map((result, index) => result ?? toFailure(jobs[index] as NarrativeJob))
  }

  #chain(brief: Brief, provider: string | null): readonly string[] {
    const order = this.order[brief.kind]
    return provider === null ? order : [provider, ...order.filter((key) => key !== provider)]
  }

  /** Models side by side; then, from the top, those by rules, each told what the list says already. */
  async #write(jobs: readonly (NarrativeJob | null)[], results: (NarrativeResult | null)[], signal: AbortSignal): Promise<void> {
    const texts = jobs.map((_, index) => {
      const result = results[index]
      return result?.type === 'narrative' ? result.text : null
    })
    const listeners = jobs.map((job, index) => {
      const result = results[index]
      return job?.brief.listenerId ?? (result?.type === 'narrative' ? result.listenerId : null)
    })
    // What another listener is told is nothing that a request may hold.
    const avoid = (reader: number) => (): string[] => texts.filter((text, index): text is string => text !== null && listeners[index] === listeners[reader])
    await Promise.all(
      jobs.map(async (job, index) => {
        if (job === null) return
        await runJob(job, { stopAtRules: true, avoid: avoid(index), signal }, this.context)
        if (job.winner !== null) texts[index] = job.draft.text
      }),
    )
    for (const [index, job] of jobs.entries()) {
      if (job === null || job.current === null) continue
      await runJob(job, { stopAtRules: false, avoid: avoid(index), signal }, this.context)
      if (job.winner !== null) texts[index] = job.draft.text
    }
  }

  /** One statement for the narratives, one for the ledger. What cannot be kept is served all the same. */
  async #keep(jobs: readonly (NarrativeJob | null)[], places: readonly CachePlace[], results: (NarrativeResult | null)[]): Promise<void> {
    const now = this.now()
    const fresh = new Map<string, Narrative>()
    for (const [index, job] of jobs.entries()) {
      const key = job?.winner ? places[index]?.keyOf(job.winner.key) : undefined
      if (job === null || key === undefined) continue
      const narrative = toNarrative(job, key, now)
      results[index] = narrative
      if (narrative !== null) fresh.set(key, narrative)
    }
    const attempts = jobs.flatMap((job) => (job === null ? [] : job.attempts.map((attempt) => ({ ...attempt, itemId: job.brief.itemId }))))
    try {
      if (fresh.size > 0) await saveNarratives(this.db, fresh)
      if (attempts.length > 0) await recordAttempts(this.db, attempts, now)
    } catch (error) {
      this.context.log('narrative-not-kept', { error: String(error) })
    }
  }
}
