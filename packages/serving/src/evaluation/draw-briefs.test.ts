import { createTestDatabase } from '@linernotes/database/testing'
import { ensureListener } from '@linernotes/listening'
import { openModel } from '@linernotes/recommendations'
import { expect, it } from 'vitest'
import { drawBriefs } from './draw-briefs.js'

it('says where demo listeners come from when none has a history', async () => {
  await using database = await createTestDatabase()
  const { db } = database
  const { signal } = new AbortController()
  await ensureListener(db, { externalId: 'newcomer', displayName: null, timeZone: null, synthetic: true })
  await ensureListener(db, { externalId: 'a person', displayName: null, timeZone: null, synthetic: false })
  const source = { db, model: await openModel(db, { signal }), now: () => Date.UTC(2026, 0, 1), signal, onBrief: () => undefined }
  const narrate = { style: 'blurb', language: 'en', maxWords: null, seed: 1, spoilerFree: true } as const
  await expect(drawBriefs(source, { items: 10, listeners: null, recipe: null, seed: 1, narrate })).rejects.toThrow('no demo listener with a history')
})
