import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Narrative, NarrativeResult } from '../narrative.js'
import type { NarrateOptions } from '../narrator.js'

/** A database for the tests of a file, emptied after each. A rejection that nobody handled fails the file. */
export function database(): { readonly db: TestDatabase['db'] } {
  let opened: TestDatabase | null = null
  const rejections: unknown[] = []
  const onRejection = (reason: unknown): void => void rejections.push(reason)
  const get = (): TestDatabase['db'] => {
    if (opened === null) throw new Error('The database is open inside tests only')
    return opened.db
  }
  beforeAll(async () => {
    process.on('unhandledRejection', onRejection)
    opened = await createTestDatabase()
  })
  afterEach(async () => {
    await get().deleteFrom('narratives').execute()
    await get().deleteFrom('narrative_usage').execute()
    await get().deleteFrom('listeners').execute()
    if (rejections.length > 0) throw new Error(`Nobody handled: ${rejections.map(String).join(', ')}`)
  })
  afterAll(async () => {
    process.off('unhandledRejection', onRejection)
    await opened?.[Symbol.asyncDispose]()
  })
  return {
    get db() {
      return get()
    },
  }
}

/** A listener whose servings are remembered. */
export async function addListener(db: TestDatabase['db'], id: string): Promise<void> {
  await db.insertInto('listeners').values({ id, external_id: id, display_name: null, locale: 'en', time_zone: null, synthetic: true }).execute()
}

export const ask = (more: Partial<NarrateOptions> = {}): NarrateOptions => ({ signal: AbortSignal.timeout(10_000), ...more })

export function written(result: NarrativeResult | undefined): Narrative {
  if (result?.type !== 'narrative') throw new Error(`expected a narrative, got ${JSON.stringify(result)}`)
  return result
}
