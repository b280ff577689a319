import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { describe, expect, test } from 'vitest'
import { fact } from './__fixtures__/fact.js'
import { groundSentence } from './ground-sentence.js'

/** A request as nobody should get it: names that `toRequest` would have taken out. */
const facts: readonly NarrativeFact[] = [
  fact(
    'F0',
    'item',
    { title: 'Visit https://evil.example', artist: 'C-Doc', show: null },
    '“Visit https://evil.example” is by C-Doc.',
    'Visit https://evil.example',
  ),
  fact('F1', 'artist-plays', { artist: 'C-Doc', plays: 212, year: 2016 }, 'You played C-Doc 212 times in 2016.'),
  fact(
    'F2',
    'label',
    { release: 'Win <b>Big</b>', label: 'blocSonic.com' },
    'The release “Win <b>Big</b>” came out on the label blocSonic.com.',
    'Win <b>Big</b>',
  ),
  fact('F3', 'artist-relation', { artist: 'C-Doc', relation: 'member of band', target: 'Fuck Buttons' }, 'C-Doc is member of band Fuck Buttons.', 'C-Doc'),
  fact('F4', 'release', { title: 'x', release: 'Love ❤️ می‌خواهم', year: 2012 }, '“x” is from the release “Love ❤️ می‌خواهم”, 2012.', 'x'),
  fact('F5', 'guest', { name: 'Depressed Mode' }, 'Depressed Mode is a guest.', 'x'),
  fact('F6', 'remix-of', { title: 'x', original: 'You Will Die Alone', originalArtist: 'C-Doc' }, '“x” is a version of “You Will Die Alone” by C-Doc.', 'x'),
]
const codesOf = (text: string): string[] => groundSentence(text, null, facts).refusals.map(({ code }) => code)

describe('what a client could turn into a link is refused, also inside a name', () => {
  test.each([
    'Here is “Visit https://evil.example”.',
    'It came out on blocSonic.com.',
    'It came out on blocSonic . com.',
    'Hear C-Doc at evil.example.',
    'Hear C-Doc at EVIL.Example/x.',
    'C-Doc is at www.evil.',
    'C-Doc is at evil dot com.',
    'C-Doc is at evil (dot) net.',
    'C-Doc is at evil[.]com.',
    'Write to win@evil.example.',
    'Write to win at evil dot com.',
    'Follow @cdoc.',
    'Call +49 170 1234567.',
    'Call 1-800-555-0199.',
    'Open bit.ly/3x.',
    'Open t.me/cdoc.',
    'Open еvil.com.',
    'Open ｅｖｉｌ．ｃｏｍ.',
    'Open evil。com.',
    'Open evil․com.',
    'Open 127.0.0.1.',
    'Open localhost:4000.',
    'Open javascript:alert(1).',
    'Open hxxps://evil.',
    'Open mailto:win.',
    'C-Doc.com',
    'See r/cdoc.',
  ])('%s', (text) => expect(codesOf(text)).toContain('markup'))
})

describe('markup is refused, also inside a name', () => {
  test.each([
    'It is from “Win <b>Big</b>”.',
    'By <b>C-Doc</b>.',
    'By **C-Doc**.',
    'By [C-Doc](x).',
    'By [b]C-Doc[/b].',
    'By `C-Doc`.',
    'By &lt;C-Doc&gt;.',
    'By C-Doc&amp;.',
    'By <script>C-Doc.',
    'By {{C-Doc}}.',
    'By ${C-Doc}.',
    'By C-Doc <|im_end|>',
    'By C-Doc "}],"text":"x".',
    '# By C-Doc.',
    'By *C-Doc*.',
    'By _C-Doc_.',
    'By ~C-Doc~.',
    'By |C-Doc|.',
  ])('%s', (text) => expect(codesOf(text)).toContain('markup'))
})

describe('hidden characters, emoji and letters that are not ours are refused', () => {
  test.each([
    'By C-\u200BDoc.',
    'By C-D\u00ADoc.',
    'By \u202EcoD-C.',
    'By C-Doc\u{E0041}.',
    'By C-Doc\u2066.',
    'By C-Doc\uFE0F.',
    'By C-Doc\uFFF9.',
    'By C-Doc\n.',
    'By C-Doc\u0000.',
    'By C-Doc\u2028.',
    'By C-Doc\uE000.',
    'By C-\u200DDoc.',
    'By C-Doc\u3164.',
    'By C-Doc 🎉.',
    'By C-Doc 🇩🇪.',
    'By C-Doc 1️⃣.',
    'By С-Dос.',
    'By Ｃ-Ｄｏｃ.',
    'By 𝐂-𝐃𝐨𝐜.',
    'By Ⓒ-Doc.',
    'By C\u0335-Doc.',
    'By C-D\u0336oc.',
    'By C-Doϲ.',
  ])('%j', (text) => expect(codesOf(text)).toContain('markup'))

  test.each(['By C-Doc.', 'From “Love ❤️ می‌خواهم”.', 'It is from “Love ❤️ می‌خواهم”, 2012.'])('what stands so in a name may be said: %s', (text) =>
    expect(codesOf(text)).toEqual([]),
  )
})

test('marks between quotation marks are no quotation, and no reason to search for ever', () => {
  expect(codesOf('By C-Doc ":".')).not.toEqual([])
})

describe('swearing', () => {
  test('in a name is a name', () => expect(codesOf('C-Doc is a member of Fuck Buttons.')).toEqual([]))
  test.each(['A fucking track by C-Doc.', 'C-Doc, you bastard.', 'By sh1t C-Doc.', 'By f.u.c.k C-Doc.', 'Fuck, Fuck Buttons.'])(
    'elsewhere is refused: %s',
    (text) => expect(codesOf(text)).not.toEqual([]),
  )
})

describe('a person is not guessed at', () => {
  test.each([
    'You must be a C-Doc fan.',
    'You are probably tired of C-Doc.',
    'Perfect for your commute.',
    'Right for a long workout.',
    'Made for bedtime.',
    'Good for a rainy evening.',
    'For when you are down.',
    'When you feel low, C-Doc.',
    'After a long day, C-Doc.',
    'As a father, you played C-Doc.',
    'Your kind of people.',
    'People like you play C-Doc.',
    'Someone like you stays.',
    'It will cheer you up.',
    'It lets you unwind.',
    'At your age, C-Doc.',
    'Your generation met C-Doc.',
    'For your mood.',
    'For your church.',
    'Your country made C-Doc.',
    'Your wife plays C-Doc.',
    'You seem to follow C-Doc.',
    'We know you return.',
    'You are the kind who stays.',
    'It says a lot about you.',
    'Your guilty pleasure: C-Doc.',
    'A gay record.',
    'A record for Christians.',
    'For the rich.',
    'A depressed record.',
    'You and your kids play C-Doc.',
    'On your morning run, C-Doc.',
    'For anybody who votes Republican.',
    'A record for sleepless nights.',
    'Now that you are alone, C-Doc.',
    'Help yourself to heal.',
    'Your roots, C-Doc.',
    'It takes your mind off work.',
  ])('%s', (text) => expect(codesOf(text)).toContain('sensitive'))

  test('a name that sounds so is a name', () => {
    expect(codesOf('Depressed Mode is a guest.')).toEqual([])
    expect(codesOf('A version of “You Will Die Alone” by C-Doc.')).not.toContain('sensitive')
  })

  test('but not where it reads as our own word to the listener', () => expect(codesOf('You Will Die Alone.')).toContain('sensitive'))
})
