import assert from 'node:assert/strict'
import type { NarrativePart } from '../part.js'
import type { NarrativeRequest } from '../request.js'
import { hostileRequest } from '../testing/sample-requests.js'
import type { ConformanceCheck, ConformanceSubject } from './conformance-subject.js'
import { describeValue } from './describe-value.js'
import { assertBranded } from './assert-branded.js'
import { assertFrame, assertSentences } from './assert-order.js'
import { readNarrative, textOf } from './observe-narrative.js'

async function eachNarrative(subject: ConformanceSubject, check: (parts: readonly NarrativePart[], request: NarrativeRequest) => void): Promise<void> {
  await using opened = await subject.open()
  for (const request of opened.requests) check(await readNarrative(subject, opened.provider, request), request)
}

/** What a narrative looks like when all goes well. */
export const narrativeChecks: readonly ConformanceCheck[] = [
  {
    name: 'gives exactly one start first and one end last',
    run: (subject) => eachNarrative(subject, assertFrame),
  },
  {
    name: 'writes text, and ends every sentence of a complete narrative',
    run: (subject) =>
      eachNarrative(subject, (parts) => {
        assert.notEqual(textOf(parts).trim(), '', "It wrote nothing; expected words: yield { type: 'text-delta', text: '...' } before the end of the sentence")
        assertSentences(parts)
      }),
  },
  {
    name: 'joins its deltas into clean text',
    run: (subject) =>
      eachNarrative(subject, (parts) => {
        for (const part of parts)
          if (part.type === 'text-delta')
            assert.ok(part.text !== '' && part.text.isWellFormed(), 'A delta is empty or holds half a character; leave empty ones out, and text.toWellFormed()')
        const text = textOf(parts)
        assert.equal(text, text.trim(), 'White space at an end')
        assert.doesNotMatch(text, /\p{Cc}/u, 'Control characters, or lines, in the text')
        assert.doesNotMatch(text, /[.!?][”"’)]?\p{Lu}\p{Ll}/u, 'Two sentences without a space between')
      }),
  },
  {
    name: 'cites only facts of the request',
    run: (subject) =>
      eachNarrative(subject, (parts, request) => {
        const known = new Set([...request.facts, ...request.passages].map((fact) => fact.id))
        for (const part of parts)
          if (part.type === 'sentence-end')
            for (const id of part.factIds)
              assert.ok(known.has(id), `It cites ${id}; expected ids of the request only (${[...known].slice(0, 5).join(', ')}, ...): copy fact.id`)
      }),
  },
  {
    name: 'reports usage as numbers, and null where it is not known',
    run: (subject) =>
      eachNarrative(subject, (parts) => {
        const end = parts.at(-1)
        assert.ok(end?.type === 'narrative-end', 'It has no narrative-end, which would carry the usage')
        assert.ok(
          typeof end.usage === 'object' && end.usage !== null,
          `usage is ${describeValue(end.usage)}; expected { inputTokens, outputTokens, cachedInputTokens, costMicroUsd }, null where it is not known`,
        )
        for (const key of ['inputTokens', 'outputTokens', 'cachedInputTokens', 'costMicroUsd'] as const) {
          const count: number | null = end.usage[key]
          assert.ok(
            count === null || (Number.isFinite(count) && count >= 0),
            `usage.${key} is ${String(count)}; expected a number from 0 on, or null: it is not known`,
          )
        }
        assert.ok(end.usage.outputTokens !== 0, 'Text was written with 0 tokens: unknown is null')
      }),
  },
  {
    name: 'honours a seed, or warns',
    async run(subject) {
      await using opened = await subject.open()
      for (const request of opened.requests.slice(0, 1)) {
        const first = await readNarrative(subject, opened.provider, { ...request, seed: 7 })
        if (opened.provider.capabilities.seed) {
          assert.equal(textOf(await readNarrative(subject, opened.provider, { ...request, seed: 7 })), textOf(first), 'The same seed gave another text')
        } else {
          const start = first[0]
          assert.ok(
            start?.type === 'narrative-start' && Array.isArray(start.warnings) && start.warnings.some((warning) => /seed/iu.test(String(warning))),
            'A seed was ignored without a warning; expected one in narrative-start: warnings: checkRequest(request, capabilities)',
          )
        }
      }
    },
  },
  {
    name: 'refuses kinds, styles and languages that it cannot write as unsupported',
    async run(subject) {
      await using opened = await subject.open()
      const { kinds, styles, languages } = opened.provider.capabilities
      const request = opened.requests[0]
      assert.ok(request)
      const others: NarrativeRequest[] = [
        ...(['track', 'episode'] as const).filter((kind) => !kinds.includes(kind)).map((kind) => ({ ...request, kind })),
        ...(['blurb', 'dj', 'pitch'] as const).filter((style) => !styles.includes(style)).map((style) => ({ ...request, style })),
        ...['tlh', 'ja']
          .filter((language) => !languages.includes(language))
          .slice(0, 1)
          .map((language) => ({ ...request, language })),
      ]
      for (const other of others) {
        const error = await readNarrative(subject, opened.provider, other).then(
          () =>
            assert.fail(
              `It wrote a ${other.style} about a ${other.kind} in ${other.language}, which its capabilities leave out; expected the NarrativeError 'unsupported': checkRequest(request, capabilities) throws it`,
            ),
          (reason: unknown) => reason,
        )
        assertBranded(error, 'Asked for what it cannot write')
        assert.equal(error.code, 'unsupported', `The code is ${error.code}, expected unsupported; it said: ${error.message}`)
      }
    },
  },
  {
    name: 'survives hostile text',
    async run(subject) {
      await using opened = await subject.open()
      const request = opened.requests[0]
      assert.ok(request)
      try {
        const hostile = { ...hostileRequest, kind: request.kind, style: request.style, language: request.language }
        const parts = await readNarrative(subject, opened.provider, hostile)
        assert.ok(textOf(parts).isWellFormed(), 'Half a character of a fact came out as text; a title may end in one: text.toWellFormed()')
      } catch (error) {
        assertBranded(error, 'Given hostile text')
      }
    },
  },
]
