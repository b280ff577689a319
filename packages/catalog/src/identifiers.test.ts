import { expect, test } from 'vitest'
import { parseIsrc, parseMbid } from './index.js'

test.each([
  ['GBAYE0601498', 'GBAYE0601498'],
  [' gb-aye-06-01498 ', 'GBAYE0601498'],
  ['QZES72371234', 'QZES72371234'],
  ['ISRC US-RC1-76-07839', 'USRC17607839'],
  ['us rc1 76 07839', 'USRC17607839'],
  ['GB-A-Y-E0601498', null],
  ['ßRC17607839', null],
  ['GBAYE060149', null],
  ['1BAYE0601498', null],
  ['GBAYE060149X', null],
  ['', null],
])('the ISRC %j is %j', (text, isrc) => {
  expect(parseIsrc(text)).toBe(isrc)
})

test.each([
  [' 83D91898-7763-47D7-B03B-B92132375C47 ', '83d91898-7763-47d7-b03b-b92132375c47'],
  ['83d91898776347d7b03bb92132375c47', null],
  ['00000000-0000-0000-0000-000000000000', null],
  ['83d91898-7763-47d7-b03b-b92132375c4g', null],
  ['', null],
])('the MBID %j is %j', (text, mbid) => {
  expect(parseMbid(text)).toBe(mbid)
})
