import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleBrief } from '../__fixtures__/sample-brief.js'
import { ask, database } from '../__fixtures__/narrating.js'
import { end, house, lie, model, plugin, sentence, start, truth } from '../__fixtures__/test-narrator.js'
import type { Brief } from '../brief.js'
import { toRequest } from '../to-request.js'
import { answer, attempt, evaluatedBrief } from './__fixtures__/answers.js'
import { authorshipOf, fallbackReasons, measureOwnTexts } from './authorship.js'
import type { Answer, WatchedAttempt } from './evaluated.js'
import { measureGroundedness } from './grounded-rate.js'
import { matchAttempts } from './match-attempts.js'
import { measureProvider } from './measure-provider.js'
import { reportEvaluation } from './report.js'
import { createWatchedNarrator } from './watched-narrator.js'

const base = database()

async function evaluate(
  pen: ReturnType<typeof model>,
  briefs: readonly Brief[],
): Promise<{ readonly answers: readonly Answer[]; readonly attempts: readonly WatchedAttempt[] }> {
  const attempts: WatchedAttempt[] = []
  await using state = await mkdtempDisposable(path.join(tmpdir(), 'evaluation-'))
  await using narrator = await createWatchedNarrator(
    {
      db: base.db,
      config: { providers: [plugin('pen', pen), plugin('house', house())], narratives: {}, order: { track: ['pen', 'house'], episode: ['house'] } },
      host: { fetch, now: Date.now, log: () => undefined, stateDirectory: state.path, modelFile: async () => null },
      policies: { breakerFailures: 1, retries: 0 },
    },
    (watched) => void (watched.provider === 'pen' && attempts.push(watched)),
  )
  const results = await narrator.narrateList(briefs, ask({ provider: 'pen', cache: 'bypass' }))
  const matched = matchAttempts(briefs, attempts)
  const answers = briefs.map((brief, index) => ({
    evaluated: evaluatedBrief({}, brief),
    provider: 'pen',
    result: results[index] as Answer['result'],
    attempts: matched[index] ?? [],
  }))
  return { answers, attempts }
}

describe('a watched provider', () => {
  it('is seen as it answered: what was refused, what was tried again, what it cost', async () => {
    const usage = { inputTokens: 10, outputTokens: 4, cachedInputTokens: null, costMicroUsd: 3 }
    const pen = model((_, call) => [start, ...(call === 0 ? lie : truth), { type: 'narrative-end', finish: 'complete', usage }])
    const { answers } = await evaluate(pen, [sampleBrief()])
    expect(answers[0]?.attempts.map(({ pieces }) => pieces.map(({ text, factIds }) => [text, factIds]))).toEqual([
      [['You played C-Doc 999 times in 2016.', ['F1']]],
      [['You played C-Doc 212 times in 2016.', ['F1']]],
    ])
    const measures = measureProvider('pen', answers, 1)
    expect(measures.grounding).toMatchObject({
      sentences: { count: 0, of: 1 },
      wholeTexts: { count: 0, of: 1 },
      askedAgain: { count: 1, of: 1 },
      refusals: [{ code: 'number', count: 1 }],
    })
    expect(measures.own).toMatchObject({ words: { count: 1 }, fallback: { count: 0 } })
    expect(measures.usage.costMicroUsd).toEqual({ total: 6, saidBy: 2, calls: 2 })
    expect(measures.usage.cachedInputTokens).toEqual({ total: null, saidBy: 0, calls: 2 })
  })

  it('is not credited with what another one wrote, and failures do not keep it from the next brief', async () => {
    const pen = model((_, call) => (call < 2 ? [new Error('no')] : [start, ...truth, end]))
    const briefs = [1, 2, 3].map((index) =>
      sampleBrief({ itemId: `trk_${index}`, item: { title: `Song ${index}`, by: 'C-Doc' }, evidence: sampleBrief().evidence.slice(1) }),
    )
    const { answers, attempts } = await evaluate(pen, briefs)
    expect(attempts).toHaveLength(3)
    expect(answers.map(authorshipOf).toSorted()).toEqual(['fallback', 'fallback', 'words'])
    expect(fallbackReasons(answers)).toEqual([{ reason: 'failed unexpectedly', count: 2 }])
    expect(measureProvider('pen', answers, 1).words.n).toBe(1)
    const report = reportEvaluation({
      createdAt: '2026-01-01T00:00:00.000Z',
      complete: true,
      plan: { recipe: null, style: 'blurb', language: 'en', seed: 1 },
      providers: ['pen'],
      answers,
      judge: null,
      scores: new Map(),
    })
    expect(report.items.flatMap((item) => item.answers.map(({ writtenBy }) => writtenBy)).toSorted()).toEqual(['house', 'house', 'pen'])
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })
})

