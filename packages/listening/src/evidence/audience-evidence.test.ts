import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audienceFloor } from '../taste.js'
import { fewListeners, sharedAudience } from './audience-evidence.js'

const [anchor, target] = [
  { id: 'art_1', name: 'Ana' },
  { id: 'art_2', name: 'Bo' },
]
const saidOf = (listeners: number): string => JSON.stringify(sharedAudience(anchor, target, listeners))
const foundOf = (listeners: number): string => JSON.stringify(fewListeners({ id: 'trk_1', title: 'One' }, listeners))

describe('what is said of how many listen', () => {
  test('is true, and not far from it', () => {
    assert(
      property(integer({ min: audienceFloor, max: 1_000_000 }), (listeners) => {
        const { listeners: told, statement } = sharedAudience(anchor, target, listeners)
        expect(told! <= listeners && listeners - told! < audienceFloor).toBe(true)
        expect(statement).toBe(`At least ${told!.toLocaleString('en')} listeners who play Ana also play Bo.`)
      }),
    )
  })

  test('is alike with one listener more, but where a group of ten becomes full; there it tells that, and nothing of who', () => {
    assert(
      property(integer({ min: 0, max: 1_000_000 }), (listeners) => {
        expect(saidOf(listeners) === saidOf(listeners + 1)).toBe((listeners + 1) % audienceFloor !== 0)
        expect(foundOf(listeners) === foundOf(listeners + 1)).toBe(listeners + 1 !== audienceFloor)
      }),
    )
  })

  test('is compatible with ten different counts, whatever is said', () => {
    const counts = Array.from({ length: 500 }, (_, listeners) => listeners)
    for (const group of Map.groupBy(counts, saidOf).values()) expect(group).toHaveLength(audienceFloor)
  })
})
