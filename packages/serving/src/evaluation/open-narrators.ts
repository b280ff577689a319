import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '@linernotes/database'
import type { HostServices } from '@linernotes/narratives'
import type { LinerNotesConfig } from '@linernotes/narratives/config'
import type { Narrator } from '@linernotes/narratives'
import { createWatchedNarrator, readProviderKeys, type WatchedAttempt } from '@linernotes/narratives/evaluation'

export interface EvaluatedProvider {
  readonly key: string
  readonly narrator: Narrator
  /** Calls of this provider since the last time they were taken. */
  takeAttempts(): readonly WatchedAttempt[]
}

export interface OpenNarrators extends AsyncDisposable {
  readonly providers: readonly EvaluatedProvider[]
}

/** Somebody asked for a provider that is not configured. */
export class UnknownProviderError extends Error {
  override readonly name = 'UnknownProviderError'
  constructor(key: string, known: readonly string[]) {
    super(`there is no provider ${JSON.stringify(key)}; there are ${known.join(', ')}`)
  }
}

/** Before anything is made: a misspelt name is answered at once. */
export async function checkProviders(config: LinerNotesConfig, keys: readonly string[]): Promise<void> {
  const known = await readProviderKeys(config)
  for (const key of keys) if (!known.includes(key)) throw new UnknownProviderError(key, known)
}

/**
 * A narrator for each provider, on a database of its own that goes with it: no provider reads what another one wrote, and nothing that is written for
 * an evaluation is ever served, cached or remembered as said.
 */
export async function openNarrators(
  config: LinerNotesConfig,
  host: Omit<HostServices, 'stateDirectory'>,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<OpenNarrators> {
  await using opened = new AsyncDisposableStack()
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-evaluation-'))
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const providers: EvaluatedProvider[] = []
  for (const [index, key] of keys.entries()) {
    const place = path.join(directory, String(index))
    const attempts: WatchedAttempt[] = []
    const { db } = opened.use(await openDatabase({ dataDirectory: place, mode: 'own', signal }))
    const watch = (attempt: WatchedAttempt): void => void (attempt.provider === key && attempts.push(attempt))
    const narrator = await createWatchedNarrator({ db, config, host: { ...host, stateDirectory: path.join(place, 'plugins') } }, watch)
    opened.use(narrator)
    providers.push({ key, narrator, takeAttempts: () => attempts.splice(0) })
  }
  const whole = opened.move()
  return { providers, [Symbol.asyncDispose]: () => whole.disposeAsync() }
}
