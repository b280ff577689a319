import { NarrativeError, type NarrativeHost, type NarrativePart, type NarrativeProvider } from '@linernotes/narrative-sdk'
import type { ModelSource, RunnableInput, StreamingRunnable } from '@linernotes/narrative-sdk/langchain'
import { askWriter, type Framing } from './ask-writer.js'
import { Pitch, type Line } from './compose-pitch.js'

/** Words that the writer needs at least: fewer are a stump. */
const leastFraming = 6

interface Framed {
  readonly pitch: Pitch
  readonly framing: Framing | null
  readonly warnings: readonly string[]
}

/** A RunnableSequence of three steps: choose what is quoted and said, let the writer frame it, say it as the parts of a narrative. The library is loaded with the first. */
export function createPitchChain(
  writerKey: string | null,
  writer: NarrativeProvider | null,
  writerMs: number,
  log: NarrativeHost['log'],
): ModelSource<StreamingRunnable<RunnableInput>> {
  /** A writer that fails or declines costs the episode nothing: the phrases are there. */
  async function frame(pitch: Pitch, signal: AbortSignal): Promise<Framed> {
    const words = pitch.maxWords - (pitch.proof?.words ?? 0)
    if (writer === null || pitch.quote === null || words < leastFraming) return { pitch, framing: null, warnings: [] }
    try {
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(writerMs)])
      const framing = await askWriter(writer, pitch.request, { quote: pitch.quote, words, signal: inTime })
      return { pitch, framing, warnings: framing === null ? [`${writerKey} wrote no sentence that can stand before a quote`] : [] }
    } catch (error) {
      signal.throwIfAborted()
      log('podcast-narrator.writer-failed', { writer: writerKey, code: NarrativeError.isInstance(error) ? error.code : 'internal', error })
      return { pitch, framing: null, warnings: [`${writerKey} failed: ${error instanceof Error ? error.message : String(error)}`] }
    }
  }

  return async ({ signal }) => {
    const { RunnableLambda } = await import('@langchain/core/runnables')
    return RunnableLambda.from(({ request }: RunnableInput) => new Pitch(request))
      .pipe(RunnableLambda.from((pitch: Pitch) => frame(pitch, signal)))
      .pipe(RunnableLambda.from(say))
  }
}

/** What the writer used up is in the writer's own account, if anywhere: nothing is known here. */
async function* say({ pitch, framing, warnings }: Framed): AsyncGenerator<NarrativePart> {
  const lines: readonly Line[] = framing === null ? pitch.sentences : pitch.framedBy(framing)
  if (lines.length === 0) {
    throw new NarrativeError('unsupported', `Nothing true can be said of this episode in ${pitch.request.maxWords} words; raise maxWords.`)
  }
  yield { type: 'narrative-start', model: framing?.model ?? 'phrases', warnings, realisation: framing?.realisation ?? 'rules' }
  for (const [index, line] of lines.entries()) {
    yield { type: 'text-delta', text: index === 0 ? line.text : ` ${line.text}` }
    yield { type: 'sentence-end', factIds: line.factIds }
  }
  const usage = { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: framing === null ? 0 : null }
  yield { type: 'narrative-end', finish: 'complete', usage }
}
