import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DeadlineExceeded } from './deadline.js'
import { FirstWords } from './first-words.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const { signal } = new AbortController()

function deadlineAfter(milliseconds: number): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(new DeadlineExceeded(milliseconds)), milliseconds)
  return controller.signal
}

/** Work that never says a word; gives what it was stopped with. */
const silent = (words: FirstWords) =>
  words.within(signal, (limited) => new Promise<Error>((resolve) => limited.addEventListener('abort', () => resolve(limited.reason as Error))))

async function heard(...times: readonly number[]): Promise<FirstWords> {
  const words = new FirstWords()
  for (const time of times) await words.within(signal, async (_, hear) => hear(time))
  return words
}

describe('of a provider', () => {
  test.each([
    ['that is new nothing is expected', [], null],
    ['that wrote four times neither', [100, 100, 100, 100], null],
    ['that is quick: two seconds', [30, 20, 50, 40, 60], 2_000],
    ['that takes its time: five times the longest of the last twenty', [9_000, ...Array.from({ length: 20 }, () => 800)], 4_000],
  ])('%s', async (_, times, patience) => {
    expect((await heard(...times)).patienceMs).toBe(patience)
  })

  test('that used to be quick and is silent: it is given up, and the next time a little later, so that it is heard if it has become slow', async () => {
    const words = await heard(100, 100, 100, 100, 100)
    const taken: number[] = []
    for (let round = 0; round < 4; round += 1) {
      const begun = Date.now()
      const stopped = silent(words)
      await vi.runAllTimersAsync()
      expect((await stopped).name).toBe('DeadlineExceeded')
      taken.push(Date.now() - begun)
    }
    expect(taken).toEqual([2_000, 3_000, 4_500, 6_750])
  })

  test('that is new and silent: all of its time once, then half as long each time, and now and then all of it again', async () => {
    const words = new FirstWords()
    const taken: number[] = []
    for (let round = 0; round < 6; round += 1) {
      const begun = Date.now()
      const share = deadlineAfter(9_000)
      const stopped = words.within(share, (limited) => new Promise<number>((resolve) => limited.addEventListener('abort', () => resolve(Date.now()))))
      await vi.runAllTimersAsync()
      taken.push((await stopped) - begun)
    }
    expect(taken).toEqual([9_000, 4_500, 2_250, 2_000, 9_000, 4_500])
    await words.within(signal, async (_, hear) => hear(7_000))
    expect(words.patienceMs).toBeNull()
  })

  test('that is new and silent for a whole list at once: that is one silence', async () => {
    const words = new FirstWords()
    const share = deadlineAfter(9_000)
    const list = Array.from({ length: 4 }, () =>
      words.within(share, (limited) => new Promise<void>((resolve) => limited.addEventListener('abort', () => resolve()))),
    )
    await vi.runAllTimersAsync()
    await Promise.all(list)
    expect(words.patienceMs).toBe(4_500)
  })

  test('that is broken off by whoever asked: nothing is learnt of it', async () => {
    const words = new FirstWords()
    await words.within(AbortSignal.abort(new Error('enough')), async () => {})
    expect(words.patienceMs).toBeNull()
  })

  test('that has begun: it has all the time of the deadline', async () => {
    const words = await heard(100, 100, 100, 100, 100)
    const ended = words.within(signal, async (limited, hear) => {
      hear(50)
      await new Promise((resolve) => setTimeout(resolve, 60_000))
      return limited.aborted
    })
    await vi.runAllTimersAsync()
    expect(await ended).toBe(false)
  })
})
