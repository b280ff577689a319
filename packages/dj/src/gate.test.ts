import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Gate } from './gate.js'

const listening = new AbortController().signal

describe('a gate', () => {
  it('lets no more in than it is wide, and all in the end, failures too', async () => {
    const gate = new Gate(2)
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
    const gate = new Gate(1)
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
})
