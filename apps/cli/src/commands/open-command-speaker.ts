import path from 'node:path'
import { loadConfig } from '@linernotes/configuration'
import { openSpeaker, type Speaker } from '@linernotes/speech'
import type { CommandContext } from '../command-context.js'

/** The speaker as the gateway opens it: what one keeps, the other finds. */
export async function openCommandSpeaker({ environment, now, fetch, signal, note }: CommandContext): Promise<Speaker> {
  const config = (await loadConfig(environment)).speech
  const cacheDirectory = path.join(environment.dataDirectory, 'speech')
  return await openSpeaker({ config, cacheDirectory, now, fetch, signal, log: (event, data) => note(`${event}: ${JSON.stringify(data ?? {})}`) })
}
