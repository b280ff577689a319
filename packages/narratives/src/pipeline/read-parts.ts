import { NarrativeError, sanitise, type NarrativePart, type NarrativeUsage, type Realisation } from '@linernotes/narrative-sdk'
import { race } from './race.js'
import { readUsage } from './read-usage.js'

/** A piece of text as the provider ended it; `factIds` null: it gave text without ends of sentences. */
export interface ProviderPiece {
  readonly text: string
  readonly factIds: readonly string[] | null
}

export interface PartsReader {
  started(model: string, warnings: readonly string[], realisation: Realisation | null): void
  firstText(): void
  /** False: enough, stop reading. */
  piece(piece: ProviderPiece): boolean
}

export interface PartsLimits {
  readonly maxCharacters: number
  readonly maxParts: number
  readonly late: (error: unknown) => void
}

function invalid(message: string): NarrativeError {
  return new NarrativeError('invalid-response', message)
}

function realisationOf(value: unknown): Realisation | null {
  return value === 'model' || value === 'rules' ? value : null
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}

/** Up to the last full stop: what an answer that broke off is worth. */
function finishedText(text: string): string {
  return /^.*[.!?…。]["”’)]*(?=\s|$)/su.exec(text)?.[0] ?? ''
}

/** Not waited for: a provider that is slow to stop costs the listener nothing. */
async function close(iterator: AsyncIterator<NarrativePart>): Promise<void> {
  await iterator.return?.()
}

/** Reads an answer part by part, never longer than the signal allows, and closes it. A malformed answer is 'invalid-response', one without end 'truncated'. */
export async function readParts(
  parts: AsyncIterable<NarrativePart>,
  reader: PartsReader,
  signal: AbortSignal,
  limits: PartsLimits,
): Promise<NarrativeUsage | null> {
  const iterator = parts[Symbol.asyncIterator]()
  let [text, characters, count, started, done] = ['', 0, 0, false, false]
  try {
    for (;;) {
      const next = await race(iterator.next(), signal, limits.late)
      if (next.done === true) {
        done = true
        if (!started) throw invalid('the answer is empty')
        reader.piece({ text: finishedText(text), factIds: null })
        throw new NarrativeError('truncated', 'the answer has no end')
      }
      const part = next.value as Partial<Record<string, unknown>> | null
      count += 1
      if (count > limits.maxParts) throw invalid('the answer does not end')
      if (typeof part !== 'object' || part === null) throw invalid('a part of the answer is not an object')
      if (part['type'] === 'narrative-start') {
        if (started) throw invalid('the answer starts twice')
        started = true
        reader.started(sanitise(String(part['model']), 120), isStrings(part['warnings']) ? part['warnings'] : [], realisationOf(part['realisation']))
      } else if (!started) throw invalid('the answer does not begin with its start')
      else if (part['type'] === 'text-delta') {
        if (typeof part['text'] !== 'string') throw invalid('a delta without text')
        if (characters === 0 && part['text'] !== '') reader.firstText()
        text += part['text']
        characters += part['text'].length
        if (characters > limits.maxCharacters) throw invalid(`the answer is longer than ${limits.maxCharacters} characters`)
      } else if (part['type'] === 'sentence-end') {
        if (!isStrings(part['factIds'])) throw invalid('the end of a sentence without its facts')
        const go = reader.piece({ text, factIds: part['factIds'] })
        text = ''
        if (!go) return null
      } else if (part['type'] === 'narrative-end') {
        const cut = part['finish'] === 'length'
        if (text.trim() !== '') reader.piece({ text: cut ? finishedText(text) : text, factIds: null })
        if (part['finish'] === 'filtered') throw new NarrativeError('filtered', 'the answer was filtered')
        return readUsage(part['usage'])
      } else throw invalid(`the answer has an unknown part ${JSON.stringify(part['type'])}`)
    }
  } finally {
    if (!done) void close(iterator).catch(limits.late)
  }
}
