import path from 'node:path'
import { openSpeaker, type Speaker } from '@linernotes/speech'
import type { LinerNotesConfig } from '@linernotes/narratives/config'

export interface SpeakerSources {
  readonly config: Pick<LinerNotesConfig, 'speech'>
  readonly dataDirectory: string
  readonly now: () => number
  readonly fetch: typeof fetch
  readonly log: (event: string, data?: object) => void
  readonly signal: AbortSignal
}

/** The voice of this process; what it spoke is kept in the data directory, and found again by the CLI and after a restart. */
export async function composeSpeaker({ config, dataDirectory, ...tools }: SpeakerSources): Promise<Speaker> {
  return await openSpeaker({ config: config.speech, cacheDirectory: path.join(dataDirectory, 'speech'), ...tools })
}
