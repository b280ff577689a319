import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Narrative } from '../narrative.js'
import type { NarrativeObserver } from '../observer.js'
import { recordAttempts, saveNarratives, type PlacedNarrative } from './narrative.queries.js'
import { toNarrative } from './to-narrative.js'
import type { Writing } from './writing.js'

/** Puts what was written where it is found again. */
export class NarrativeKeeper {
  constructor(
    private readonly db: Kysely<Database>,
    private readonly now: () => number,
    private readonly log: (event: string, data?: object) => void,
    private readonly observer: NarrativeObserver,
  ) {}

  /** One statement for the narratives, one for the ledger. What cannot be kept is served all the same. null: not written. */
  async keep(writings: readonly (Writing | null)[]): Promise<readonly (Narrative | null)[]> {
    const now = this.now()
    const fresh = new Map<string, PlacedNarrative>()
    const narratives = writings.map((writing) => {
      if (writing?.job.found) return { narrative: { ...writing.job.found, listenerId: writing.brief.listenerId }, attempts: attemptsOf(writing.claim()) }
      const winner = writing?.job.winner ?? null
      if (writing === null || winner === null) return null
      const place = writing.place.placeOf(winner.key)
      const { job, brief } = writing
      const narrative = toNarrative(job, winner, place.key, now)
      const claimed = writing.claim()
      const isOurs = claimed.includes(job)
      if (isOurs) fresh.set(place.key, { place, asked: job.chain[0] ?? '', brief: job.brief, narrative })
      // What another list wrote at the same time is, for this one, there already.
      return { narrative: { ...narrative, listenerId: brief.listenerId, fromCache: !isOurs }, attempts: attemptsOf(claimed) }
    })
    const lost = writings.flatMap((writing, index) => (writing !== null && narratives[index] === null ? attemptsOf(writing.claim()) : []))
    const attempts = [...narratives.flatMap((entry) => entry?.attempts ?? []), ...lost]
    for (const attempt of attempts) this.observer.attempted(attempt)
    try {
      if (fresh.size > 0) await saveNarratives(this.db, [...fresh.values()])
      if (attempts.length > 0) await recordAttempts(this.db, attempts, now)
    } catch (error) {
      this.log('narrative-not-kept', { error: String(error) })
    }
    return narratives.map((entry) => entry?.narrative ?? null)
  }
}

function attemptsOf(jobs: ReturnType<Writing['claim']>): Parameters<typeof recordAttempts>[1] {
  return jobs.flatMap((job) => job.attempts.map((attempt) => ({ ...attempt, itemId: job.brief.itemId })))
}
