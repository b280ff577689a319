import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FoldIn } from '../ranking-models/ranking-model.js'
import { temporaryFiles, type Files } from './__fixtures__/files.js'
import { friendships, plays, requestOf, taggings, toolsWith, watchedPopularity } from './__fixtures__/world.js'
import { evaluate, UnusableDataError } from './evaluate.js'
import type { EvaluationRequest } from './evaluation-request.js'

let files: Files
let heard: FoldIn[]
beforeEach(async () => {
  files = await temporaryFiles()
  heard = []
})
afterEach(() => files[Symbol.asyncDispose]())

// Item 1 has four users, 2 three, 3 two, 4 and 5 one.
const trained = 'u1 1 5; u1 2 1; u1 3 1; u2 1 1; u2 2 1; u2 4 2; u3 1 1; u3 2 1; u3 5 7; u4 1 1; u4 3 1'
const known = 'ann 1 3; bo 2 1; bo 4 1'
const guessed = 'ann 2 1; ann 4 1; bo 3 2'

const reversed = (rows: string): string => rows.split('; ').toReversed().join('; ')

async function sources(interactions = trained, foldIn = known, test = guessed): Promise<EvaluationRequest['sources']> {
  return {
    interactions: await files.write('train.tsv', plays(interactions)),
    foldIn: await files.write('known.tsv', plays(foldIn)),
    test: await files.write('test.tsv', plays(test)),
  }
}

const run = async (parts: Partial<EvaluationRequest> = {}) =>
  await evaluate(requestOf({ ...parts, sources: parts.sources ?? (await sources()) }), toolsWith(watchedPopularity(heard)))

