import type { Brief } from '../brief.js'

/** How many keys are remembered to have been tried. */
const longestMemory = 10_000

/** Writes stale texts anew while the old ones are served: bounded, each key once at a time, and ended at disposal. */
export class Revalidator implements AsyncDisposable {
  readonly #running = new Set<Promise<void>>()
  readonly #stop = new AbortController()
  /** When each key was tried last: a provider that is down is not asked with every request. */
  readonly #tried = new Map<string, number>()

  constructor(
    private readonly write: (briefs: readonly Brief[], provider: string | null, signal: AbortSignal) => Promise<void>,
    private readonly limits: { readonly most: number; readonly pauseMs: number },
    private readonly now: () => number,
    private readonly log: (event: string, data?: object) => void,
  ) {}

  /** Writes the stale ones of a list anew, unless that is under way or was tried just now. */
  request(briefs: readonly Brief[], provider: string | null, keys: readonly string[]): void {
    const now = this.now()
    const due = keys.filter((key) => now - (this.#tried.get(key) ?? Number.NEGATIVE_INFINITY) >= this.limits.pauseMs)
    if (due.length === 0 || this.#stop.signal.aborted || this.#running.size >= this.limits.most) return
    for (const key of due) this.#remember(key, now)
    const running = this.#run(briefs, provider)
    this.#running.add(running)
    void running.finally(() => this.#running.delete(running))
  }

  async #run(briefs: readonly Brief[], provider: string | null): Promise<void> {
    try {
      await this.write(briefs, provider, this.#stop.signal)
    } catch (error) {
      if (!this.#stop.signal.aborted) this.log('narrative-revalidation-failed', { error: String(error) })
    }
  }

  #remember(key: string, now: number): void {
    this.#tried.delete(key)
    this.#tried.set(key, now)
    const [oldest] = this.#tried.keys()
    if (this.#tried.size > longestMemory && oldest !== undefined) this.#tried.delete(oldest)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new DOMException('The narrator is closed', 'AbortError'))
    await Promise.all(this.#running)
  }
}
