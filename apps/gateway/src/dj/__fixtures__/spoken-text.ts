import path from 'node:path'
import type { SpokenText } from '@linernotes/speech'

/** Two seconds of speech, with its sound and its captions in a folder; it writes neither. */
export const spokenText = (directory: string, id: string): SpokenText => ({
  type: 'spoken',
  id,
  provider: 'floor',
  voice: 'en',
  mimeType: 'audio/wav',
  durationMs: 2_000,
  audioFile: path.join(directory, `${id}.wav`),
  captionsFile: path.join(directory, `${id}.vtt`),
  captionTimes: 'measured',
  disclosure: 'Synthetic voice, floor',
})
