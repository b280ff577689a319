import { describe, expect, it } from 'vitest'
import { rules } from './rules.js'

const article = (text: string) => rules.withArticle({ text, initial: text }).text

describe('English', () => {
  it('counts in words up to ten, in words at the start of a sentence, and in the right number', () => {
    expect(rules.counted(1, 'play')).toEqual({ text: 'one play', initial: 'One play' })
    expect(rules.counted(212, 'play')).toEqual({ text: '212 plays', initial: 'Two hundred and twelve plays' })
    expect(rules.counted(41, 'person').initial).toBe('Forty-one people')
    expect(rules.counted(1204, 'play').initial).toBe('1204 plays')
    expect([1, 2, 3, 31].map((value) => rules.times(value).text)).toEqual(['once', 'twice', 'three times', '31 times'])
    expect([1, 3, 11, 12, 22, 101, 111].map((value) => rules.ordinal(value).text)).toEqual(['first', 'third', '11th', '12th', '22nd', '101st', '111th'])
    expect(rules.share(4, 5).text).toBe('four of five')
    expect([2, 5].map((value) => rules.whole(value).text)).toEqual(['both', 'all five'])
    expect(rules.share(34, 41)).toEqual({ text: '34 of 41', initial: 'Thirty-four of forty-one' })
  })

  it('writes dates and lengths exactly', () => {
    expect(rules.month('2018-03')?.text).toBe('March 2018')
    expect(rules.month('2018-13')).toBeNull()
    expect(rules.date('2021-07-30')?.text).toBe('30 July 2021')
    expect(rules.date('1998')?.text).toBe('1998')
    expect(rules.duration(503_000).initial).toBe('Eight minutes and twenty-three seconds')
    expect(rules.duration(3_661_000).text).toBe('one hour, one minute and one second')
    expect(rules.shortDuration(143_000).text).toBe('two minutes twenty-three')
    expect(rules.shortDuration(240_000).text).toBe('four minutes')
    expect(rules.shortDuration(483_000).text).toBe('eight minutes and three seconds')
    expect(rules.clock(503_499).text).toBe('8:23')
    expect(rules.clock(3_753_000).text).toBe('1:02:33')
  })

  it('chooses a and an by sound', () => {
    expect(['IDM release', 'electro release', '8-bit release', 'EBM release', '1812 release', 'R&B release'].map(article)).toEqual([
      'an IDM release',
      'an electro release',
      'an 8-bit release',
      'an EBM release',
      'an 1812 release',
      'an R&B release',
    ])
    expect(['2010 release', 'UK garage release', 'punk release', 'eurodance release', 'hip hop release'].map(article)).toEqual([
      'a 2010 release',
      'a UK garage release',
      'a punk release',
      'a eurodance release',
      'a hip hop release',
    ])
  })

  it('describes a release by its narrowest tags, and keeps abbreviations', () => {
    expect(rules.taggedRelease(['Jazz', 'Instrumental', 'Experimental'], null)?.text).toBe('instrumental, experimental jazz release')
    expect(rules.taggedRelease(['Electronic', 'IDM', 'Downtempo', 'Compilation'], null)?.text).toBe('IDM release')
    expect(rules.taggedRelease(['Electronic', 'IDM', 'Downtempo'], 'downtempo')?.text).toBe('downtempo release')
    expect(rules.taggedRelease(['Hip Hop', 'Instrumental'], null)?.text).toBe('hip hop release')
    expect(rules.taggedRelease(['Techno', 'Minimal', 'Dark'], null)?.text).toBe('techno release')
    expect(rules.taggedRelease(['Electronic', 'Techno', 'Minimal'], 'minimal')?.text).toBe('minimal release')
    expect(rules.taggedRelease(['Electronic', 'Experimental'], null)?.text).toBe('experimental release')
    expect(rules.taggedRelease(['Electronic'], null)?.text).toBe('electronic release')
    expect(rules.taggedRelease(['Compilation'], null)).toBeNull()
    expect(rules.genre('live')).toBeNull()
    expect([rules.tag('Exotic'), rules.genre('exotic'), rules.taggedRelease(['Exotic'], 'Exotic')]).toEqual([null, null, null])
    expect(rules.tag('Lo-Fi')?.text).toBe('lo-fi')
  })
})
