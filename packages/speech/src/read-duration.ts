import { mendWav } from './wav.js'

/** How long the sound lasts, in milliseconds; null: it is broken, or cannot be read. The head of a WAVE file is mended in place. */
export async function readDuration(bytes: Buffer, mimeType: string): Promise<number | null> {
  if (mimeType === 'audio/wav') return mendWav(bytes)
  // Heavy, and needed for endpoints that give no WAVE only.
  const { parseBuffer } = await import('music-metadata')
  try {
    const { format } = await parseBuffer(bytes, { mimeType, size: bytes.length }, { duration: true, skipCovers: true })
    return format.duration !== undefined && format.duration > 0 ? Math.round(format.duration * 1_000) : null
  } catch {
    return null
  }
}