describe('an evaluation', () => {
  it('measures what can be computed by hand', async () => {
    const { models, dataset, problems } = await run()
    // ann is shown 2, 3 (has 1): hit at place 1 of two; bo is shown 1, 3 (has 2, 4): hit at place 2 of one.
    const ideal = 1 + 1 / Math.log2(3)
    const { metrics, trainSeconds, peakMegabytes } = models[0]!
    expect(metrics['ndcg@2']).toMatchObject({ mean: (1 / ideal + 1 / Math.log2(3)) / 2 })
    expect(metrics['recall@2']).toMatchObject({ mean: 0.75 })
    expect(metrics['coverage@2']).toEqual({ items: 3, share: 0.6 })
    expect(metrics['novelty@2']).toMatchObject({ mean: ((2 + 3) / 2 + (1 + 3) / 2) / 2 })
    // shown: 0 0 1 1 2 times
    expect(metrics['gini@2']).toMatchObject({ mean: (0 + 1 * 2 + 2 * 4) / (5 * 4) })
    expect(metrics['calibrationKl@2']).toBeNull()
    expect([trainSeconds, peakMegabytes, problems]).toEqual([1, 10, []])
    expect(dataset).toMatchObject({
      candidates: { items: 5 },
      test: { listeners: 2, interactions: 3, ofCandidates: 3 },
      ties: 'number',
      diversityOf: 'co-listening',
    })
  })

  it('recommends only items that enough users have, and counts only these as guessable', async () => {
    const { dataset, models } = await run({ minItemUsers: 2 })
    expect(dataset.candidates).toMatchObject({ items: 3, interactions: 9 })
    expect(dataset.test).toEqual({ listeners: 2, interactions: 3, ofCandidates: 2 })
    expect(models[0]!.metrics['recall@2']).toMatchObject({ mean: 1 })
  })

  it('is the same whatever the order of the rows', async () => {
    const first = await run()
    const second = await run({ sources: await sources(reversed(trained), reversed(known), reversed(guessed)) })
    expect(second).toEqual(first)
  })

  it('tells the models nothing of the test: not by histories, friends or tags', async () => {
    const tools = toolsWith(watchedPopularity(heard))
    const tags = await files.write('tags.tsv', taggings('u1 1 rock 1 1 2009; ann 2 rock 1 1 2009; bo 3 jazz 1 1 2009; stranger 3 pop 1 1 2009'))
    const friends = await files.write('friends.tsv', friendships('ann bo; u2 ann; ann stranger; u1 u2'))
    const { dataset } = await evaluate(requestOf({ sources: await sources(), tags, friends }), tools)
    const [ann, bo] = heard
    expect([[...ann!.items], [...bo!.items]]).toEqual([[0], [1, 3]])
    // ann's friends: u2 with all of their history, bo with what is known of them
    expect(ann!.friends.map(({ items, weights }) => [[...items], [...weights]])).toEqual([
      [
        [0, 1, 3],
        [1, 1, 2],
      ],
      [
        [1, 3],
        [1, 1],
      ],
    ])
    expect(bo!.friends.map(({ items }) => [...items])).toEqual([[0]])
    const { training } = tools.tasks[0]!
    expect([...training.itemTags!.values]).toEqual([1, 1])
    expect(dataset.tags).toEqual({ rows: 4, leftOut: 2, tags: 2, taggedCandidates: 2, calibrationTags: 2 })
    expect([...training.friends!.columns]).toEqual([1, 0])
    expect(dataset.friends).toEqual({ rows: 4, listenersWithFriends: 2 })
  })

  it('names the test rows that cannot count, and measures without them', async () => {
    const test = `${guessed}; carl 1 1; ann 1 9; ann 5 1`
    const { problems, rejected, dataset } = await run({ sources: await sources(`${trained}; ann 5 1`, known, test) })
    expect(problems).toEqual([
      { file: 'test.tsv', line: 5, field: null, message: 'user carl has no row in the fold-in' },
      { file: 'test.tsv', line: 6, field: null, message: 'the same user and item are in the fold-in' },
      { file: 'test.tsv', line: 7, field: null, message: 'the same user and item are in the interactions that are trained on' },
    ])
    expect([rejected, dataset.test.interactions]).toEqual([3, 3])
  })

  it('goes on without tags and friends where their files hold nothing usable, and says so', async () => {
    const tags = await files.write('tags.tsv', taggings('ann 1 rock 1 1 2009'))
    const friends = await files.write('friends.tsv', 'user\tfriend\n')
    const tools = toolsWith(watchedPopularity(heard))
    const { dataset, models } = await evaluate(requestOf({ sources: await sources(), tags, friends, calibrate: 0.5 }), tools)
    expect(dataset.tags).toEqual({ rows: 1, leftOut: 1, tags: 0, taggedCandidates: 0, calibrationTags: 0 })
    expect([dataset.friends, dataset.diversityOf]).toEqual([{ rows: 0, listenersWithFriends: 0 }, 'co-listening'])
    expect([tools.tasks[0]!.training.itemTags, tools.tasks[0]!.training.friends]).toEqual([null, null])
    expect(models[0]!.calibrated!.metrics).toEqual(models[0]!.metrics)
    const unchanged = { mean: 1, low: 1, high: 1 }
    expect(Object.values(models[0]!.calibrated!.ratios).filter((ratio) => ratio !== null)).toEqual(requestOf({}).ks.map(() => unchanged))
  })

  it('orders ids that are not all numbers by code units', async () => {
    const { dataset } = await run({ sources: await sources(`${trained}; u1 x 1`) })
    expect(dataset.ties).toBe('code-unit')
  })
})

describe('an evaluation is refused', () => {
  it.each([
    ['There is nothing to train on', { sources: ['', known, guessed] }],
    ['none has enough training users', { minItemUsers: 9 }],
    ['There is nobody to rank for', { sources: [trained, known, 'ann 77 1'] }],
    ['There is nobody to rank for', { sources: [trained, '', guessed] }],
  ] as const)('%s', async (message, parts) => {
    const { sources: rows, ...others } = { sources: undefined, ...parts }
    const evaluation = run({ ...others, ...(rows === undefined ? {} : { sources: await sources(...(rows as [string, string, string])) }) })
    await expect(evaluation).rejects.toThrow(UnusableDataError)
    await expect(evaluation).rejects.toThrow(message)
  })

  it('where a model gives no number', async () => {
    const broken = toolsWith(async (name) => ({ name, itemCount: 5, score: (_: unknown, into: Float64Array) => void into.fill(Number.NaN) }) as never)
    await expect(evaluate(requestOf({ sources: await sources() }), broken)).rejects.toThrow('popularity: the score of item 0 for listener ann is not a number')
  })
})
