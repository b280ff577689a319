import { describe, expect, test } from 'vitest'
import { fact } from '../__fixtures__/fact.js'
import { groundText } from '../ground-text.js'

const track = [
  fact('F0', 'item', { title: 'Intermission', artist: 'Nulleins', show: null }, '“Intermission” is by Nulleins.', 'Intermission'),
  fact('F1', 'artist-plays', { artist: 'Nulleins', plays: 15, year: 2017 }, 'You played Nulleins 15 times in 2017.'),
  fact('F2', 'artist-last-play', { artist: 'Nulleins', month: '2017-11' }, 'Your last Nulleins play was in November 2017.'),
  fact('F3', 'artist-first-play', { artist: 'Nulleins', month: '2017-01' }, 'You first played Nulleins in January 2017.'),
  fact('F4', 'release-plays', { release: 'Seven Spaces', plays: 11 }, 'You played tracks of Seven Spaces 11 times.'),
  fact(
    'F5',
    'release',
    { title: 'Intermission', release: 'Seven Spaces', year: 2006 },
    '“Intermission” is from the release “Seven Spaces”, 2006.',
    'Intermission',
  ),
  fact('F6', 'label', { release: 'Seven Spaces', label: 'Thinner' }, 'The release “Seven Spaces” came out on the label Thinner.', 'Seven Spaces'),
  fact(
    'F7',
    'release-tags',
    { release: 'Seven Spaces', tags: ['Electronic', 'Minimal'] },
    'The release “Seven Spaces” is tagged Electronic, Minimal.',
    'Seven Spaces',
  ),
  fact('F8', 'track-length', { title: 'Intermission', durationMs: 267_000 }, '“Intermission” is 4:27 long.', 'Intermission'),
  fact('F9', 'tag-plays', { tag: 'Minimal', plays: 74 }, 'You played tracks from releases tagged Minimal 74 times.'),
  fact('F10', 'label-plays', { label: 'Thinner', tracks: 31, since: 2015 }, 'You played 31 tracks of Thinner since 2015.'),
  fact('F11', 'few-listeners', { title: 'Intermission', fewerThan: 10 }, 'Fewer than 10 listeners here have played Intermission.', 'Intermission'),
  fact('F12', 'only-release-on-label', { label: 'Thinner', release: 'Seven Spaces' }, '“Seven Spaces” is the only release on Thinner in this catalogue.'),
  fact('F13', 'no-tag-plays', { tag: 'Electronic' }, 'You have no plays of releases tagged Electronic.'),
]

const episode = [
  fact('F0', 'item', { title: 'Docker Nights', artist: null, show: 'Self-Hosted' }, '“Docker Nights” is an episode of Self-Hosted.', 'Docker Nights'),
  fact('F1', 'show-plays', { show: 'Self-Hosted', finished: 17, of: 20 }, 'You finished 17 of the 20 Self-Hosted episodes that you played.'),
  fact('F2', 'topic-plays', { topic: 'docker', finished: 4, of: 6 }, 'You finished 4 of the 6 episodes about docker that you played.'),
  fact('F3', 'episode-date', { title: 'Docker Nights', date: '2021-03-31' }, '“Docker Nights” was published on 2021-03-31.', 'Docker Nights'),
  fact('F4', 'episode-length', { title: 'Docker Nights', durationMs: 2_793_000 }, '“Docker Nights” is 46:33 long.', 'Docker Nights'),
  fact('F5', 'episode-number', { show: 'Self-Hosted', number: 41, season: null }, '“Docker Nights” is number 41 of Self-Hosted.', 'Docker Nights'),
  fact('F6', 'chapter', { title: 'Brent in Berlin', startMs: 275_000 }, 'At 4:35 a chapter starts: «Brent in Berlin».', 'Docker Nights'),
  fact('F7', 'chapter', { title: 'The Fan Noise', startMs: 1_317_000 }, 'At 21:57 a chapter starts: «The Fan Noise».', 'Docker Nights'),
]

function accepts(facts: typeof track, text: string): boolean {
  return groundText('', [{ text, factIds: facts.map(({ id }) => id) }], facts).accepted && groundText('', [{ text, factIds: null }], facts).accepted
}

