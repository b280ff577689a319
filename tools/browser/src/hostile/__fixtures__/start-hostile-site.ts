import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTestGateway, fillPlantedCatalogue, type TestGateway } from '@linernotes/gateway/testing'
import type { NarrateOutcome, Platform } from '@linernotes/serving'
import { hostileTexts } from './hostile-texts.js'

export interface HostileSite extends AsyncDisposable {
  readonly gateway: TestGateway
  /** Planted items, in the order in which they were planted. */
  readonly ids: readonly string[]
}

/** As often as the longest list of fields: with a prime number of texts, each text meets each field. */
const rounds = 6

/** A gateway whose whole catalogue is hostile, whose listener plays nothing else, and whose narrators write hostile words that nobody stopped. */
export async function startHostileSite(): Promise<HostileSite> {
  await using opened = new AsyncDisposableStack()
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-hostile-'))
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const gateway = opened.use(await createTestGateway({ platform: unguarded }))
  await fillPlantedCatalogue(
    gateway.db,
    directory,
    Array.from({ length: rounds }, () => hostileTexts).flat(),
  )
  const planted = (kind: 'tracks' | 'episodes') => gateway.db.selectFrom(kind).select('id').orderBy('id').execute()
  const ids = [...(await planted('tracks')), ...(await planted('episodes'))].map(({ id }) => id)
  await listenTo(gateway, ids.filter((_, place) => place % 3 === 0))
  const whole = opened.move()
  return { gateway, ids, [Symbol.asyncDispose]: () => whole.disposeAsync() }
}

/** Ada plays what is hostile, so that her lists and what is said of her are. */
async function listenTo(gateway: TestGateway, ids: readonly string[]): Promise<void> {
  const listens = ids.slice(0, 60).flatMap((item, place) =>
    Array.from({ length: 8 }, (_, play) => ({ item, playedAt: new Date(Date.UTC(2024, play, 1 + (place % 27), place % 24)).toISOString(), playedMs: 190_000 })),
  )
  const { errors } = await gateway.execute(
    'mutation ($listens: [ListenInput!]!) { recordListens(listenerId: "ada", listens: $listens) { __typename ... on UserError { message } } }',
    { listens },
  )
  if (errors !== undefined) throw new Error(errors[0]?.message)
}

/** As if grounding had let it pass: every text is hostile, and rests on what it really rests on. */
function unguarded(platform: Platform): Platform {
  let next = 0
  const corrupt = (outcome: NarrateOutcome): NarrateOutcome => {
    if (outcome.type !== 'narrative') return outcome
    const text = `${hostileTexts[next++ % hostileTexts.length] ?? ''} ${outcome.text}`
    const half = Math.floor(text.length / 2)
    const claims = [
      { start: 0, end: half, support: 'supported' as const, evidenceIds: outcome.evidenceIds },
      { start: half, end: text.length, support: 'supported' as const, evidenceIds: outcome.evidenceIds },
    ]
    return { ...outcome, text, claims }
  }
  return {
    ...platform,
    narrate: async (...asked) => (await platform.narrate(...asked)).map(corrupt),
    narrateItem: async (...asked) => corrupt(await platform.narrateItem(...asked)),
    compareProviders: async (...asked) => (await platform.compareProviders(...asked)).map(corrupt),
  }
}
