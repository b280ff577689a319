import { createEvidence, type Evidence } from '@linernotes/catalog'
import { loadConfig, parseEnvironment } from '@linernotes/configuration'
import { createTestDatabase } from '@linernotes/database/testing'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Brief, createNarrator, type Narrative } from '@linernotes/narratives'

/** What the last provider gets when the others used up the deadline, in milliseconds. */
const defaultLastResortMs = 2_000

const source = { name: 'Test', url: null, licence: 'CC0-1.0', retrievedAt: null }

function evidence(kind: Evidence['kind'], property: string, statement: string, values: Evidence['values']): Evidence {
  return createEvidence({ kind, property, subjectId: null, subject: 'you', statement, values, source, episodeId: null })
}

/** "Digg It!" by C-Doc, for somebody who played C-Doc so many times. */
function briefOf(plays: number): Brief {
  const title = 'Digg It! (7" FunkEdit)'
  const played = evidence('listening', 'artist-plays', `You played C-Doc ${plays} times in 2016.`, { artist: 'C-Doc', plays, year: 2016 })
  return {
    itemId: `trk_${plays}`,
    kind: 'track',
    listenerId: 'lis_a',
    style: 'blurb',
    language: 'en',
    maxWords: 25,
    spoilerFree: true,
    seed: null,
    item: { title, by: 'C-Doc' },
    reasons: [{ code: 'rediscovery', weight: 0.8, evidenceIds: [played.id] }],
    evidence: [evidence('catalog', 'item', `“${title}” is by C-Doc.`, { title, artist: 'C-Doc', show: null }), played],
    passages: [],
  }
}

/**
 * How long narrate() and the endpoint may take. In milliseconds. A test that wants to hear the model waits as long as a busy machine may need; the others want to see the
 * deadline kept.
 */
const patience = {
  long: { deadlineMs: 20_000, options: { timeoutMs: 15_000, idleTimeoutMs: 10_000, probeTimeoutMs: 500 } },
  short: { deadlineMs: 5_000, options: { timeoutMs: 700, idleTimeoutMs: 300, probeTimeoutMs: 200 } },
}

export interface HostedNarrator extends AsyncDisposable {
  narrate(baseUrl: string, plays: number, wait: keyof typeof patience): Promise<Narrative>
}

/** The providers of linernotes.config.ts, llama-hosted first and the house narrator last, as narrate() runs them. */
export async function openHostedNarrator(): Promise<HostedNarrator> {
  await using opened = new AsyncDisposableStack()
  const { db } = opened.use(await createTestDatabase())
  const directory = await mkdtemp(path.join(tmpdir(), 'hosted-narrator-'))
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const parsed = parseEnvironment({ LINERNOTES_DATA_DIR: directory }, path.resolve(import.meta.dirname, '../../../../..'))
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  const config = await loadConfig(parsed.environment)
  const host = { fetch, now: Date.now, log: () => undefined, stateDirectory: directory, modelFile: async () => null }
  const whole = opened.move()
  return {
    async narrate(baseUrl, plays, wait) {
      const { deadlineMs, options } = patience[wait]
      const order = ['llama-hosted', 'house-narrator']
      const narratives = { ...config.narratives, 'llama-hosted': { baseUrl, ...options } }
      await using narrator = await createNarrator({ db, config: { ...config, narratives, order: { track: order, episode: order }, deadlineMs }, host })
      const result = await narrator.narrate(briefOf(plays), { signal: AbortSignal.timeout(deadlineMs + defaultLastResortMs) })
      if (result.type !== 'narrative') throw new Error(`expected a narrative, got ${JSON.stringify(result)}`)
      return result
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}
