import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ask, database, written } from './__fixtures__/narrating.js'
import { evidence, sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, model as scripted, plugin, sentence, start, testNarrator, truth } from './__fixtures__/test-narrator.js'

const data = database()

const first = [start, ...truth, end]
const second = [start, ...sentence('You last played C-Doc in March 2018.', 'F2'), end]
const hour = 3_600_000

/** Waits until `check` holds; the work is in the background. */
async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 5_000; Date.now() < deadline; await sleep(5)) if (await check()) return
  throw new Error('it did not come')
}
const texts = async (): Promise<number> => (await data.db.selectFrom('narratives').select('id').execute()).length

describe('a text that is old', () => {
  test('is served at once while another is written, once for a thousand who ask for it', async () => {
    let now = 1_700_000_000_000
    const model = scripted((_, call) => (call === 0 ? first : [{ type: 'pause', milliseconds: 30 }, ...second]))
    await using given = await testNarrator(data.db, [plugin('model', model)], { now: () => now, policies: { staleAfterMs: hour } })
    const old = written(await given.narrator.narrate(sampleBrief(), ask()))
    now += 2 * hour
    const alone = Array.from({ length: 900 }, () => given.narrator.narrate(sampleBrief(), ask()))
    const listed = Array.from({ length: 100 }, () => given.narrator.narrateList([sampleBrief()], ask()))
    const results = [...(await Promise.all(alone)), ...(await Promise.all(listed)).flat()]
    expect(new Set(results.map((result) => written(result).id))).toEqual(new Set([old.id]))
    await until(async () => (await texts()) === 2)
    expect(model.calls).toHaveLength(2)
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).text).toBe('You last played C-Doc in March 2018.')
    expect(model.calls).toHaveLength(2)
  })

  test('of an earlier prompt is served while the new prompt writes', async () => {
    await using before = await testNarrator(data.db, [plugin('model', scripted(first, { promptVersion: '1' }))])
    const old = written(await before.narrator.narrate(sampleBrief(), ask()))
    const model = scripted(second, { promptVersion: '2' })
    await using after = await testNarrator(data.db, [plugin('model', model)])
    expect(written(await after.narrator.narrate(sampleBrief(), ask()))).toEqual({ ...old, fromCache: true })
    await until(async () => (await texts()) === 2)
    expect(written(await after.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ promptVersion: '2', text: 'You last played C-Doc in March 2018.' })
  })

  test('is written anew first where only what is fresh is asked for', async () => {
    await using before = await testNarrator(data.db, [plugin('model', scripted(first))])
    await before.narrator.narrate(sampleBrief(), ask())
    const editorial = { version: 'golden-2', guide: () => ({ guidelines: ['Say when it was last.'] }) }
    const model = scripted(second)
    await using after = await testNarrator(data.db, [plugin('model', model)], { editorial })
    expect(written(await after.narrator.narrate(sampleBrief(), ask({ cache: 'fresh' }))).text).toBe('You last played C-Doc in March 2018.')
    expect(model.calls[0]?.guidelines).toEqual(['Say when it was last.'])
  })

  test('keeps its id when another takes its place', async () => {
    let now = 1_700_000_000_000
    const model = scripted((_, call) => (call === 0 ? first : second))
    await using given = await testNarrator(data.db, [plugin('model', model)], { now: () => (now += 1_000) })
    await given.narrator.narrate(sampleBrief(), ask())
    await given.narrator.narrate(sampleBrief(), ask({ cache: 'bypass' }))
    expect(await texts()).toBe(2)
    expect(written(await given.narrator.narrate(sampleBrief(), ask({ cache: 'only' }))).text).toBe('You last played C-Doc in March 2018.')
  })

  test('is never served where the evidence has changed, for it may be false', async () => {
    const model = scripted((request) => [start, ...sentence(`You played C-Doc ${String(request.facts[1]?.values['plays'])} times in 2016.`, 'F1'), end])
    await using given = await testNarrator(data.db, [plugin('model', model)])
    const brief = sampleBrief({ itemId: 'trk_same' }, 212)
    await given.narrator.narrate(brief, ask())
    const played = evidence('artist-plays', { artist: 'C-Doc', plays: 213, year: 2016 }, 'You played C-Doc 213 times in 2016.', 'listening')
    const changed = { ...brief, evidence: brief.evidence.map((fact) => (fact.property === 'artist-plays' ? played : fact)), reasons: [] }
    expect(written(await given.narrator.narrate(changed, ask())).text).toBe('You played C-Doc 213 times in 2016.')
  })

  test('is not waited for at the end', async () => {
    let now = 1_700_000_000_000
    const model = scripted((_, call) => (call === 0 ? first : [start, { type: 'pause', milliseconds: 60_000 }]))
    const given = await testNarrator(data.db, [plugin('model', model)], { now: () => now, policies: { staleAfterMs: hour, deadlineMs: 60_000 } })
    await given.narrator.narrate(sampleBrief(), ask())
    now += 2 * hour
    await given.narrator.narrate(sampleBrief(), ask())
    await until(() => model.active === 1)
    await given[Symbol.asyncDispose]()
    expect(model.active).toBe(0)
  })
})

describe('lists that overlap', () => {
  test('write what they share once, and the rest each', async () => {
    const model = scripted((request) => [
      start,
      { type: 'pause', milliseconds: 20 },
      ...sentence(`You played C-Doc ${String(request.facts[1]?.values['plays'])} times in 2016.`, 'F1'),
      end,
    ])
    await using given = await testNarrator(data.db, [plugin('model', model), plugin('house', house())], { policies: { maxOverlap: 1, deadlineMs: 5_000 } })
    const list = (...plays: number[]) =>
      given.narrator.narrateList(
        plays.map((count) => sampleBrief({}, count)),
        ask(),
      )
    const [left, right, alone] = await Promise.all([list(1, 2, 3), list(2, 3, 4), given.narrator.narrate(sampleBrief({}, 3), ask())])
    expect(model.calls).toHaveLength(4)
    expect(written(left[1]).id).toBe(written(right[0]).id)
    expect(new Set([written(left[2]).id, written(right[1]).id, written(alone).id]).size).toBe(1)
    expect(await texts()).toBe(4)
  })

  test('do not lose what they share when the one that began it leaves', async () => {
    let answers = 0
    const watched = data.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        answers += 1
        return result
      },
    })
    const model = scripted([start, { type: 'pause', milliseconds: 300 }, ...truth, end])
    await using given = await testNarrator(watched, [plugin('model', model)], { policies: { deadlineMs: 5_000 } })
    const controller = new AbortController()
    const left = given.narrator.narrateList([sampleBrief()], { signal: controller.signal })
    const stays = given.narrator.narrateList([sampleBrief()], ask())
    // Each has looked into the cache and the memory and asked for its lease: both are aboard then.
    await until(() => answers === 6 && model.active === 1)
    await sleep(5)
    controller.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    expect(written((await stays)[0]).provider).toBe('model')
    expect(model.calls).toHaveLength(1)
    expect(await texts()).toBe(1)
  })
})
