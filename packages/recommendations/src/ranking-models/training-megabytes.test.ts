import { describe, expect, it } from 'vitest'
import { compressRows, emptyTriplets } from '../model/compressed-rows.js'
import { modelNames } from './ranking-model.js'
import { trainingMegabytes } from './training-megabytes.js'

const data = (items: number) => ({ interactions: compressRows(100, items, emptyTriplets()), itemTags: null, friends: null })

describe('trainingMegabytes', () => {
  it('counts a square of doubles and one of floats for EASE', () => {
    expect(trainingMegabytes('ease', data(5000))).toBe(300)
  })

  it('grows with the square of the items where there is a square, up to its limit, and in proportion elsewhere', () => {
    expect(trainingMegabytes('ease', data(2000)) / trainingMegabytes('ease', data(1000))).toBe(4)
    const growth = Object.fromEntries(modelNames.map((name) => [name, trainingMegabytes(name, data(20_000)) / trainingMegabytes(name, data(10_000))]))
    expect(growth).toMatchObject({ popularity: 2, 'item-knn': 2, ease: 1 })
    expect(growth['ials']).toBeCloseTo(2, 1)
  })
})