/** A true wording and its broken twin. */
describe.each([
  ['Between January and November 2017 you played Nulleins fifteen times.', 'Between January and November 2017 you played Intermission fifteen times.'],
  [
    'You met Nulleins in January 2017 and heard them last in November of the same year.',
    'You met Nulleins in November 2017 and heard them last in January of the same year.',
  ],
  ['Your first Nulleins play dates from January 2017.', 'Your first Nulleins play dates from 2006.'],
  ['Nulleins came into your plays in January 2017; 2017 alone has fifteen.', 'Nulleins came into your plays in January 2017; 2006 alone has fifteen.'],
  ['You stopped playing Nulleins in November 2017.', 'Nulleins stopped in November 2017.'],
  ['Seven Spaces has had eleven plays of its tracks from you.', 'Intermission has had eleven plays from you.'],
  ['Thinner put out Seven Spaces in 2006.', 'Nulleins put out Seven Spaces in 2017.'],
  ['Intermission is three seconds short of four and a half minutes.', 'Intermission is three seconds past four and a half minutes.'],
  ['Nearly four and a half minutes, from 2006.', 'Just over four and a half minutes, from 2006.'],
  [
    'Eleven years after Seven Spaces came out, you played Nulleins for the first time.',
    'Ten years after Seven Spaces came out, you played Nulleins for the first time.',
  ],
  ['Thinner is here with a single release: Seven Spaces.', 'Nulleins is here with a single release: Seven Spaces.'],
  [
    'Seven Spaces is tagged Electronic and Minimal, and you have no plays of releases with the first tag.',
    'Seven Spaces is tagged Electronic and Minimal, and you have no plays of releases with the second tag.',
  ],
  ['Intermission has been heard by fewer than ten people here.', 'Nulleins has been heard by fewer than ten people here.'],
])('%s', (truth, broken) => {
  test('passes', () => expect(accepts(track, truth)).toBe(true))
  test(`not: ${broken}`, () => expect(accepts(track, broken)).toBe(false))
})

describe.each([
  ['Of the six episodes about docker that you played, you left two unfinished.', 'Of the six episodes about docker that you played, you left four unfinished.'],
  ['You played 20 Self-Hosted episodes and finished 17 of them.', 'You played 17 Self-Hosted episodes and finished 20 of them.'],
  ['It came out on the last day of March 2021.', 'It came out on the first day of March 2021.'],
  ['Brent in Berlin starts at 4:35, The Fan Noise seventeen minutes later.', 'Brent in Berlin starts at 4:35, The Fan Noise seven minutes later.'],
  ['The Fan Noise starts at 21:57, about half way through.', 'Brent in Berlin starts at 4:35, about half way through.'],
  ['A little over three quarters of an hour: number 41 of Self-Hosted.', 'A little under three quarters of an hour: number 41 of Self-Hosted.'],
])('%s', (truth, broken) => {
  test('passes', () => expect(accepts(episode, truth)).toBe(true))
  test(`not: ${broken}`, () => expect(accepts(episode, broken)).toBe(false))
})

test.each([
  'Nulleins lasts four minutes and twenty-seven seconds.',
  'Intermission, the only release on Thinner in this catalogue.',
  'You play Minimal more than anything.',
  'With fifteen plays Nulleins was the artist of your 2017.',
])('refuses: %s', (text) => expect(accepts(track, text)).toBe(false))

test('a sentence that only its parts carry rests on the facts of all of them', () => {
  const text = 'Between January and November 2017 you played Nulleins fifteen times.'
  const [verdict] = groundText('', [{ text, factIds: null }], track).sentences
  expect(verdict?.claims).toEqual([{ start: 0, end: text.length, support: 'supported', factIds: ['F3', 'F2', 'F1'] }])
})

test('an answer is verified with the question before it', () => {
  const facts = [...episode, fact('F8', 'host', { name: 'Alex' }, 'Alex is a host of “Docker Nights”.', 'Docker Nights')]
  expect(groundText('Who hosts? Alex.', null, facts).accepted).toBe(true)
  expect(groundText('Who hosts? Docker Nights.', null, facts).accepted).toBe(false)
})