it('calls find their brief by its facts, and by its item where fewer were sent', () => {
  const briefs = [1, 2].map((index) => sampleBrief({ itemId: `trk_${index}` }, 200 + index))
  const calls = briefs.map((brief) => attempt(brief, []))
  const [second] = [toRequest(briefs[1] as Brief).request]
  const short = attempt(briefs[1] as Brief, [], { request: { ...second, facts: second.facts.slice(0, 1) } })
  expect(matchAttempts(briefs, [calls[1] as WatchedAttempt, calls[0] as WatchedAttempt])).toEqual([[calls[0]], [calls[1]]])
  // Both are about one item: the first of them is as good a guess as any.
  expect(matchAttempts(briefs, [short])).toEqual([[short], []])
})

const inList = (list: number, answers: readonly Answer[]) => answers.map((one) => ({ ...one, evaluated: { ...one.evaluated, list } }))

describe('who wrote it', () => {
  const text = 'You played C-Doc 212 times in 2016.'
  const planner = {
    ...answer(text),
    attempts: [attempt(sampleBrief(), sentence(text) as never, { capabilities: { ...attempt(sampleBrief(), []).capabilities, mode: 'plan' } })],
  }
  const unaided = {
    ...planner,
    attempts: planner.attempts.map((call) => ({ ...call, usage: { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: 0 } })),
  }
  const own = answer(text)
  const words = answer(text, evaluatedBrief(), { realisation: 'model' })
  const other = answer(text, evaluatedBrief(), { provider: 'house', fallbackReason: 'pen: refused: more than 25 words; an emoji; house: x' })
  const late = answer(text, evaluatedBrief(), { provider: 'house', fallbackReason: 'pen: timed out; pencil: timed out after 3 s' })

  it('is told apart: a model, its plan, rules, or somebody else', () => {
    expect([words, planner, unaided, own, other].map(authorshipOf)).toEqual(['words', 'plan', 'rules', 'rules', 'fallback'])
    const failed: Answer = {
      ...own,
      result: { type: 'failure', code: 'PROVIDER_UNAVAILABLE', message: 'nobody', provider: 'pen', tried: [], retryAfterMs: null },
    }
    expect(authorshipOf(failed)).toBe('nobody')
    expect(fallbackReasons([own, other, other, failed, late])).toEqual([
      { reason: 'refused', count: 2 },
      { reason: 'nobody', count: 1 },
      { reason: 'timed out', count: 1 },
    ])
  })

  it('is counted for each list, which is its own from 60 % on', () => {
    const measured = measureOwnTexts([...inList(1, [own, own, own, other, other]), ...inList(2, [own, words, other, other, other])])
    expect(measured.lists.map(({ items, words: byModel, rules, fallback }) => [items, byModel, rules, fallback])).toEqual([
      [5, 0, 3, 2],
      [5, 1, 1, 3],
    ])
    expect(measured.listsMostlyOwn).toMatchObject({ count: 1, of: 2 })
    expect(measured.perList.mean).toBeCloseTo(0.5)
  })
})

it('a sentence refused for two reasons counts under both, once each', () => {
  const brief = sampleBrief()
  const grounded = measureGroundedness([
    {
      ...answer('x'),
      attempts: [
        attempt(brief, [
          { text: 'You played Elvis 999 times in 1999.', factIds: null },
          { text: 'You played C-Doc 212 times in 2016.', factIds: ['F1'] },
        ]),
      ],
    },
  ])
  expect(grounded.sentences).toMatchObject({ count: 1, of: 2 })
  expect(grounded.refusals.map(({ code }) => code)).toEqual(expect.arrayContaining(['name', 'number']))
  expect(grounded.refusals.every(({ count }) => count === 1)).toBe(true)
})
