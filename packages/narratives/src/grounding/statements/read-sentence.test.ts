import type { FactProperty, NarrativeFact } from '@linernotes/narrative-sdk'
import { describe, expect, test } from 'vitest'
import { groundText } from '../ground-text.js'

const facts = Object.entries({
  F0: ['catalog', 'item', { title: 'Pit Box Mens', artist: 'Jetland', show: null }],
  F1: ['listening', 'artist-plays', { artist: 'Jetland', plays: 21, year: 2021 }],
  F2: ['listening', 'artist-first-play', { artist: 'Jetland', month: '2020-11' }],
  F3: ['listening', 'artist-last-play', { artist: 'Jetland', month: '2024-07' }],
  F4: ['catalog', 'release', { title: 'Pit Box Mens', release: 'Mens', year: 2011 }],
  F5: ['catalog', 'label', { release: 'Mens', label: 'Bump Foot' }],
  F6: ['catalog', 'release-tags', { release: 'Mens', tags: ['electronic', 'downtempo', 'glitch'] }],
  F7: ['catalog', 'track-length', { title: 'Pit Box Mens', durationMs: 358_000 }],
  F8: ['audience', 'few-listeners', { title: 'Pit Box Mens', fewerThan: 10 }],
  F9: ['listening', 'tag-plays', { tag: 'glitch', plays: 88 }],
  F10: ['catalog', 'only-release-by-artist', { artist: 'Jetland', release: 'Mens' }],
  F11: ['audience', 'shared-audience', { anchor: 'Happy Elf', target: 'Jetland', listeners: 13 }],
  F12: ['listening', 'label-plays', { label: 'Bump Foot', tracks: 11, since: 2019 }],
  F13: ['catalog', 'longest-track', { title: 'Pit Box Mens', release: 'Mens', durationMs: 358_000, of: 8 }],
} satisfies Record<string, [NarrativeFact['kind'], FactProperty, NarrativeFact['values']]>).map(([id, [kind, property, values]]): NarrativeFact => ({
  id,
  kind,
  property,
  subject: String(values['artist'] ?? values['title'] ?? 'you'),
  statement: '',
  values,
}))

const accepts = (text: string, ids: string): boolean => groundText('', [{ text, factIds: ids.split(' ') }], facts).accepted

describe('is read as statements, in words that no other check knows', () => {
  test.each([
    ['You racked up 21 plays of Jetland in 2021, then drifted off after July 2024.', 'F1 F3'],
    ['Jetland slipped into your rotation in November 2020 and 2021 brought 21 plays.', 'F1 F2'],
    ['It was in November 2020 that you stumbled upon Jetland, and July 2024 was the last time.', 'F2 F3'],
    ['You had a good run with Jetland in 2021, twenty-one plays, though the last one was back in July 2024.', 'F1 F3'],
    ['Pit Box Mens clocks in at just under six minutes, taken from the 2011 record Mens, on Bump Foot.', 'F4 F5 F7'],
    ['Here’s a neat six minutes from Jetland, off Mens, which came out on Bump Foot in 2011.', 'F4 F5 F7'],
    ['Hardly anyone here, fewer than ten people, has come across it so far.', 'F8'],
    ['Glitch releases account for 88 of your plays, and Mens carries the glitch tag, too.', 'F6 F9'],
    ['You’ve worked through eleven Bump Foot tracks since 2019.', 'F12'],
    ['Mens happens to be the only Jetland record you will find here.', 'F10'],
    ['Jetland is played by thirteen listeners who also listen to Happy Elf.', 'F11'],
    ['Running to nearly six minutes, it is the longest of the eight tracks on Mens.', 'F13 F7'],
    ['Let’s revisit Jetland, an act you first met in November 2020 and last heard in July 2024.', 'F2 F3'],
  ])('%s', (text, ids) => expect(accepts(text, ids)).toBe(true))
})

describe('is refused where a statement is not so, or says more', () => {
  test.each([
    ['You racked up 22 plays of Jetland in 2021, then drifted off after July 2024.', 'F1 F3'],
    ['You racked up 21 plays of Jetland in all.', 'F1'],
    ['Jetland racked up 21 plays of you in 2021.', 'F1'],
    ['Jetland drifted off after July 2024.', 'F3'],
    ['Jetland returns.', 'F1'],
    ['“Pit Box Mens', 'F4'],
    ['Here is “Pit Box Mens, by Jetland.', 'F4'],
    ['You know the shelf this comes from: Mens, 2011.', 'F4'],
    ['Jetland, who played 21 times in 2021, is on Bump Foot.', 'F1 F5'],
    ['Jetland, from November 2020 to July 2024.', 'F2 F3'],
    ['Jetland slipped into your rotation in July 2024.', 'F2 F3'],
    ['Happy Elf slipped into your rotation in November 2020.', 'F2 F11'],
    ['It was in November 2020 that Jetland stumbled upon you.', 'F2'],
    ['Pit Box Mens clocks in at just over six minutes.', 'F7'],
    ['Mens clocks in at just under six minutes.', 'F4 F7'],
    ['Pit Box Mens carries the glitch tag.', 'F6'],
    ['Hardly anyone, fewer than eleven people, has come across it so far.', 'F8'],
    ['More than ten people have come across it so far.', 'F8'],
    ['Mens happens to be the only Bump Foot record you will find here.', 'F5 F10'],
    ['Pit Box Mens happens to be the only Jetland record you will find here.', 'F10'],
    ['Mens happens to be the only Jetland record.', 'F10'],
    ['Jetland is played by thirteen listeners who never listen to Happy Elf.', 'F11'],
    ['You’ve worked through eleven Bump Foot tracks since 2018.', 'F12'],
    ['Bump Foot, taken from the 2011 record Mens.', 'F4 F5'],
    ['Pit Box Mens is taken from the 2011 album Mens.', 'F4'],
  ])('%s', (text, ids) => expect(accepts(text, ids)).toBe(false))
})

test('each piece of the sentence rests on its own facts', () => {
  const { published, claims } = groundText(
    '',
    [{ text: 'You had a good run with Jetland in 2021, twenty-one plays, though the last one was back in July 2024.', factIds: ['F1', 'F3'] }],
    facts,
  )
  expect(claims.map(({ start, end, factIds }) => [published.slice(start, end), factIds])).toEqual([
    ['You had a good run with Jetland in 2021, twenty-one plays', ['F1']],
    ['though the last one was back in July 2024.', ['F3']],
  ])
})
