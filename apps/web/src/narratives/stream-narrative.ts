import { streamResults } from '../api/stream'
import { writtenSubscription, type WrittenNarrative } from './narrative.documents'

export interface StreamRequest {
  readonly itemId: string
  readonly listenerId: string | null
  readonly style: 'BLURB' | 'DJ' | 'PITCH'
}

export type StreamedNarrative =
  | { readonly stage: 'writing'; readonly text: string }
  | { readonly stage: 'done'; readonly text: string; readonly narrative: WrittenNarrative }
  | { readonly stage: 'failed'; readonly text: string; readonly message: string }

/** The slowest narrator has given way to the house narrator long before. */
const DEADLINE_MS = 60_000

/** The text so far after each verified sentence, then the whole narrative or why there is none. A broken connection keeps what stands. */
export async function* streamNarrative({ itemId, listenerId, style }: StreamRequest, signal: AbortSignal): AsyncGenerator<StreamedNarrative, void, undefined> {
  let text = ''
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)])
  yield { stage: 'writing', text }
  try {
    for await (const { narrative } of streamResults(writtenSubscription, { itemId, listenerId, input: { style, cache: 'BYPASS' } }, { signal: deadline })) {
      switch (narrative.__typename) {
        case 'NarrativeDelta':
          text += narrative.text
          yield { stage: 'writing', text }
          break
        case 'Narrative':
          return yield { stage: 'done', text: narrative.text, narrative }
        case 'NarrativeDeclined':
        case 'ProviderFailure':
          return yield { stage: 'failed', text, message: narrative.message }
      }
    }
    if (!signal.aborted) yield { stage: 'failed', text, message: 'The narrator broke off.' }
  } catch {
    yield { stage: 'failed', text, message: 'The connection broke. What stands here was checked.' }
  }
}
