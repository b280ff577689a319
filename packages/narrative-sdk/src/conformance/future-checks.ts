import assert from 'node:assert/strict'
import type { NarrativeRequest } from '../request.js'
import type { ConformanceCheck, ConformanceSubject } from './conformance-subject.js'
import { readNarrative, textOf } from './observe-narrative.js'

async function narrates(subject: ConformanceSubject, change: (request: NarrativeRequest) => NarrativeRequest): Promise<void> {
  await using opened = await subject.open()
  const request = opened.requests[0]
  assert.ok(request)
  const parts = await readNarrative(subject, opened.provider, change(request)).catch((error: unknown) => {
    if (error instanceof assert.AssertionError) throw error
    return assert.fail(`It failed: ${String(error)}`)
  })
  assert.notEqual(textOf(parts).trim(), '', 'It wrote nothing')
}

/** What a later platform of the same contract may send. */
export const futureChecks: readonly ConformanceCheck[] = [
  {
    name: 'ignores fields of the request that it does not know',
    run: (subject) =>
      narrates(subject, (request) => {
        const facts = request.facts.map((fact) => ({ ...fact, confidence: 0.9, values: { ...fact.values, 'x-later': ['a'] } }))
        return { ...request, facts, item: { ...request.item, id: 'x' }, 'x-later': { deep: [1, null] } } as NarrativeRequest
      }),
  },
  {
    name: 'narrates with guidelines, examples, texts to avoid and earlier refusals',
    run: (subject) =>
      narrates(subject, (request) => ({
        ...request,
        guidelines: ['Name the label where it is known.', 'No jokes about names.'],
        examples: [
          {
            id: 'g-1',
            facts: [{ id: 'F1', statement: 'You played 31 tracks of the label aaahh records since 2021.' }],
            sentences: [{ text: 'Thirty-one aaahh records tracks since 2021.', factIds: ['F1'] }],
          },
        ],
        avoid: ['Two minutes from a 2012 punk release.'],
        refusals: ['“Elvis Presley” is in none of the facts'],
      })),
  },
]
