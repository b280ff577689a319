import type { Brief } from '../brief.js'
import type { Boarding } from './flights.js'
import type { CachePlace } from './narrative-cache.js'
import type { NarrativeJob } from './narrative-job.js'

/** One narrative of a list in the making: by models in a flight that other lists may share, then by rules, which are each list's own. */
export class Writing {
  #shared: NarrativeJob | null = null
  #own: NarrativeJob | null

  constructor(
    readonly brief: Brief,
    readonly place: CachePlace,
    private readonly boarding: Boarding<NarrativeJob> | null,
    own: NarrativeJob | null,
    private readonly publish: ((text: string) => void) | null,
  ) {
    this.#own = own
  }

  /** Waits for the models. */
  async land(signal: AbortSignal): Promise<NarrativeJob> {
    if (this.boarding !== null) {
      this.#shared = await this.boarding.result(signal)
      this.#own = this.#shared.text === null ? this.#shared.fork(this.publish) : this.#shared
    }
    return this.job
  }

  get job(): NarrativeJob {
    if (this.#own === null) throw new Error('The narrative has not landed')
    return this.#own
  }

  /**
   * Its text stands beside another item of the list already: those behind in the chain write it anew, for this list only. False: nobody is left, or somebody
   * has read it.
   */
  tellAnew(): boolean {
    const { job } = this
    if (this.publish !== null || job.position >= job.chain.length - 1) return false
    const next = job.fork(null)
    next.fail('the list said the same of another item')
    this.#own = next
    return true
  }

  /** Whether a text by models came of it. */
  get isByModels(): boolean {
    return this.#shared?.winner != null
  }

  /** Why the budget had no room for it; null: it had. */
  get exhausted(): string | null {
    return this.#shared?.exhausted ?? this.#own?.exhausted ?? null
  }

  /** What this list has to keep: nobody else does. */
  claim(): readonly NarrativeJob[] {
    const shared = this.#shared !== null && this.boarding?.claim() === true ? [this.#shared] : []
    return this.#own === null || this.#own === this.#shared ? shared : [...shared, this.#own]
  }

  leave(): void {
    this.boarding?.leave()
  }
}
