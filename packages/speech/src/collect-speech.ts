import { proportionalPassages, type Passage } from './captions.js'
import { readDuration } from './read-duration.js'
import { SpeechError } from './speech-error.js'
import type { SpeechPart, SpeechRequest } from './speech-provider.js'

export interface CollectedSpeech {
  readonly mimeType: string
  readonly voice: string
  readonly durationMs: number
  readonly audio: Buffer
  readonly passages: readonly Passage[]
  readonly captionTimes: 'measured' | 'proportional'
}

const MOST_BYTES = 40_000_000

/** Reads a provider's parts to the end, and holds them against the contract. */
export async function collectSpeech(parts: AsyncIterable<SpeechPart>, { text, language }: SpeechRequest): Promise<CollectedSpeech> {
  let start: Extract<SpeechPart, { type: 'speech-start' }> | null = null
  let isOver = false
  const chunks: Uint8Array[] = []
  const marks: Extract<SpeechPart, { type: 'mark' }>[] = []
  let bytes = 0
  for await (const part of parts) {
    if (isOver) throw new SpeechError('invalid-response', 'it went on after its end')
    if (part.type === 'speech-start') {
      if (start !== null) throw new SpeechError('invalid-response', 'it began twice')
      start = part
    } else if (start === null) throw new SpeechError('invalid-response', 'it did not begin with its start')
    else if (part.type === 'mark') marks.push(part)
    else if (part.type === 'speech-end') isOver = true
    else {
      bytes += part.bytes.length
      if (bytes > MOST_BYTES) throw new SpeechError('invalid-response', `it gave more than ${MOST_BYTES} bytes`)
      chunks.push(part.bytes)
    }
  }
  if (start === null || !isOver) throw new SpeechError('invalid-response', 'it broke off')
  const audio = Buffer.concat(chunks)
  const durationMs = await readDuration(audio, start.mimeType)
  if (durationMs === null) throw new SpeechError('invalid-response', `its sound is no whole ${start.mimeType}`)
  const isMeasured = marks.length > 0 && marks.every((mark, index) => isAfter(mark, marks[index - 1], text.length, durationMs))
  const passages = isMeasured
    ? marks.map(({ start: from, end, atMs }, index) => ({ start: from, end, fromMs: atMs, toMs: marks[index + 1]?.atMs ?? durationMs }))
    : proportionalPassages(text, language, durationMs)
  return { mimeType: start.mimeType, voice: start.voice, durationMs, audio, passages, captionTimes: isMeasured ? 'measured' : 'proportional' }
}

type Mark = Extract<SpeechPart, { type: 'mark' }>

const isAfter = (mark: Mark, before: Mark | undefined, length: number, durationMs: number): boolean =>
  mark.start >= (before?.end ?? 0) && mark.end > mark.start && mark.end <= length && mark.atMs >= (before?.atMs ?? 0) && mark.atMs <= durationMs
