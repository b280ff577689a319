import { describe, expect, it } from 'vitest'
import { compressRows, emptyTriplets } from '../model/compressed-rows.js'
import { modelNames } from './ranking-model.js'
import { trainingMegabytes } from './training-megabytes.js'

const data = (items: number) => ({ interactions: compressRows(100, items, emptyTriplets()), itemTags: null, friends: null })

describe('trainingMegabytes', () => {
  it('counts a square of doubles and one of floats for EASE', () => {
    expect(trainingMegabytes('ease', data(5000))).toBe(300)
  })

  it('grows with the square of the items where there is a square, and in proportion elsewhere', () => {
    const growth = Object.fromEntries(modelNames.map((name) => [name, trainingMegabytes(name, data(20_000)) / trainingMegabytes(name, data(10_000))]))
    expect(growth).toMatchObject({ popularity: 2, 'item-knn': 2, ease: 4, hybrid: 4 })
    expect(growth['ials']).toBeCloseTo(2, 1)
  })
})
