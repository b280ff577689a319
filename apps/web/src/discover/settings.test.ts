import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindChoices, readSettings, recipes, settingsHref, toRecommendInput, type Settings } from './settings'

const read = (text: string) => readSettings(new URLSearchParams(text))

describe('the settings in the address', () => {
  it('are read back as they were written', () => {
    const id = fc.option(fc.string({ minLength: 1, maxLength: 12 }), { nil: null })
    const anySettings: fc.Arbitrary<Settings> = fc
      .record({
        listener: id,
        beside: id,
        kinds: fc.constantFrom(...kindChoices.map(({ key }) => key)),
        recipe: fc.constantFrom(...recipes.map(({ key }) => key)),
        seed: fc.string({ minLength: 1, maxLength: 12 }),
        dial: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
        narrator: id,
      })
      .map((settings) => ({ ...settings, seed: settings.recipe === 'from-this' ? settings.seed : null }))
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(read(settingsHref(settings).slice(1))).toEqual(settings)
      }),
    )
  })

  it('are the usual ones where the address says something else', () => {
    expect(read('dial=7&list=nope&kinds=films&listener=')).toEqual(read(''))
    expect(['-0.1', '1.01', 'NaN', '', ' '].map((dial) => read(`dial=${dial}`).dial)).toEqual([0.3, 0.3, 0.3, 0.3, 0.3])
    expect(['0', '1', '0.449'].map((dial) => read(`dial=${dial}`).dial)).toEqual([0, 1, 0.4])
  })

  it('lead on from something, or not at all', () => {
    expect(read('list=from-this').recipe).toBe('')
    expect(toRecommendInput(read('list=from-this&seed=trk_1'), 'ada')).toMatchObject({ recipe: 'from-this', seedIds: ['trk_1'] })
  })

  it('ask without a profile for nobody in particular', () => {
    expect(toRecommendInput(read('kinds=music'), 'nobody')).toEqual({ kinds: ['TRACK'], adventurousness: 0.3, nonProfiled: true })
  })
})
