import { expect, test } from 'vitest'
import { clock, countOf, dateInWords, inTimes, inWords, lengthInWords } from './numbers-en.js'

test('numbers are said as people say them', () => {
  expect([0, 7, 12, 20, 41, 99, 100, 2188].map(inWords)).toEqual(['zero', 'seven', 'twelve', 'twenty', 'forty-one', 'ninety-nine', '100', '2,188'])
  expect([1, 2, 3, 12, 13, 2188].map(inTimes)).toEqual(['once', 'twice', 'three times', 'twelve times', '13 times', '2,188 times'])
  expect([1, 12, 33].map((count) => countOf(count, 'play'))).toEqual(['one play', 'twelve plays', '33 plays'])
})

test('dates and lengths are said as people say them, and left out where they are none', () => {
  expect(['2018-03', '2018-03-09', '2018', '2018-13', 'soon'].map(dateInWords)).toEqual(['March 2018', '9 March 2018', null, null, null])
  expect([503_000, 60_000, 31_000, 222_000, 400, 3_600_000].map(lengthInWords)).toEqual([
    'eight minutes and twenty-three seconds',
    'one minute',
    'thirty-one seconds',
    'three minutes and forty-two seconds',
    null,
    null,
  ])
  expect([483_000, 3_971_000].map(clock)).toEqual(['8:03', '1:06:11'])
})
