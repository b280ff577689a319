import { assert, date as dates, property } from 'fast-check'
import { expect, it } from 'vitest'
import { parseFeedDate } from './parse-feed-date.js'

it.each([
  ['Fri, 09 Oct 2020 04:30:38 GMT', '2020-10-09T04:30:38.000Z'],
  ['Fri, 9 Oct 2020 04:30:38 +0200', '2020-10-09T02:30:38.000Z'],
  ['09 October 2020 04:30 EST', '2020-10-09T09:30:00.000Z'],
  ['Thu, 01 Apr 21 08:00:00 PDT', '2021-04-01T15:00:00.000Z'],
  ['Sat, 3 Sep 99 08:00 -05:30', '1999-09-03T13:30:00.000Z'],
  ['Mon, 12 Dec 2022 10:00:00 -0000 (UTC)', '2022-12-12T10:00:00.000Z'],
  ['Mon, 12 Dec 2022 10:00:00 QQT', '2022-12-12T10:00:00.000Z'],
  ['12-Dec-2022', '2022-12-12T00:00:00.000Z'],
  ['2021-09-26T07:30:00.000-0600', '2021-09-26T13:30:00.000Z'],
  ['2021-09-26 07:30:00', '2021-09-26T07:30:00.000Z'],
  ['2021-09-26', '2021-09-26T00:00:00.000Z'],
])('reads %s', (text, expected) => {
  expect(parseFeedDate(text)?.toISOString()).toBe(expected)
})

it.each([
  '',
  'yesterday',
  'Fri, 31 Feb 2020 04:30:38 GMT',
  'Fri, 09 Oct 2020 25:00:00 GMT',
  'ven. 09 octobre',
  '2020-13-01',
  'Mon, 09 Foo 2020 01:00:00 GMT',
  '09 Oct 0020',
  '1602217838',
])('takes %j for no date', (text) => {
  expect(parseFeedDate(text)).toBeNull()
})

it('reads what JavaScript writes, whatever the time zone of the machine', () => {
  assert(
    property(dates({ min: new Date('1970-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }), (date) => {
      expect(parseFeedDate(date.toISOString())?.getTime()).toBe(Math.floor(date.getTime() / 1_000) * 1_000)
      expect(parseFeedDate(date.toUTCString())?.getTime()).toBe(Math.floor(date.getTime() / 1_000) * 1_000)
    }),
  )
})
