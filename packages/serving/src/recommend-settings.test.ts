import { DEFAULT_SETTINGS } from '@linernotes/recommendations'
import { expect, it } from 'vitest'
import { recommendSettings } from './recommend-settings.js'

it('leaves what is not said as it is', () => {
  expect(recommendSettings()).toEqual(DEFAULT_SETTINGS)
  expect(recommendSettings({ shownReturnsAfterDays: 0 })).toEqual({ memory: { ...DEFAULT_SETTINGS.memory, shownReturnsAfterMs: 0 } })
  expect(recommendSettings({ skippedReturnsAfterDays: 1, exposureFloors: { 'hidden-gems': 0.9 } })).toEqual({
    memory: { ...DEFAULT_SETTINGS.memory, skippedReturnsAfterMs: 86_400_000 },
    exposureFloors: { 'hidden-gems': 0.9 },
  })
})

it('refuses the floor of a recipe that there is not', () => {
  expect(() => recommendSettings({ exposureFloors: { gems: 0.5 } })).toThrow('there is no recipe "gems"; there are discover,')
})
