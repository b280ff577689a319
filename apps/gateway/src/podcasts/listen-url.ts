import type { EnclosureColumn } from '@linernotes/database'
import { webUrl } from '../graph/scalars.js'

/** Plays just a passage: a media fragment (W3C Media Fragments URI 1.0, `#t=start,end` in seconds) on the first audio or video file. */
export function listenUrl(enclosures: readonly EnclosureColumn[], startMs: number, endMs: number | null): string | null {
  const media = enclosures.find(({ mimeType }) => /^(audio|video)\//.test(mimeType))
  const url = webUrl(media?.url ?? null)
  if (url === null) return null
  return `${url.split('#', 1)[0] ?? url}#t=${seconds(startMs)}${endMs === null ? '' : `,${seconds(endMs)}`}`
}

const seconds = (milliseconds: number): string => String(milliseconds / 1_000)
