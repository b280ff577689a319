import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Gate, type GateManner } from './gate.js'

const listening = new AbortController().signal
const wide = (width: number): GateManner => ({ width: () => width, standBack: () => Promise.resolve() })

describe('a gate', () => {
  it('lets no more in than it is wide, and all in the end, failures too', async () => {
    const gate = new Gate(wide(2))
    let [inside, most] = [0, 0]
    const work = async (number: number): Promise<number> => {
      inside += 1
      most = Math.max(most, inside)
      await sleep(1)
      inside -= 1
      if (number % 5 === 0) throw new Error(`${number}`)
      return number
    }
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, number) => gate.pass(() => work(number), { isUrgent: false, signal: listening })))
    expect(most).toBe(2)
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    expect(await gate.pass(() => work(1), { isUrgent: false, signal: listening })).toBe(1)
  })

  it('lets the urgent in first, and forgets who left', async () => {
    const gate = new Gate(wide(1))
    const order: string[] = []
    const left = new AbortController()
    const pass = (name: string, isUrgent = false, signal = listening): Promise<void> =>
      gate.pass(
        async () => {
          order.push(name)
          await sleep(1)
        },
        { isUrgent, signal },
      )
    const all = [pass('first'), pass('ahead'), pass('gone', false, left.signal), pass('urgent', true), pass('urgent too', true)]
    left.abort(new Error('left'))
    const results = await Promise.allSettled(all)
    expect(order).toEqual(['first', 'urgent', 'urgent too', 'ahead'])
    expect(results[2]).toMatchObject({ status: 'rejected', reason: { message: 'left' } })
  })

  it('becomes narrower and wider while work is inside, and loses nobody', async () => {
    let [width, inside, most] = [2, 0, 0]
    const gate = new Gate({ width: () => width, standBack: () => Promise.resolve() })
    const pass = (): Promise<void> =>
      gate.pass(
        async () => {
          inside += 1
          most = Math.max(most, inside)
          await sleep(2)
          inside -= 1
        },
        { isUrgent: false, signal: listening },
      )
    const before = [pass(), pass(), pass(), pass()]
    width = 1
    await before[0]
    await before[1]
    most = inside
    await Promise.all(before)
    expect(most).toBe(1)
    const after = [pass(), pass(), pass()]
    width = 3
    await Promise.all([...after, pass()])
    expect(inside).toBe(0)
    expect(most).toBeGreaterThan(1)
  })

  it('lets others go first, and leaves when it is not wanted any more while it does', async () => {
    const order: string[] = []
    const gate = new Gate({
      width: () => 1,
      standBack: async (isUrgent, signal) => {
        order.push(isUrgent ? 'urgent stands back' : 'stands back')
        await sleep(1, undefined, { signal }).catch(() => signal.throwIfAborted())
      },
    })
    const left = new AbortController()
    const gone = gate.pass(async () => void order.push('gone'), { isUrgent: false, signal: left.signal })
    left.abort(new Error('left'))
    await expect(gone).rejects.toThrow('left')
    await gate.pass(async () => void order.push('works'), { isUrgent: true, signal: listening })
    expect(order).toEqual(['stands back', 'urgent stands back', 'works'])
  })
})
