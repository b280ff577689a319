import type { NarrativeEvent, NarrativeResult } from '../narrative.js'
import type { NarrateOptions } from '../narrator.js'

/** Narrates, and publishes verified sentences on the way. */
export type NarrateAloud = (signal: AbortSignal, publish: (text: string) => void) => Promise<NarrativeResult>

/** Verified sentences as they come. A reader that leaves stops the work; an aborted signal rejects with its reason. */
export async function* streamNarrative(narrate: NarrateAloud, options: NarrateOptions): AsyncGenerator<NarrativeEvent> {
  options.signal.throwIfAborted()
  const left = new AbortController()
  const signal = AbortSignal.any([options.signal, left.signal])
  const texts: string[] = []
  let result: NarrativeResult | null = null
  let failure: { readonly error: unknown } | null = null
  let wake = Promise.withResolvers<void>()
  const publish = (text: string): void => {
    texts.push(text)
    wake.resolve()
  }
  const work = async (): Promise<void> => {
    try {
      result = await narrate(signal, publish)
    } catch (error) {
      failure = { error }
    }
    wake.resolve()
  }
  void work()
  const state = (): { result: NarrativeResult | null; failure: { readonly error: unknown } | null } => ({ result, failure })
  const abort = (): void => wake.resolve()
  options.signal.addEventListener('abort', abort, { once: true })
  try {
    let seq = 0
    for (;;) {
      await wake.promise
      wake = Promise.withResolvers<void>()
      options.signal.throwIfAborted()
      for (; seq < texts.length; seq += 1) yield { type: 'delta', seq, text: texts[seq] ?? '' }
      const { result: done, failure: failed } = state()
      if (failed !== null) throw failed.error
      if (done === null) continue
      // From the cache, or written for somebody who did not read along.
      if (done.type === 'narrative' && seq === 0) yield { type: 'delta', seq, text: done.text }
      yield done
      return
    }
  } finally {
    options.signal.removeEventListener('abort', abort)
    left.abort(new DOMException('The reader left', 'AbortError'))
  }
}
