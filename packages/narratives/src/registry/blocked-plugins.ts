import { stat } from 'node:fs/promises'
import path from 'node:path'
import { NarrativeError } from '@linernotes/narrative-sdk'

/** How long a plugin that blocked the whole process is left alone, in milliseconds: else each start would end with its next narrative. */
const restMs = 600_000

/** Where plugins that blocked the process are noted, a file for each; no key begins with a full stop. */
export function notesIn(stateDirectory: string): string {
  return path.join(stateDirectory, '.blocked')
}

/** @throws {NarrativeError} 'unavailable', while a plugin that blocked the process is left alone */
export async function refuseBlocked(key: string, stateDirectory: string, now: number): Promise<void> {
  const file = path.join(notesIn(stateDirectory), key)
  const at = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
  if (at === null || now - at >= restMs) return
  throw new NarrativeError(
    'unavailable',
    // Clients read this: where the note lies is told in docs/operators-narratives.md.
    `It blocked the whole process at ${time(at)} UTC, and is left alone until ${time(at + restMs)} UTC`,
  )
}

/** 14:05 */
function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11, 16)
}
