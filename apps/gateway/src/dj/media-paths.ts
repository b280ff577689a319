import path from 'node:path'
import type { SpokenText } from '@linernotes/speech'

/** Where the sound of a spoken text is served; the ending is the file's. */
export const soundPath = ({ id, audioFile }: SpokenText): string => `/media/speech/${id}${path.extname(audioFile)}`

export const captionsPath = ({ id }: SpokenText): string => `/media/speech/${id}.vtt`
