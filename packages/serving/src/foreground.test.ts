import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Foreground } from './foreground.js'

const settles = async (promise: Promise<void>, within: number): Promise<boolean> => await Promise.race([promise.then(() => true), sleep(within, false)])

describe('what stands back', () => {
  it('goes at once where nobody waits', async () => {
    const foreground = new Foreground()
    expect(foreground.isBusy).toBe(false)
    await foreground.idle()
  })

  it('waits for all who wait, and a moment longer: they may ask again', async () => {
    const foreground = new Foreground()
    const [one, other] = [foreground.enter(), foreground.enter()]
    const idle = foreground.idle()
    one[Symbol.dispose]()
    one[Symbol.dispose]()
    expect(await settles(idle, 60)).toBe(false)
    other[Symbol.dispose]()
    const again = foreground.enter()
    expect(await settles(idle, 60)).toBe(false)
    again[Symbol.dispose]()
    expect(await settles(idle, 1_000)).toBe(true)
    expect(foreground.isBusy).toBe(true)
  })

  it('goes on after work that fails', async () => {
    const foreground = new Foreground()
    await expect(foreground.attend(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await settles(foreground.idle(), 1_000)).toBe(true)
  })
})
