import { readFile } from 'node:fs/promises'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import type { Platform } from '@linernotes/serving'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeReading, type Verdict } from './__fixtures__/judge-reading.js'
import { shortOf } from './__fixtures__/short-operation.js'
import { plantSmallCatalogue, trackIdOf } from './__fixtures__/small-catalogue.js'
import { understandRequest } from './understand-request.js'

let own: TestDatabase
const names = new Map<string, string>()
beforeAll(async () => {
  own = await createTestDatabase()
  await plantSmallCatalogue(own.db)
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from artists union all select id, title from shows union all select id, title from tracks`.execute(own.db)
  for (const { id, name } of rows) names.set(id, name)
  names.set(trackIdOf('Slomo'), 'current')
})
afterAll(() => own[Symbol.asyncDispose]())

async function verdictsOn(file: string): Promise<readonly { readonly request: string; readonly verdict: Verdict; readonly line: string }[]> {
  const text = await readFile(new URL(`__fixtures__/${file}.txt`, import.meta.url), 'utf8')
  const lines = text.split('\n').filter((line) => !line.startsWith('#') && line !== '')
  return Promise.all(
    lines.map(async (line) => {
      const [request = '', expected = ''] = line.split(' => ')
      const understanding = await understandRequest(
        {
          // Rules need no platform.
          platform: {} as Platform,
          db: own.db,
          listenerId: null,
          provider: null,
          language: 'en',
          playing: { itemId: trackIdOf('Slomo'), kind: 'track' },
          talkEvery: 2,
          adventurousness: 0.4,
          now: () => Date.parse('2026-12-01T12:00:00Z'),
          signal: new AbortController().signal,
        },
        request,
      )
      const found = shortOf(understanding, names)
      return { request, verdict: judgeReading(found, expected), line: `${request} => ${found.join(' + ')}   (expected ${expected}) ${understanding.refused.join(' ')}` }
    }),
  )
}

const count = (verdicts: readonly { readonly verdict: Verdict }[], verdict: Verdict): number => verdicts.filter((one) => one.verdict === verdict).length

describe('requests of strangers', () => {
  it.each(['unseen-tune', 'unseen-held-out'])('%s', async (file) => {
    const verdicts = await verdictsOn(file)
    console.log(file, Object.fromEntries((['just-so', 'said-so', 'silent', 'wrong'] as const).map((verdict) => [verdict, count(verdicts, verdict)])))
    if (file === 'unseen-tune') for (const { verdict, line } of verdicts) if (verdict !== 'just-so') console.log(verdict, line)
    expect(verdicts).toHaveLength(60)
  })
})
